/**
 * Servers that ask for name and password before they show a document (HTTP authentication). The permissions
 * are optional: they are asked for when answering is switched on.
 */
import { browser } from './browser.ts';
import { challengesWaitItem } from './storage.ts';

const permissions: { permissions: ('webRequest' | 'webRequestAuthProvider')[] } = {
  permissions: ['webRequest', 'webRequestAuthProvider'],
};

/** What the browser tells of one challenge. */
export type HttpChallenge = {
  /** The same when the same request is challenged again, because the answer was wrong. */
  readonly requestId: string;
  readonly tabId: number;
  readonly frameId: number;
  /** Of the document that was asked for. */
  readonly url: string;
  /** Lower case, such as `basic`. */
  readonly scheme: string;
  /** `''` where the server names none. */
  readonly realm: string;
  /** Who asks: `host:port`. */
  readonly challenger: string;
  readonly isProxy: boolean;
  /** Whether somebody is looking at it: a document that is loaded in advance is not. */
  readonly isActive: boolean;
};

export type HttpLogin = { readonly username: string; readonly password: string };

/** Asks the person; only a page of ours may, and only while it handles a press. */
export async function askForChallenges(): Promise<boolean> {
  // In Firefox nothing may be awaited before the question: the press would be over.
  const had = needsRestart && (await browser.permissions.contains(permissions));
  const granted = await browser.permissions.request(permissions);
  if (granted && needsRestart && !had) await challengesWaitItem.set('yes');
  return granted;
}

/** Gives back what was asked for. */
export async function leaveChallenges(): Promise<void> {
  await browser.permissions.remove(permissions);
  await challengesWaitItem.remove();
}

/**
 * Chromium has requests looked at only where it counts an extension that may. It counts when it loads one, and
 * takes off when it unloads one, each time by what that extension may at that very moment (156). So a permission
 * that came in between counts for nothing, and restarting the extension takes off what was never added: only the
 * next start of the browser helps, or another extension that is counted.
 */
const needsRestart = !location.protocol.startsWith('moz');
const answersByCall = needsRestart;

/** Whether the browser has to be started again before it tells of challenges. */
export async function challengesWait(): Promise<boolean> {
  return (await challengesWaitItem.get()) !== '';
}

type Hear = (
  details: chrome.webRequest.OnAuthRequiredDetails,
  done?: (response: chrome.webRequest.BlockingResponse) => void,
) => unknown;

/**
 * Calls back for documents, never for what is in them; null leaves a challenge to the browser. To be called
 * in the first tick, so that a challenge can wake the worker.
 */
export function onChallenge(
  listener: (challenge: HttpChallenge) => Promise<HttpLogin | null>,
): void {
  const answer = (details: chrome.webRequest.OnAuthRequiredDetails) => {
    // Another extension has them told already.
    void challengesWaitItem.remove();
    return listener(read(details)).then(
      (login) => (login === null ? {} : { authCredentials: login }),
      () => ({}),
    );
  };
  // Chromium wants a call, Firefox a promise (it takes the other form, too, and then waits for ever; seen in 153).
  const [hear, how] = answersByCall
    ? ([
        (details, done) => void answer(details).then((response) => done?.(response)),
        'asyncBlocking',
      ] as const satisfies [Hear, string])
    : ([(details) => answer(details), 'blocking'] as const satisfies [Hear, string]);
  const listen = () => {
    const { onAuthRequired } = chrome.webRequest;
    if (onAuthRequired.hasListener(hear as never)) return;
    const filter = { urls: ['https://*/*', 'http://*/*'], types: ['main_frame', 'sub_frame'] };
    onAuthRequired.addListener(hear as never, filter as chrome.webRequest.RequestFilter, [how]);
  };
  // Without the permission there is no such thing yet; it comes with it.
  if ('webRequest' in chrome && chrome.webRequest !== undefined) listen();
  browser.permissions.onAdded.addListener((added) => {
    if (added.permissions?.includes('webRequestAuthProvider')) listen();
  });
}

function read(details: chrome.webRequest.OnAuthRequiredDetails): HttpChallenge {
  const { requestId, tabId, frameId, url, isProxy, challenger } = details;
  return {
    ...{ requestId, tabId, frameId, url, isProxy },
    scheme: details.scheme.toLowerCase(),
    realm: details.realm ?? '',
    challenger: `${challenger.host}:${challenger.port}`,
    // Firefox loads nothing in advance and says nothing about it.
    isActive: (details.documentLifecycle ?? 'active') === 'active',
  };
}
