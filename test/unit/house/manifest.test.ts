import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import packageFile from '../../../package.json' with { type: 'json' };
import { manifestFor } from '../../../scripts/build/manifest.ts';

const sites = ['https://*/*', 'http://*/*'];

describe('the manifest', () => {
  it('D9: asks for these permissions and no others', () => {
    expect(manifest.permissions).toEqual([
      'activeTab',
      'alarms',
      'clipboardRead',
      'clipboardWrite',
      'contextMenus',
      'idle',
      'offscreen',
      'scripting',
      'sidePanel',
      'storage',
      'webNavigation',
    ]);
    expect(manifest.host_permissions).toEqual(sites);
    expect(manifest.optional_permissions).toEqual([
      'notifications',
      'webRequest',
      'webRequestAuthProvider',
    ]);
  });

  it('has a reason on record for each permission', () => {
    const reasons = readFileSync('docs/permissions.md', 'utf8');
    const missing = [...manifest.permissions, ...manifest.optional_permissions, ...sites].filter(
      (name) => !reasons.includes(`| \`${name}\` |`),
    );
    expect(missing).toEqual([]);
  });

  it('has a reason on record for each package that ships', () => {
    const reasons = readFileSync('docs/dependencies.md', 'utf8');
    const missing = Object.keys(packageFile.dependencies).filter(
      (name) => !reasons.includes(`| \`${name}\` |`),
    );
    expect(missing).toEqual([]);
  });

  it('puts one watcher into frames with an address of their own, and nothing else', () => {
    expect(manifest.content_scripts).toEqual([
      {
        matches: sites,
        js: ['src/content/watcher.iife.ts'],
        all_frames: true,
        // Before the page's own listeners: keys meant for our menu must reach us first.
        run_at: 'document_start',
      },
    ]);
  });

  it('M4 D7: shows nothing to pages and listens to no other extension', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest.externally_connectable).toEqual({ ids: [] });
    expect(manifest.incognito).toBe('spanning');
  });

  it('D10 U12: keeps its pages from code, frames and forms of others', () => {
    const policy = manifest.content_security_policy.extension_pages.split('; ').sort();
    expect(policy).toEqual([
      "base-uri 'none'",
      "connect-src 'self' https: http://localhost:* http://*.localhost:* http://127.0.0.1:*",
      "default-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self' data: blob:",
      "script-src 'self'",
      "style-src 'self'",
    ]);
  });

  it('carries the version of the package', () => {
    expect(manifest.version).toBe(packageFile.version);
  });

  it('names only texts and files that exist', () => {
    const texts: unknown = JSON.parse(
      readFileSync(`public/_locales/${manifest.default_locale}/messages.json`, 'utf8'),
    );
    const keys = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map((match) => match[1]);
    expect(texts).toMatchObject(
      Object.fromEntries(keys.map((key) => [key, { message: expect.stringMatching(/\S/) }])),
    );
    const icons = [
      ...Object.values(manifest.icons),
      ...Object.values(manifest.action.default_icon),
    ];
    expect(icons.filter((path) => !existsSync(`public/${path}`))).toEqual([]);
  });
});

describe('the manifest for Chromium', () => {
  it('is the one that people edit', () => {
    expect(manifestFor('chrome')).toBe(manifest);
  });
});

describe('the manifest for Firefox', () => {
  const firefox = manifestFor('firefox');

  it('has an event page in place of the worker, and so no offscreen page', () => {
    expect(firefox.background).toEqual({ scripts: ['src/background/index.ts'], type: 'module' });
    expect(firefox.permissions).toEqual(
      manifest.permissions.filter((name) => name !== 'offscreen' && name !== 'sidePanel'),
    );
  });

  it('has the popup in its sidebar, which stays closed until it is asked for', () => {
    expect(firefox).toHaveProperty('sidebar_action', {
      default_title: '__MSG_extensionName__',
      default_panel: manifest.side_panel.default_path,
      default_icon: manifest.action.default_icon,
      open_at_install: false,
    });
  });

  it('says who it is, what it needs and what it sends', () => {
    expect(firefox).toHaveProperty('browser_specific_settings.gecko', {
      id: 'latchkey@latchkey.extension',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['authenticationInfo'] },
    });
  });

  it('is otherwise the same', () => {
    const changed = ['background', 'permissions', 'browser_specific_settings', 'sidebar_action'];
    const shared = Object.entries(firefox).filter(([key]) => !changed.includes(key));
    expect(manifest).toMatchObject(Object.fromEntries(shared));
    expect(Object.keys(manifest).filter((key) => !(key in firefox))).toEqual([
      'minimum_chrome_version',
      'side_panel',
      'storage',
      'externally_connectable',
    ]);
  });
});
