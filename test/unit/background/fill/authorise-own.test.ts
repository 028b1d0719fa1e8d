/** What our own pages and the browser's own menu may do with a secret that fills nothing. */
import { describe, expect, it } from 'vitest';
import {
  type Asker,
  checkPermit,
  createAuthoriser,
  type HeldPermit,
} from '../../../../src/background/fill/authorise.ts';

const item = { kind: 'item', id: 'i' } as const;
const typed = { kind: 'typed', id: 't' } as const;
const own: Asker = { kind: 'own' };
const menu: Asker = { kind: 'browser' };

function authoriser(revealAllowed?: boolean) {
  return createAuthoriser({
    matches: async () => true,
    isOwnServer: async () => false,
    knowsAddress: async () => true,
    policy: async () => (revealAllowed === undefined ? {} : { revealAllowed }),
    findFrames: async () => [],
  });
}

describe('the authoriser, asked by a page of ours (M1)', () => {
  it.each(['view', 'reveal', 'copy', 'code', 'attachment', 'edit'] as const)(
    'lets it %s',
    async (use) => {
      const permit = await authoriser().authoriseOwn(own, use, item);
      expect(permit).toMatchObject({ use, ref: item });
      expect(() => checkPermit(permit)).not.toThrow();
    },
  );

  it('shows no password where the policy hides them, typed and made ones neither', async () => {
    const { authoriseOwn, authoriseHeld } = authoriser(false);
    const forbidden = { code: 'forbidden' };
    await expect(authoriseOwn(own, 'reveal', item)).rejects.toMatchObject(forbidden);
    await expect(authoriseHeld(own, 'reveal', typed)).rejects.toMatchObject(forbidden);
    await expect(authoriseOwn(own, 'copy', item)).resolves.toMatchObject({ use: 'copy' });
    await expect(authoriseHeld(own, 'copy', typed)).resolves.toMatchObject({ use: 'copy' });
  });

  it('lets the context menu copy and nothing else', async () => {
    const { authoriseOwn, authoriseHeld } = authoriser();
    await expect(authoriseOwn(menu, 'copy', item)).resolves.toMatchObject({ use: 'copy' });
    await expect(authoriseHeld(menu, 'copy', typed)).resolves.toMatchObject({ use: 'copy' });
    for (const use of ['view', 'reveal', 'code', 'attachment', 'edit'] as const) {
      await expect(authoriseOwn(menu, use, item), use).rejects.toMatchObject({ code: 'refused' });
    }
    await expect(authoriseHeld(menu, 'reveal', typed)).rejects.toMatchObject({ code: 'refused' });
  });

  it('refuses whoever else asks', async () => {
    const page = { kind: 'page', tabId: 1 } as unknown as Asker;
    const { authoriseOwn, authoriseHeld } = authoriser();
    await expect(authoriseOwn(page, 'copy', item)).rejects.toMatchObject({ code: 'refused' });
    await expect(authoriseHeld(page, 'copy', typed)).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('a permit', () => {
  it('cannot be imitated, nor used for another use', async () => {
    const permit = await authoriser().authoriseHeld(own, 'reveal', typed);
    expect(() => checkPermit(permit, 'reveal')).not.toThrow();
    expect(() => checkPermit(permit, 'copy')).toThrow('not a permit');
    const likeOne = Object.assign(Object.create(Object.getPrototypeOf(permit)), permit);
    for (const forged of [{ ...permit }, likeOne]) {
      expect(() => checkPermit(forged as HeldPermit)).toThrow();
    }
  });
});
