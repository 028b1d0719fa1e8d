import { describe, expect, it } from 'vitest';
import { serverPage } from '../../../../src/background/opened/server-page.ts';
import type { SavedSession } from '../../../../src/passwork/index.ts';

const server = (generation: 'v4' | 'v7', base: string) => ({
  generation,
  save: () => ({ base }) as SavedSession,
});

describe('the page of an item in the server’s web app', () => {
  it('is that of the item on Passwork 4 to 6, under a path too', () => {
    expect(serverPage(server('v4', 'https://pw.example/api/v4'), 'abc')).toBe(
      'https://pw.example/#!/p/abc',
    );
    expect(serverPage(server('v4', 'https://pw.example/team/api/v4'), 'a/../b')).toBe(
      'https://pw.example/team/#!/p/a%2F..%2Fb',
    );
  });

  it('is the first page where no address of an item is known', () => {
    expect(serverPage(server('v7', 'https://pw.example/api/v1'), 'abc')).toBe(
      'https://pw.example/',
    );
  });
});
