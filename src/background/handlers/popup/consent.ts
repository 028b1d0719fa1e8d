/** The yes or no to a fill that the popup has to be asked for. */
import { AppError } from '../../../model/error.ts';
import type { ConsentCalls } from '../../../protocol/consent-calls.ts';
import { nothing, record } from '../../../protocol/parse.ts';
import type { Handlers, Parsers } from '../../../protocol/receiver.ts';
import type { OwnSender } from '../../../protocol/sender.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import type { Consent } from '../../fill/consent.ts';
import type { Fill } from '../../fill/fill.ts';
import { refOf } from '../../fill/grants.ts';
import { readableHost } from '../../items/readable-host.ts';
import { ref, tabId } from './fields.ts';
import { unlocked } from './unlocked.ts';

export const consentParsers: Parsers<ConsentCalls> = {
  wish: nothing,
  fillConfirmed: record({ ref, tabId }),
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
        site: siteOf(asked.pageUrl),
        addressChanged: !(await items.knowsAddress(asked, asked.pageUrl)),
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
      return deps.fill.fillTab(asked.tabId, asked);
    },
  };
}

/** Host and port, as a person reads them. */
function siteOf(pageUrl: string): string {
  if (!URL.canParse(pageUrl)) return '';
  const { hostname, port } = new URL(pageUrl);
  return port === '' ? readableHost(hostname) : `${readableHost(hostname)}:${port}`;
}
