/**
 * The last failures, for the report that a person may copy into a bug report: which of our calls,
 * which code, when. Never what was asked for. They lie on the disk, so that what went wrong before
 * a restart can still be told.
 */
import { errorCodes } from '../model/error.ts';
import type { StoredText } from '../platform/storage.ts';
import type { Failure } from '../protocol/diagnostics-calls.ts';
import type { Message } from '../protocol/message.ts';
import { list, natural, oneOf, record, text } from '../protocol/parse.ts';
import type { Receiver } from '../protocol/receiver.ts';
import { readStored } from './stored-json.ts';
import { createTurns } from './turns.ts';

const kept = 20;
const failures = list(
  record<Failure>({ at: natural, call: text(40), code: oneOf(...errorCodes) }),
  kept,
);

export type Failures = {
  list(): Promise<readonly Failure[]>;
  /** The same receiver, whose failed answers are noted. `calls` are those it knows. */
  noting<Context>(calls: object, receive: Receiver<Context>): Receiver<Context>;
};

export function createFailures(item: StoredText, now: () => number): Failures {
  /** Reading, changing and writing is one step: two failures at once must not overwrite each other. */
  const alone = createTurns();

  const read = () => readStored(item, failures, () => []);

  async function add(failure: Failure): Promise<void> {
    const all = [...(await read()), failure].slice(-kept);
    await item.set(JSON.stringify(all));
  }

  return {
    list: read,
    noting(calls, receive) {
      return async (message: Message, context) => {
        const answer = await receive(message, context);
        // A call that we do not know may be named anything, so its name is not kept.
        if (!answer.ok && Object.hasOwn(calls, message.call)) {
          const { call } = message;
          const { code } = answer.error;
          // Being locked is no failure.
          if (code !== 'locked' && code !== 'not-set-up') {
            void alone(() => add({ at: now(), call, code })).catch(() => undefined);
          }
        }
        return answer;
      };
    },
  };
}
