import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { acceptsCode } from '../crypto/one-time-code.ts';
import type { SiteAccount } from '../demo/accounts.ts';
import { alphabets, type Random } from '../state/random.ts';

/** Somebody who gave a right password; `complete` once the second factor, if any, is given too. */
export type Visit = { readonly id: string; readonly account: SiteAccount; complete: boolean };

export type Visits = ReturnType<typeof createVisits>;

/** Remembers who gave a right password; visits end with the process. */
export function createVisits(accounts: readonly SiteAccount[], random: Random) {
  const visits = new Map<string, Visit>();
  return {
    find: (id: string): Visit | undefined => visits.get(id),
    signIn(login: string, password: string): Visit | undefined {
      const account = accounts.find((each) => each.login === login && each.password === password);
      if (!account) return undefined;
      const id = random.text(alphabets.letters, 32);
      const visit = { id, account, complete: account.codeSecret === null };
      visits.set(id, visit);
      return visit;
    },
    /** RFC 6238, by the clock of this machine. */
    confirm(visit: Visit, code: string): boolean {
      const { codeSecret } = visit.account;
      if (codeSecret !== null && acceptsCode(codeSecret, code, Date.now() / 1000)) {
        visit.complete = true;
      }
      return visit.complete;
    },
  };
}

/** Lets the browser carry the visit to the next page. */
export function keepVisit(c: Context, visit: Visit): void {
  setCookie(c, 'visit', visit.id, { httpOnly: true, sameSite: 'Lax', path: '/' });
}
