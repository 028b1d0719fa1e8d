import { describe, expect, it } from 'vitest';
import { readSources } from './sources.ts';
import { authoriser, findByPasses, secretMethods, source } from './ways-out.ts';

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
    const door = sources[source] ?? '';
    expect(door).toMatch(/open\(permit: Permit\)[^{]*\{\n\s*checkPermit\(permit\);/);
    // The class is not exported, so nobody else can make one.
    expect(sources[authoriser]).toMatch(/^class PermitOfAuthoriser/m);
  });
});

describe('the fence', () => {
  it.each([
    ['background/handlers/x.ts', 'await client.openItem(id)', 'calls openItem'],
    ['background/handlers/x.ts', 'session.use((c) => c.openSnapshot(row))', 'calls openSnapshot'],
    ['background/x.ts', 'client\n  .downloadAttachment(item, id)', 'calls downloadAttachment'],
    ['background/x.ts', '({ use, ref }) as unknown as Permit', 'makes a permit'],
    ['background/x.ts', 'new PermitOfAuthoriser(use, ref)', 'makes a permit'],
  ])('stops %s with %s', (path, text, what) => {
    expect(findByPasses({ [path]: text }, methods)).toEqual([`${path}: ${what}`]);
  });

  it('notices a new method of the connector', () => {
    const connector =
      'export type Passwork = {\n  peek(\n    id: string,\n  ): Promise<OpenedItem | null>;\n  vaults(): Promise<Vault[]>;\n};';
    expect(secretMethods(connector)).toEqual(['peek']);
  });
});
