import type { Status } from '../../protocol/session-calls.ts';
import type { Account } from './account.ts';

/** Where the session of an account stands, as a screen shows it. */
export async function readStatus({ session, items }: Account): Promise<Status> {
  const found = await session.state();
  if (found.state === 'not-set-up') return found;
  const { user, secret } = found.account;
  const host = serverName(found.account.host);
  if (found.state === 'unlocked') return { state: 'unlocked', host, user, index: items.state() };
  const { reason, pinTries, passkey } = found;
  return { state: 'locked', host, user, secret, reason, pinTries, passkey };
}

/** The server as a person knows it: no scheme, no path of the API. */
export function serverName(base: string): string {
  return base.replace(/^https?:\/\//, '').replace(/\/api\/v\d+$/, '');
}
