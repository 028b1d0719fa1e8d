import manifest from '../../manifest.json' with { type: 'json' };

export const targets = ['chrome', 'firefox'] as const;
export type Target = (typeof targets)[number];

/** Identity and floor of the Firefox package; the id may never change once it is published. */
const gecko = {
  id: 'latchkey@latchkey.extension',
  // The first version that shows, while installing, what an extension sends.
  strict_min_version: '140.0',
  // What is typed at setup goes to the Passwork server that was named there, and to nobody else.
  data_collection_permissions: { required: ['authenticationInfo' as const] },
};

/**
 * The manifest of one browser, derived from the one file that people edit. Paths in it are those of
 * the sources; the build puts the built ones in their place.
 */
export function manifestFor(target: Target) {
  if (target === 'chrome') return manifest;
  // Keys that Firefox does not know. No page or extension can connect there unless we listen for it,
  // and what an organisation decrees is read without naming its schema.
  const {
    minimum_chrome_version: _minimum,
    externally_connectable: _connectable,
    storage: _schema,
    side_panel: panel,
    ...shared
  } = manifest;
  return {
    ...shared,
    background: { scripts: [manifest.background.service_worker], type: 'module' },
    // The event page has a document of its own, so Firefox has no offscreen pages.
    permissions: manifest.permissions.filter(
      (name) => name !== 'offscreen' && name !== 'sidePanel',
    ),
    // The same page beside the web page; Firefox would open it at once where nothing is said.
    sidebar_action: {
      default_title: manifest.name,
      default_panel: panel.default_path,
      default_icon: manifest.action.default_icon,
      open_at_install: false,
    },
    browser_specific_settings: { gecko },
  };
}
