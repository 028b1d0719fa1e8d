/**
 * Where every message arrives: who may speak is decided on what the browser stamps on the sender, and a
 * page that took over our content script must not keep the worker busy.
 */
import { ownIdentity } from '../platform/lifecycle.ts';
import type { MessageListener } from '../platform/runtime.ts';
import { parseMessage, type Receiver } from '../protocol/receiver.ts';
import { judgeSender, type OwnSender, type PageSender } from '../protocol/sender.ts';
import { createRateLimit } from './handlers/rate-limit.ts';

type Dependencies = {
  readonly receivePopup: Receiver<OwnSender>;
  readonly receivePage: Receiver<PageSender>;
  readonly now: () => number;
};

const tooOften = { ok: false, error: { code: 'rate-limited' } } as const;

export function createMessageListener({
  receivePopup,
  receivePage,
  now,
}: Dependencies): MessageListener {
  const pageLimit = createRateLimit({ burst: 60, perSecond: 10, now });
  return (raw, stamped) => {
    const message = parseMessage(raw);
    const sender = judgeSender(stamped, ownIdentity());
    if (message === null || sender === null) return null;
    if (message.channel === 'own' && sender.kind === 'own') return receivePopup(message, sender);
    if (message.channel === 'page' && sender.kind === 'page') {
      if (!pageLimit.allows(sender.tabId)) return Promise.resolve(tooOften);
      return receivePage(message, sender);
    }
    return null;
  };
}
