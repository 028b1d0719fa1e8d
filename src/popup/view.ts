/**
 * Where the popup stood: a popup that is opened again within a minute, over the same tab, goes on there.
 * It lies in `storage.session` while the vault is open, and holds what was typed and looked at, never
 * what was revealed.
 */
import { effect } from '@preact/signals';
import { viewItem } from '../platform/storage.ts';
import type { Opening } from './opening.ts';
import { type Browsing, browsing } from './screens/browse/browsing.ts';
import { active, finder, homeScroll } from './screens/home/home-state.ts';
import { openedOn, type Route, route, status, whenLocked } from './state.ts';
import { findOwnTab } from './tab.ts';

type View = {
  /** Unix milliseconds at which the popup was last seen open. */
  readonly at: number;
  readonly tab: number | null;
  readonly route: Route;
  readonly query: string;
  readonly row: number;
  readonly scroll: number;
  readonly browsing: Browsing;
};

/** Milliseconds. */
const keptFor = 60_000;
const saveDelay = 150;

/** Screens that mean the same later; the others belong to a moment. */
const lasting: readonly Route['screen'][] = ['home', 'inbox', 'item', 'browse', 'generator'];

/** Where a screen is found again; what is being edited lies in its draft, which is offered at its item. */
function lastingRoute(from: Route): Route | null {
  const to = from.screen === 'edit' ? from.back : from;
  return lasting.includes(to.screen) ? to : null;
}

let resumed: View | null = null;

/** True where nothing was typed and nowhere was gone since the popup opened. */
export function isAsOpened(): boolean {
  const typed = document.querySelector<HTMLInputElement>('#search')?.value ?? finder.query.value;
  const { screen } = resumed?.route ?? { screen: 'home' };
  return route.value.screen === screen && (typed === '' || typed === resumed?.query);
}

/** Takes up where the last popup stood. Whoever has typed meanwhile has begun anew. */
export function resumeView({ view: stored, tab }: Opening): void {
  if (stored === '') return;
  const view = JSON.parse(stored) as View; // our own; an update of the extension empties the area
  const age = Date.now() - view.at;
  if (view.tab !== (tab?.id ?? null) || age > keptFor || age < 0) return;
  if (openedOn !== null || finder.query.value !== '' || route.value.screen !== 'home') return;
  resumed = view;
  finder.type(view.query);
  active.value = view.row;
  homeScroll.value = view.scroll;
  browsing.value = view.browsing;
  route.value = view.route;
}

/** Keeps the view up to date from now on, while the vault is open. */
export function keepView(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = async () => {
    const { id: tab = null, incognito = false } = (await findOwnTab()) ?? {};
    // What a private window is about is written nowhere.
    if (incognito) return;
    const here = lastingRoute(route.value);
    if (status.value?.state !== 'unlocked' || here === null) return;
    const view: View = {
      at: Date.now(),
      tab,
      route: here,
      query: finder.query.value,
      row: active.value,
      scroll: homeScroll.value,
      browsing: browsing.value,
    };
    await viewItem.set(JSON.stringify(view));
  };
  // A popup hears of a lock a moment late, and may have written in that moment what the lock had taken away.
  whenLocked(() => void viewItem.remove());
  effect(() => {
    // Whatever is read here asks for a save when it changes.
    void [status.value, route.value, finder.query.value, active.value, browsing.value];
    void homeScroll.value;
    clearTimeout(timer);
    timer = setTimeout(() => void save(), saveDelay);
  });
  // A popup gets no time when it closes, so the time of the last look is kept as well.
  setInterval(() => void save(), 10_000);
}
