/**
 * Opens an item's site in a new tab and fills it once, when a form appears there:
 *
 *   start ──▶ waiting ── a form the item may go to ──▶ filled
 *                │
 *                └── a minute, a page of another site, a lock, the tab closed ──▶ over
 *
 * What waits lies in `storage.session`, so that a worker killed meanwhile goes on with the next page event.
 */
import { AppError, type ErrorCode, toAppError } from '../../model/error.ts';
import { originOf } from '../../model/web-address.ts';
import type { Frame } from '../../platform/frames.ts';
import type { StoredText } from '../../platform/storage.ts';
import type { RowRef } from '../../protocol/item-calls.ts';
import { list, natural, record } from '../../protocol/parse.ts';
import { origin, rowFields, tabId } from '../ref-parsers.ts';
import { parseJson } from '../stored-json.ts';
import type { Fill } from './fill.ts';

export type OpenAndFill = {
  /** Opens the address for the row; resolves once the tab is there. */
  start(address: string, row: RowRef): Promise<void>;
  /** Something happened in a tab: looks whether it is one that waits, and whether it has a form by now. */
  look(tabId: number): Promise<void>;
};

type Visit = RowRef & {
  readonly tabId: number;
  /** Origin of the page that the tab showed last; `''` until it shows one. */
  readonly origin: string;
  /** Unix ms. */
  readonly until: number;
};

type Dependencies = {
  readonly stored: StoredText;
  readonly fill: Pick<Fill, 'surveyTab' | 'fillTab'>;
  /** Whether a row's addresses match a page. */
  readonly matches: (row: RowRef, pageUrl: string) => Promise<boolean>;
  readonly tabExists: (tabId: number) => Promise<boolean>;
  readonly findFrames: (tabId: number) => Promise<readonly Frame[]>;
  /** Answers with the id of the tab. */
  readonly openTab: (url: string) => Promise<number>;
  /** Null where it was filled; not called where the user has gone elsewhere. */
  readonly report: (failure: ErrorCode | null) => Promise<void>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
};

/** Milliseconds within which the form must appear. */
const patience = 60_000;
const most = 5;

const visits = list(record<Visit>({ ...rowFields, tabId, origin, until: natural }), most);

/** The page is still on its way to a form. */
const notYet: readonly ErrorCode[] = ['no-field', 'moved-on', 'internal'];

export function createOpenAndFill(deps: Dependencies): OpenAndFill {
  const { stored, now } = deps;
  /** Tabs being looked at: two looks at once could fill twice. */
  const busy = new Set<number>();

  const read = async (): Promise<readonly Visit[]> => parseJson(await stored.get(), visits) ?? [];

  async function put(tabId: number, visit: Visit | null): Promise<void> {
    const others = (await read()).filter((each) => each.tabId !== tabId);
    const all = visit === null ? others : [...others, visit].slice(-most);
    await (all.length === 0 ? stored.remove() : stored.set(JSON.stringify(all)));
  }

  async function end(tabId: number, failure: ErrorCode | null): Promise<void> {
    await put(tabId, null);
    await deps.report(failure);
  }

  async function step(visit: Visit): Promise<void> {
    const { tabId, id, shortcutId } = visit;
    if (!(await deps.tabExists(tabId))) return put(tabId, null);
    // Right after it was opened, a tab has no frame yet.
    const [top] = await deps.findFrames(tabId);
    const origin = originOf(top?.url ?? '') ?? '';
    if (visit.until <= now()) return end(tabId, 'no-field');
    if (origin === '') return;
    const row = { id, shortcutId };
    if (visit.origin !== origin) {
      // A redirect on the way there is the site's own doing, and so is a script's to another host of the site. The
      // authoriser still has its say.
      const isOfItem = () => deps.matches(row, top?.url ?? '').catch(() => true);
      const mayStay = visit.origin === '' || (await isOfItem());
      if (!mayStay) return put(tabId, null);
      await put(tabId, { ...visit, origin });
    }
    try {
      await deps.fill.surveyTab(tabId, row);
    } catch (thrown) {
      const { code } = toAppError(thrown);
      return notYet.includes(code) ? undefined : end(tabId, code);
    }
    // Spent before it is used: whatever happens now, it is not filled a second time.
    await put(tabId, null);
    try {
      await deps.fill.fillTab(tabId, row);
      await deps.report(null);
    } catch (thrown) {
      await deps.report(toAppError(thrown).code);
    }
  }

  async function look(tabId: number): Promise<boolean> {
    if (busy.has(tabId)) return true;
    busy.add(tabId);
    try {
      const visit = (await read()).find((each) => each.tabId === tabId);
      if (visit === undefined) return false;
      await step(visit);
      return (await read()).some((each) => each.tabId === tabId);
    } finally {
      busy.delete(tabId);
    }
  }

  /** Forms of many pages come long after the document; seldom enough to cost nothing. */
  async function keepLooking(tabId: number): Promise<void> {
    for (let pause = 500; await look(tabId); pause = Math.min(pause * 1.3, 2_000)) {
      await deps.wait(pause);
    }
  }

  return {
    async start(address, row) {
      if (originOf(address) === null) throw new AppError('invalid-input', 'not a web address');
      const tabId = await deps.openTab(address);
      const { id, shortcutId } = row;
      await put(tabId, { id, shortcutId, tabId, origin: '', until: now() + patience });
      void keepLooking(tabId);
    },
    async look(tabId) {
      await look(tabId);
    },
  };
}
