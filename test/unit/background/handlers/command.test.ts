import { describe, expect, it } from 'vitest';
import { createCommandHandler } from '../../../../src/background/handlers/command.ts';
import { AppError, type ErrorCode } from '../../../../src/model/error.ts';

/** What the shortcut did, in its order. */
async function press(matches: readonly string[], { open = true, fails = '' } = {}) {
  const did: string[] = [];
  const handle = createCommandHandler({
    isOpen: async () => open,
    touch: async () => undefined,
    lock: async () => {
      did.push('lock');
    },
    fill: {
      async fillTab(tabId: number, { id }: { id: string }) {
        if (fails !== '') throw new AppError(fails as ErrorCode, 'made up');
        did.push(`fill ${tabId} ${id}`);
      },
    } as never,
    matching: async () => matches.map((id) => ({ id, shortcutId: null })) as never,
    findCurrentTab: async () => ({ id: 1, url: 'https://a.test/', incognito: false }),
    openPopup: async () => {
      did.push('popup');
    },
    confirm: async (_, { id }) => {
      did.push(`confirm ${id}`);
    },
    report: async (failure) => {
      did.push(`report ${failure}`);
    },
  });
  await handle('fill');
  return did;
}

describe('the shortcut to fill', () => {
  it('fills the one item that matches', async () => {
    expect(await press(['a'])).toEqual(['fill 1 a', 'report null']);
  });
  it('asks in the popup, which lists them first, where several match', async () => {
    expect(await press(['a', 'b'])).toEqual(['popup']);
  });
  it('opens the popup where none matches, and where it must be unlocked first', async () => {
    expect(await press([])).toEqual(['popup']);
    expect(await press(['a'], { open: false })).toEqual(['popup']);
  });
  it('says what went wrong, or has it confirmed', async () => {
    expect(await press(['a'], { fails: 'no-field' })).toEqual(['report no-field']);
    expect(await press(['a'], { fails: 'address-changed' })).toEqual(['confirm a']);
  });
});
