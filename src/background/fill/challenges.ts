/**
 * Answers servers that ask for name and password before they show a document (HTTP Basic and Digest). Whatever
 * is not answered here is left to the browser's own window, which comes up as ever:
 *
 *   challenge ──▶ switched on, open, not heard before, items of this very host and port that may go there
 *                   │                                    │
 *                   │ one is remembered for the realm    │ the tab is in front
 *                   ▼                                    ▼
 *                 answer ◀────────── yes ──────── a window of ours asks ──── no, closed, too late ──▶ browser
 */
import { AppError } from '../../model/error.ts';
import type { OpenedItem } from '../../model/item.ts';
import { originOf } from '../../model/web-address.ts';
import type { HttpChallenge, HttpLogin } from '../../platform/challenges.ts';
import type { StoredText } from '../../platform/storage.ts';
import type { ChallengeQuestion, Realm } from '../../protocol/challenge-calls.ts';
import { isSameRow, type RowRef } from '../../protocol/item-calls.ts';
import type { ItemRow } from '../../protocol/list-calls.ts';
import { list, record, text } from '../../protocol/parse.ts';
import { siteName } from '../items/readable-host.ts';
import { parsePage } from '../items/site.ts';
import { readPart } from '../opened/parts.ts';
import { parseJson } from '../stored-json.ts';
import { createTurns } from '../turns.ts';
import type { Authoriser, Challenge, Permit } from './authorise.ts';
import { longestRealm, type Realms } from './realms.ts';

export type Challenges = {
  /** What the browser shall answer; null leaves it to the browser. Never rejects. */
  answer(challenge: HttpChallenge): Promise<HttpLogin | null>;
  /** What a window of ours asks; null where it waits no more. */
  question(id: string): ChallengeQuestion | null;
  /** The person chose. Throws `moved-on` where nothing waits, and what the authoriser throws. */
  use(id: string, row: RowRef, remember: boolean): Promise<void>;
  leave(id: string): void;
  /** The window was closed, or the tab: nobody waits any more. */
  closed(what: { readonly windowId: number } | { readonly tabId: number }): void;
  /** The vault was locked: nothing is asked any more. */
  leaveAll(): void;
};

type Dependencies = {
  readonly wanted: () => Promise<boolean>;
  readonly isOpen: () => Promise<boolean>;
  /** Whether anything may come up by itself on this site. */
  readonly maySpeak: (pageUrl: string) => Promise<boolean>;
  /** Items of the very host and port of this page. */
  readonly itemsOf: (pageUrl: string) => Promise<readonly ItemRow[]>;
  readonly realms: () => Promise<Realms>;
  readonly authoriser: Pick<Authoriser, 'authoriseAnswer'>;
  readonly open: (permit: Permit) => Promise<OpenedItem>;
  readonly noteUse: (id: string) => Promise<void>;
  readonly isPrivate: (tabId: number) => Promise<boolean>;
  readonly isInFront: (tabId: number) => Promise<boolean>;
  /** Opens the window that asks; answers with its id. */
  readonly openWindow: (id: string) => Promise<number>;
  readonly closeWindow: (windowId: number) => void;
  /** Requests that were challenged: the browser tells of a wrong answer by asking again. */
  readonly heard: StoredText;
  readonly later: (act: () => void, milliseconds: number) => void;
  readonly now: () => number;
};

type Waiting = Challenge &
  Realm & {
    readonly requestId: string;
    readonly mayRemember: boolean;
    readonly rows: readonly ItemRow[];
    windowId: number | null;
    readonly settle: (login: HttpLogin | null) => void;
  };

/** How long a question waits, in ms. The browser's own window comes up after it. */
const patience = 120_000;
const mostHeard = 100;

const heardRequests = list(record<Heard>({ id: text(100), answered: text(3_000) }), mostHeard);
/** `answered` names whose challenge it was; `''` where it was left to the browser. */
type Heard = { readonly id: string; readonly answered: string };
const nameOf = ({ origin, realm }: Realm) => `${origin} ${realm}`;

