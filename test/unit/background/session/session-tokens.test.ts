import { describe, expect, it } from 'vitest';
import { newKeyText } from '../../../../src/background/seal.ts';
import { createPairStore } from '../../../../src/background/session/pair.ts';

const tokens = { token: 'A1', refreshToken: 'R1', expiresAt: 5 };

function memoryPairs() {
  const world = { bytes: null as Uint8Array<ArrayBuffer> | null };
  const pairs = createPairStore({
    get: async () => world.bytes,
    set: async (_, bytes) => {
      world.bytes = bytes;
    },
  });
  return { world, pairs };
}

describe('the token pair on the disk', () => {
  it('comes back under its key, and lies there encrypted', async () => {
    const { world, pairs } = memoryPairs();
    const key = newKeyText();
    await pairs.keep(key, tokens);
    expect(await pairs.read(key)).toEqual(tokens);
    expect(new TextDecoder().decode(world.bytes ?? undefined)).not.toContain('R1');
  });
  it('is none under another key, where nothing lies, and where it was changed', async () => {
    const { world, pairs } = memoryPairs();
    const key = newKeyText();
    expect(await pairs.read(key)).toBeNull();
    await pairs.keep(key, tokens);
    expect(await pairs.read(newKeyText())).toBeNull();
    world.bytes?.set([1], (world.bytes?.length ?? 1) - 1);
    expect(await pairs.read(key)).toBeNull();
  });
});
