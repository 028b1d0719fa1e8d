/**
 * Servers that ask for name and password before they show a document (HTTP authentication). The permissions
 * are optional: they are asked for when answering is switched on.
 */
import { browser } from './browser.ts';

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
export function askForChallenges(): Promise<boolean> {
  return browser.permissions.request(permissions);
}

/** Gives back what was asked for. */
export async function leaveChallenges(): Promise<void> {
  await browser.permissions.remove(permissions);
}

/**
 * Chromium lets requests pass by an extension that had no such permission when the browser started it
 * (seen in 156; restarting the extension is not enough), unless another extension has them looked at already.
 */
export const challengesNeedRestart = !location.protocol.startsWith('moz');
const answersByCall = challengesNeedRestart;

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
  const answer = (details: chrome.webRequest.OnAuthRequiredDetails) =>
    listener(read(details)).then(
      (login) => (login === null ? {} : { authCredentials: login }),
      () => ({}),
    );
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