export function createChallenges(deps: Dependencies): Challenges {
  const waiting = new Map<string, Waiting>();

  // Reading, changing and writing the list is one step: two challenges at once must not miss each other.
  const alone = createTurns();
  /** Notes the request; says what was noted before, null for nothing. */
  function note(id: string, answered = ''): Promise<Heard | null> {
    return alone(async () => {
      const json = await deps.heard.get();
      const all = json === '' ? [] : parseJson(json, heardRequests);
      // Then nobody knows what was answered before, and a wrong answer must not be given twice.
      if (all === null) throw new AppError('internal', 'what was heard cannot be read');
      const others = all.filter((each) => each.id !== id);
      await deps.heard.set(JSON.stringify([...others, { id, answered }].slice(-mostHeard)));
      return all.find((each) => each.id === id) ?? null;
    });
  }

  async function mayGo(challenge: Challenge, row: RowRef): Promise<boolean> {
    return deps.authoriser.authoriseAnswer(challenge, row).then(
      () => true,
      () => false,
    );
  }

  async function loginFor(challenge: Challenge, row: RowRef): Promise<HttpLogin> {
    const item = await deps.open(await deps.authoriser.authoriseAnswer(challenge, row));
    const password = await readPart(item, { part: 'password' }, deps.now());
    // Opening took a while: look again before anything leaves.
    await deps.authoriser.authoriseAnswer(challenge, row);
    await deps.noteUse(row.id);
    return { username: item.login, password };
  }

  function ask(asked: Omit<Waiting, 'windowId' | 'settle'>): Promise<HttpLogin | null> {
    // One at a time: a page with many frames must not cover the screen.
    if ([...waiting.values()].some(({ tabId }) => tabId === asked.tabId)) {
      return Promise.resolve(null);
    }
    const id = crypto.randomUUID();
    return new Promise((resolve) => {
      const settle = (login: HttpLogin | null) => {
        waiting.delete(id);
        if (one.windowId !== null) deps.closeWindow(one.windowId);
        resolve(login);
      };
      const one: Waiting = { ...asked, windowId: null, settle };
      waiting.set(id, one);
      deps.later(() => waiting.get(id)?.settle(null), patience);
      deps.openWindow(id).then(
        (windowId) => {
          one.windowId = windowId;
          if (!waiting.has(id)) deps.closeWindow(windowId);
        },
        () => settle(null),
      );
    });
  }

  async function answer(heard: HttpChallenge): Promise<HttpLogin | null> {
    const { requestId, tabId, frameId, url, realm } = heard;
    const origin = originOf(url);
    if (origin === null || !isAnswerable(heard, origin) || !(await deps.wanted())) return null;
    const challenge = { tabId, frameId, origin };
    const before = await note(requestId);
    if (before !== null) {
      // What was remembered was wrong: the next request asks again. A redirect may have led the request elsewhere.
      if (before.answered === nameOf({ origin, realm })) {
        await (await deps.realms()).forget({ origin, realm });
      }
      return null;
    }
    if (!(await deps.isOpen()) || !(await deps.maySpeak(url))) return null;
    const rows: ItemRow[] = [];
    for (const row of await deps.itemsOf(`${origin}/`)) {
      if (await mayGo(challenge, row)) rows.push(row);
    }
    const remembered = await (await deps.realms()).find({ origin, realm });
    const known = rows.find((row) => remembered !== null && isSameRow(row, remembered));
    if (known !== undefined) {
      const login = await loginFor(challenge, known);
      await note(requestId, nameOf({ origin, realm }));
      return login;
    }
    if (rows.length === 0 || !(await deps.isInFront(tabId))) return null;
    const mayRemember = !(await deps.isPrivate(tabId));
    return ask({ ...challenge, requestId, realm, mayRemember, rows });
  }

  return {
    answer: (heard) => answer(heard).catch(() => null),

    question(id) {
      const one = waiting.get(id);
      if (one === undefined) return null;
      const page = parsePage(one.origin);
      return {
        site: siteName(one.origin),
        realm: one.realm,
        exposed: page !== null && !page.secure && !page.loopback,
        mayRemember: one.mayRemember,
        rows: one.rows,
      };
    },

    async use(id, row, remember) {
      const one = waiting.get(id);
      if (one === undefined) throw new AppError('moved-on', 'nothing waits for an answer');
      const chosen = one.rows.find((each) => isSameRow(each, row));
      if (chosen === undefined) throw new AppError('refused', 'not among what was asked about');
      const login = await loginFor(one, chosen);
      if (remember && one.mayRemember) await (await deps.realms()).remember(one, chosen);
      await note(one.requestId, nameOf(one));
      if (!waiting.has(id)) throw new AppError('moved-on', 'nobody waits any more');
      one.settle(login);
    },

    leave: (id) => waiting.get(id)?.settle(null),

    closed(what) {
      for (const one of waiting.values()) {
        const gone = 'tabId' in what ? one.tabId === what.tabId : one.windowId === what.windowId;
        if (gone) one.settle(null);
      }
    },

    leaveAll() {
      for (const one of waiting.values()) one.settle(null);
    },
  };
}

/** A document's own server asks, in one of the two ways that a name and a password answer. */
function isAnswerable(heard: HttpChallenge, origin: string): boolean {
  const { tabId, isProxy, isActive, scheme, realm, challenger } = heard;
  if (isProxy || !isActive || tabId < 0 || realm.length > longestRealm) return false;
  if (scheme !== 'basic' && scheme !== 'digest') return false;
  return originOf(`${new URL(origin).protocol}//${challenger}`) === origin;
}
