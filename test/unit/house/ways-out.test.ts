import { describe, expect, it } from 'vitest';
import { readSources } from './sources.ts';
import {
  authoriser,
  entries,
  findByPasses,
  findEntries,
  guarded,
  secretMethods,
} from './ways-out.ts';

const sources = readSources();
const methods = secretMethods(sources['passwork/passwork.ts'] ?? '');

describe('opened items (M1)', () => {
  it('come from these methods of the connector', () => {
    expect(methods).toEqual([
      'openItem',
      'openItems',
      'openShortcut',
      'openInboxItem',
      'downloadAttachment',
      'openSnapshot',
      'ask',
    ]);
  });

  it('leave them for the worker by one door, and only with a permit', () => {
    expect(findByPasses(sources, methods)).toEqual([]);
    // The class is not exported, so nobody else can make one.
    expect(sources[authoriser]).toMatch(/^class PermitOfAuthoriser/m);
  });
});

describe('what else is secret (M1)', () => {
  it.each(Object.entries(guarded))('leaves %s with a permit only', (path, heads) => {
    for (const head of heads) expect(sources[path]).toMatch(head);
  });

  it('can be asked for by these events and no others', () => {
    expect(findEntries(sources)).toEqual(Object.keys(entries).sort());
  });
});

describe('the fence', () => {
  it.each([
    ['background/handlers/x.ts', 'await client.openItem(id)', 'calls openItem'],
    ['background/handlers/x.ts', 'session.use((c) => c.openSnapshot(row))', 'calls openSnapshot'],
    ['background/x.ts', 'client\n  .downloadAttachment(item, id)', 'calls downloadAttachment'],
    ['background/x.ts', '({ use, ref }) as unknown as Permit', 'makes a permit'],
    ['background/x.ts', 'await system.write(password)', 'writes to the clipboard'],
    ['background/x.ts', 'navigator.clipboard.writeText(password)', 'writes to the clipboard'],
    ['background/x.ts', 'new PermitOfAuthoriser(use, ref)', 'makes a permit'],
  ])('stops %s with %s', (path, text, what) => {
    expect(findByPasses({ [path]: text }, methods)).toEqual([`${path}: ${what}`]);
  });

  it('notices a new listener', () => {
    const text = "import { onAuth, Place } from '../platform/web-request.ts';";
    expect(findEntries({ 'background/x.ts': text })).toEqual(['onAuth']);
  });

  it('notices a new method of the connector', () => {
    const connector =
      'export type Passwork = {\n  peek(\n    id: string,\n  ): Promise<OpenedItem | null>;\n  vaults(): Promise<Vault[]>;\n};';
    expect(secretMethods(connector)).toEqual(['peek']);
  });
});
