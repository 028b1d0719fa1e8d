/**
 * The ways by which a login gets into a page: a fill, a site that is opened to be filled, the question before it and
 * the one-time code after it. Wiring only, as in `index.ts`.
 */
import type { OpenedItem } from '../model/item.ts';
import { findFrames } from '../platform/frames.ts';
import { openConsent } from '../platform/popup.ts';
import { consentItem, grantsItem, visitsItem } from '../platform/storage.ts';
import { findTab, openTab } from '../platform/tabs.ts';
import type { RowRef } from '../protocol/item-calls.ts';
import { frameClient, injectBoth } from './engine.ts';
import type { Authoriser, Permit } from './fill/authorise.ts';
import { createCodeAfterFill } from './fill/code-after-fill.ts';
import { type Consent, createConsent } from './fill/consent.ts';
import { createFill, type Fill } from './fill/fill.ts';
import type { FramePlace } from './fill/frame-place.ts';
import { createGrants } from './fill/grants.ts';
import { createLastFilled, type LastFilled } from './fill/last-filled.ts';
import { createOpenAndFill, type OpenAndFill } from './fill/open-and-fill.ts';
import type { CopyPart } from './opened/copy-part.ts';
import type { Reports } from './report.ts';
import type { SettingsService } from './settings.ts';

export type Filling = {
  readonly fill: Fill;
  readonly openAndFill: OpenAndFill;
  readonly lastFilled: LastFilled;
  readonly consent: Consent;
  /** Has the popup ask before a tab is filled. False where the browser opens none. */
  confirm(tabId: number, row: RowRef): Promise<boolean>;
  /** The same, for a popup that is open already. */
  keepWish(tabId: number, row: RowRef): Promise<void>;
};

type Dependencies = {
  readonly settings: Pick<SettingsService, 'get'>;
  readonly authoriser: Authoriser;
  readonly open: (permit: Permit) => Promise<OpenedItem>;
  /** Whether a row's addresses match a page. */
  readonly matches: (row: RowRef, pageUrl: string) => Promise<boolean>;
  readonly copyPart: CopyPart;
  readonly noteUse: (id: string) => Promise<void>;
  /** A password of the vault went to a page. */
  readonly noteFilled: (place: FramePlace, password: string, login: string) => Promise<void>;
  readonly reports: Reports;
  readonly now: () => number;
};

export function createFilling(deps: Dependencies): Filling {
  const { authoriser, reports, now } = deps;

  const lastFilled = createLastFilled(now);
  const fill = createFill({
    authoriser,
    grants: createGrants(grantsItem, now),
    findFrames,
    inject: injectBoth,
    frameClient,
    open: deps.open,
    matches: deps.matches,
    noteUse: deps.noteUse,
    lastFilled,
    afterFill: createCodeAfterFill({
      wanted: async () => (await deps.settings.get()).copyCodeAfterFill,
      copyPart: deps.copyPart,
      sayCopied: reports.codeCopied,
      report: reports.report,
    }),
    noteFilled: deps.noteFilled,
    now,
  });

  const openAndFill = createOpenAndFill({
    stored: visitsItem,
    fill,
    matches: deps.matches,
    tabExists: async (tabId) => (await findTab(tabId)) !== null,
    findFrames,
    openTab,
    report: reports.report,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    now,
  });

  const consent = createConsent({ stored: consentItem, openPopup: openConsent, now });
  async function wishOf(tabId: number, { id, shortcutId }: RowRef) {
    const { url: pageUrl = '' } = (await findTab(tabId)) ?? {};
    return { id, shortcutId, tabId, pageUrl };
  }

  return {
    ...{ fill, openAndFill, lastFilled, consent },
    confirm: async (tabId, row) => consent.seek(await wishOf(tabId, row)),
    keepWish: async (tabId, row) => consent.keep(await wishOf(tabId, row)),
  };
}
