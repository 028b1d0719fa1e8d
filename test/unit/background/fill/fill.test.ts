/** The way of a fill that our own pages and the browser's menus ask for. */
import { describe, expect, it } from 'vitest';
import { createFill } from '../../../../src/background/fill/fill.ts';
import { createGrants } from '../../../../src/background/fill/grants.ts';
import type { OpenedItem } from '../../../../src/model/item.ts';
import { memoryText } from '../../../support/memory-text.ts';
import { openAuthoriser } from '../../../support/permit.ts';

const row = { id: 'i', shortcutId: null };
const frame = { frameId: 0, parentFrameId: -1, documentId: '', url: 'https://a.test/' };

/** A tab whose document fails to answer a fill; `redeems` says whether it took its values before. */
function setUp({ redeems }: { readonly redeems: boolean }) {
  const world = { documentId: 'one', next: 'two' };
  const fill = createFill({
    authoriser: openAuthoriser,
    grants: createGrants(memoryText(), () => 0),
    findFrames: async () => [{ ...frame, documentId: world.documentId }],
    inject: async () => undefined,
    frameClient: (place) =>
      ({
        call: async (name: string, { grant }: { grant: string }) => {
          const labels = ['one-time-code', 'current-password'] as const;
          if (name === 'survey') return { ok: true, value: { labels, destinations: [] } };
          const asked = { labels, spares: [], destinations: [] };
          if (redeems)
            await fill.redeem({ ...frame, ...place, origin: 'https://a.test' }, grant, asked);
          world.documentId = world.next;
          return { ok: false, error: { code: 'internal' } };
        },
      }) as never,
    open: async () => ({ login: '', password: 'secret', fields: [] }) as unknown as OpenedItem,
    matches: async () => true,
    noteUse: async () => undefined,
    lastFilled: { note: () => undefined },
    afterFill: () => undefined,
    noteFilled: async () => undefined,
    now: () => 0,
  });
  return { fill, world };
}

describe('a page that goes on before it has answered', () => {
  it('was filled where it has its values', async () => {
    const { fill } = setUp({ redeems: true });
    expect(await fill.fillTab(1, row)).toEqual({ filled: 1, troubles: [] });
  });

  it('was not where it went without them, or is still there', async () => {
    const went = setUp({ redeems: false });
    await expect(went.fill.fillTab(1, row)).rejects.toMatchObject({ code: 'internal' });
    const stayed = setUp({ redeems: true });
    stayed.world.next = 'one';
    await expect(stayed.fill.fillTab(1, row)).rejects.toMatchObject({ code: 'internal' });
  });
});
