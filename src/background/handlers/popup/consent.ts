/** The yes or no to a fill that the popup has to be asked for. */
import { AppError, toAppError } from '../../../model/error.ts';
import type { ConsentCalls } from '../../../protocol/consent-calls.ts';
import { refOf } from '../../../protocol/item-calls.ts';
import { list, nothing, record } from '../../../protocol/parse.ts';
import type { Handlers, Parsers } from '../../../protocol/receiver.ts';
import type { OwnSender } from '../../../protocol/sender.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import { type Consent, needsConsent } from '../../fill/consent.ts';
import type { Fill } from '../../fill/fill.ts';
import { siteName } from '../../items/readable-host.ts';
import { origin, ref, tabId } from '../../ref-parsers.ts';
import { unlocked } from './unlocked.ts';

export const consentParsers: Parsers<ConsentCalls> = {
  wish: nothing,
  fillConfirmed: record({ ref, tabId, destinations: list(origin, 10) }),
};

type Dependencies = {
  readonly accounts: Accounts;
  readonly consent: Consent;
  readonly fill: Fill;
};

export function createConsentHandlers(deps: Dependencies): Handlers<ConsentCalls, OwnSender> {
  const { accounts, consent } = deps;
  return {
    async wish() {
      const { items } = await unlocked(accounts);
      const asked = await consent.pending();
      const row = asked === null ? null : await items.row(asked.id, asked.shortcutId);
      if (asked === null || row === null) return null;
      return {
        ref: refOf(asked),
        tabId: asked.tabId,
        name: row.name,
        login: row.login,
        site: siteName(asked.pageUrl),
        addressChanged: !(await items.knowsAddress(asked, asked.pageUrl)),
        destinations: await deps.fill.destinationsIn(asked.tabId, asked),
      };
    },

    async fillConfirmed(request) {
      const { items } = await unlocked(accounts);
      const asked = await consent.pending();
      const same =
        asked !== null &&
        asked.tabId === request.tabId &&
        refOf(asked).kind === request.ref.kind &&
        refOf(asked).id === request.ref.id;
      if (!same) throw new AppError('moved-on', 'something else was asked for');
      await consent.done();
      await items.trustAddresses(asked);
      try {
        const { destinations: confirmed } = request;
        return await deps.fill.fillTab(asked.tabId, asked, { confirmed });
      } catch (thrown) {
        // What the form does could not be read before the address was trusted, or is another by now.
        if (needsConsent(toAppError(thrown).code)) await consent.keep(asked);
        throw thrown;
      }
    },
  };
}
