/** What a person decides about where an item is filled, and about what is offered on a site. */

/**
 * Where an item belongs, over what its addresses say by themselves (`default`): on their very hosts,
 * on all hosts of their domains, on pages whose address begins with theirs, or nowhere.
 */
export const itemRules = ['default', 'host', 'domain', 'starts-with', 'never'] as const;
export type ItemRule = (typeof itemRules)[number];

/** When the menu shows at a field: by itself, only for the arrow key, or never. */
export const siteOffers = ['always', 'on-request', 'never'] as const;

/** What happens by itself on one site. A person's own act (popup, shortcut, context menu) fills there all the same. */
export type SiteRule = {
  readonly offer: (typeof siteOffers)[number];
  /** Whether saving what was typed is offered. */
  readonly save: boolean;
};

/** `site`: a host, or `*.` and a host for all hosts below it as well. */
export type RuledSite = SiteRule & { readonly site: string };

/** On a site for which nothing was decided. */
export const defaultSiteRule: SiteRule = { offer: 'always', save: true };
