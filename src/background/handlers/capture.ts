/** What frames tell of a login that was typed there. The frame is who the browser says it is. */
import {
  type CaptureCalls,
  longestTyped,
  type Typed,
  typedKinds,
  waysLeft,
} from '../../protocol/capture-calls.ts';
import { flag, nothing, oneOf, record, text } from '../../protocol/parse.ts';
import type { Handlers, Parsers } from '../../protocol/receiver.ts';
import type { PageSender } from '../../protocol/sender.ts';
import type { LoginWatch } from '../save/watch.ts';

export const captureParsers: Parsers<CaptureCalls> = {
  typed: record<Typed>({
    kind: oneOf(...typedKinds),
    username: text(longestTyped.username),
    password: text(longestTyped.password),
    generated: flag,
  }),
  worked: nothing,
  returned: nothing,
  left: record({ how: oneOf(...waysLeft) }),
};

export function createCaptureHandlers(watch: LoginWatch): Handlers<CaptureCalls, PageSender> {
  return {
    async typed(typed, sender) {
      await watch.typed(sender, typed);
      return null;
    },
    async worked(_, sender) {
      await watch.worked(sender);
      return null;
    },
    async returned(_, sender) {
      await watch.returned(sender);
      return null;
    },
    async left({ how }, sender) {
      await watch.left(sender, how);
      return null;
    },
  };
}
