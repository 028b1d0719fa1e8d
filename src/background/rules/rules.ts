/**
 * What the user decided about single items and single sites. It tells which sites one visits, so it
 * lies encrypted on the disk (`accounts/records.ts`); what concerns sites is kept in the browser's
 * memory over a lock as well, since a locked vault must not speak up where it was told to be silent.
 */

import { AppError } from '../../model/error.ts';
import {
  defaultSiteRule,
  type ItemRule,
  itemRules,
  type RuledSite,
  type SiteRule,
  siteOffers,
} from '../../model/fill-rule.ts';
import type { StoredText } from '../../platform/storage.ts';
import { flag, list, oneOf, record, text } from '../../protocol/parse.ts';
import type { Records } from '../accounts/records.ts';
import { bareHost, parsePage, parseStoredSite } from '../items/site.ts';
import { parseJson, readStored } from '../stored-json.ts';
import { createTurns } from '../turns.ts';

export type Rules = {
  /** Resolves once they are read, or cannot be. Never rejects. */
  ready(): Promise<void>;
  /** By the item's id, those that are not the default; the same map until one changes. Empty before `ready`. */
  ofItems(): ReadonlyMap<string, ItemRule>;
  /** Throws `locked`. */
  setItem(id: string, rule: ItemRule): Promise<void>;
  /** What was decided for the site of this address; holds while locked, too. Never rejects. */
  ofPage(url: string): Promise<SiteRule>;
  /** In the order of their names. Throws `locked`. */
  sites(): Promise<readonly RuledSite[]>;
  /** Takes an address or a host as a person types it. Throws `invalid-input` for what is none, `locked`. */
  setSite(typed: string, rule: SiteRule): Promise<void>;
  /** The vault was locked: forgets what only an open one may know. */
  suspend(): void;
};

/** A person makes tens; a damaged store must not make us read millions. */
const most = 5_000;

const siteList = list(
  record<RuledSite>({
    site: text(300),
    offer: oneOf(...siteOffers),
    save: flag,
  }),
  most,
);
const kept = record<Kept>({
  items: list(record<ItemEntry>({ id: text(100), rule: oneOf(...itemRules) }), most),
  sites: siteList,
});

type ItemEntry = { readonly id: string; readonly rule: ItemRule };
type Kept = { readonly items: readonly ItemEntry[]; readonly sites: readonly RuledSite[] };
type State = {
  readonly items: ReadonlyMap<string, ItemRule>;
  readonly sites: ReadonlyMap<string, RuledSite>;
};

const nothing: State = { items: new Map(), sites: new Map() };

export function createRules(
  records: Records,
  lockedSites: StoredText,
  onChange: () => void,
): Rules {
  let reading: Promise<State> | null = null;
  let known = nothing;
  // One change at a time: two at once would each write without the other's.
  const alone = createTurns();

  async function read(): Promise<State> {
    const parsed = parseJson(await records.read('rules'), kept);
    const state = parsed === null ? nothing : toState(parsed);
    await remember(state);
    return state;
  }

  function remember({ sites }: State): Promise<void> {
    if (sites.size === 0) return lockedSites.remove();
    return lockedSites.set(JSON.stringify([...sites.values()]));
  }

  function state(): Promise<State> {
    const current = reading ?? read();
    reading = current;
    // A lock that comes meanwhile wins: what is read then is not kept.
    const settle = (found: State | null) => {
      if (reading !== current) return;
      if (found === null) reading = null;
      else known = found;
    };
    current.then(settle, () => settle(null));
    return current;
  }

  function change(make: (state: State) => State): Promise<void> {
    return alone(async () => {
      const next = make(await state());
      const items = [...next.items].map(([id, rule]) => ({ id, rule }));
      const sites = [...next.sites.values()];
      if (items.length > most || sites.length > most) {
        throw new AppError('too-large', 'more rules than we read back');
      }
      await records.write('rules', JSON.stringify({ items, sites } satisfies Kept));
      reading = Promise.resolve(next);
      known = next;
      await remember(next);
      onChange();
    });
  }

  async function sitesNow(): Promise<ReadonlyMap<string, RuledSite>> {
    try {
      return (await state()).sites;
    } catch {
      const remembered = await readStored(lockedSites, siteList, () => []);
      return toState({ items: [], sites: remembered }).sites;
    }
  }

  return {
    async ready() {
      await state().catch(() => undefined);
    },
    ofItems: () => known.items,
    setItem: (id, rule) =>
      change(({ items, sites }) => {
        const next = new Map(items);
        if (rule === 'default') next.delete(id);
        else next.set(id, rule);
        return { items: next, sites };
      }),
    async ofPage(url) {
      const host = parsePage(url)?.host;
      if (host === undefined) return defaultSiteRule;
      const sites = await sitesNow();
      // The nearest says more than one for all hosts above it.
      for (const name of [host, ...starsAbove(host)]) {
        const found = sites.get(name);
        if (found !== undefined) return { offer: found.offer, save: found.save };
      }
      return defaultSiteRule;
    },
    async sites() {
      const { sites } = await state();
      return [...sites.values()].sort((a, b) => (bareHost(a.site) < bareHost(b.site) ? -1 : 1));
    },
    setSite: async (typed, { offer, save }) => {
      const site = parseStoredSite(typed)?.host;
      if (site === undefined) throw new AppError('invalid-input', 'not a site');
      await change(({ items, sites }) => {
        const next = new Map(sites);
        if (offer === defaultSiteRule.offer && save === defaultSiteRule.save) next.delete(site);
        else next.set(site, { site, offer, save });
        return { items, sites: next };
      });
    },
    suspend() {
      reading = null;
      known = nothing;
    },
  };
}

function* starsAbove(host: string): Generator<string> {
  for (let at = host; at !== ''; at = at.includes('.') ? at.slice(at.indexOf('.') + 1) : '') {
    yield `*.${at}`;
  }
}

function toState({ items, sites }: Kept): State {
  return {
    items: new Map(items.map(({ id, rule }) => [id, rule])),
    sites: new Map(sites.map((each) => [each.site, each])),
  };
}
