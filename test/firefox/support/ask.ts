/** Asks the event page as our own pages do. */
import type { PopupCalls } from '../../../src/protocol/popup-calls.ts';
import type { Result } from '../../../src/protocol/result.ts';
import type { Tab } from './tab.ts';

/** From a tab with a page of ours. Throws where the answer is a failure. */
export async function askFor<C extends keyof PopupCalls>(
  page: Tab,
  call: C,
  request: Parameters<PopupCalls[C]>[0],
): Promise<ReturnType<PopupCalls[C]>> {
  const result = await page.run<Result<ReturnType<PopupCalls[C]>>>(
    'return browser.runtime.sendMessage(arguments[0])',
    [{ channel: 'own', call, request }],
  );
  if (!result.ok) throw new Error(`${call}: ${result.error.code}`);
  return result.value;
}
