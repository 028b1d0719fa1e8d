import { describe, expect, it } from 'vitest';
import { createAuthoriser, type Permit } from '../../../../src/background/fill/authorise.ts';
import type { Frame } from '../../../../src/platform/frames.ts';

const row = { id: 'item', shortcutId: null };

/** A chain of frames, the top first, each inside the one before; the last is the one to fill. */
function chain(...urls: string[]): readonly Frame[] {
  return urls.map((url, frameId) => ({
    frameId,
    parentFrameId: frameId - 1,
    documentId: `D${frameId}`,
    url,
  }));
}

function authorise(frames: readonly Frame[], origin: string, documentId?: string): Promise<Permit> {
  const { authorise: ask } = createAuthoriser({
    matches: async (_, pageUrl) =>
      [
        'https://a.test',
        'https://login.a.test',
        'https://login.a.test:8443',
        'https://new.a.test',
      ].includes(new URL(pageUrl).origin),
    isOwnServer: async (own) => own === 'https://login.a.test:8443',
    knowsAddress: async (_, pageUrl) => pageUrl !== 'https://new.a.test/',
    policy: async () => ({ ignoredSites: ['forbidden.test'] }),
    findFrames: async () => frames,
  });
  const frameId = frames.length - 1;
  return ask({ tabId: 1, frameId, documentId: documentId ?? `D${frameId}`, origin }, row);
}

describe('the authoriser', () => {
  it.each([
    ['a matching page', chain('https://a.test/login'), 'https://a.test'],
    ['a frame of the same origin', chain('https://a.test/', 'https://a.test/f'), 'https://a.test'],
    [
      'a frame inside another matching origin',
      chain('https://a.test/', 'https://login.a.test/'),
      'https://login.a.test',
    ],
  ])('lets an item go to %s', async (_, frames, origin) => {
    await expect(authorise(frames, origin)).resolves.toMatchObject({
      use: 'fill',
      ref: { kind: 'item', id: 'item' },
    });
  });

  it.each([
    ['a foreign page', chain('https://evil.test/'), 'https://evil.test'],
    [
      'F3: a foreign frame in a matching page',
      chain('https://a.test/', 'https://evil.test/'),
      'https://evil.test',
    ],
    [
      'F4: a matching frame in a foreign page',
      chain('https://evil.test/', 'https://a.test/'),
      'https://a.test',
    ],
    [
      'F5: a matching frame in a foreign frame of a matching page',
      chain('https://a.test/', 'https://evil.test/', 'https://a.test/'),
      'https://a.test',
    ],
    [
      'F7: a matching frame in a data: frame',
      chain('https://a.test/', 'data:text/html,', 'https://a.test/'),
      'https://a.test',
    ],
    ['a frame whose address lies about its origin', chain('https://a.test/'), 'https://evil.test'],
  ])('keeps an item from %s', async (_, frames, origin) => {
    await expect(authorise(frames, origin)).rejects.toMatchObject({ code: 'no-match' });
  });

  it('keeps an item from a site that the organisation excludes', async () => {
    const frames = chain('https://forbidden.test/');
    await expect(authorise(frames, 'https://forbidden.test')).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('M12: keeps an item from the Passwork server itself', async () => {
    const origin = 'https://login.a.test:8443';
    await expect(authorise(chain(`${origin}/`), origin)).rejects.toMatchObject({
      code: 'no-match',
    });
  });

  it('S4: has an address confirmed that the item got since it was used', async () => {
    const origin = 'https://new.a.test';
    await expect(authorise(chain(`${origin}/`), origin)).rejects.toMatchObject({
      code: 'address-changed',
    });
  });

  it('notices that the document changed', async () => {
    await expect(
      authorise(chain('https://a.test/'), 'https://a.test', 'old'),
    ).rejects.toMatchObject({
      code: 'moved-on',
    });
  });
  it('notices that the frame is gone', async () => {
    await expect(authorise([], 'https://a.test')).rejects.toMatchObject({ code: 'moved-on' });
  });
});
