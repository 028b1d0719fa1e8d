/** A debugging session for what Playwright shows no page of: the popup's bubble, a worker. */
import type { CDPSession } from '@playwright/test';

export type Target = {
  call(method: string, parameters?: object): Promise<Record<string, unknown>>;
  /** Value of an expression, awaited where it is a promise. */
  evaluate(expression: string): Promise<unknown>;
  detach(): Promise<void>;
};

type Answer = { readonly id?: number; readonly result?: unknown; readonly error?: unknown };

/** `browser` is the browser's own session. */
export async function attachTo(browser: CDPSession, targetId: string): Promise<Target> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  let lastId = 0;

  function call(method: string, parameters: object = {}): Promise<Record<string, unknown>> {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      const onMessage = (event: { message: string; sessionId: string }) => {
        const answer: Answer = JSON.parse(event.message);
        if (event.sessionId !== sessionId || answer.id !== id) return;
        browser.off('Target.receivedMessageFromTarget', onMessage);
        if (answer.error === undefined) resolve(Object(answer.result));
        else reject(new Error(JSON.stringify(answer.error)));
      };
      browser.on('Target.receivedMessageFromTarget', onMessage);
      const message = JSON.stringify({ id, method, params: parameters });
      browser.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  }

  return {
    call,
    async evaluate(expression) {
      const { result, exceptionDetails } = await call('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
      return Object(result).value;
    },
    async detach() {
      await browser.send('Target.detachFromTarget', { sessionId });
    },
  };
}

/** Everything that a debugger could look at. */
export async function findTargets(browser: CDPSession, filter?: readonly { type: string }[]) {
  const parameters = filter === undefined ? {} : { filter: [...filter] };
  return (await browser.send('Target.getTargets', parameters)).targetInfos;
}
