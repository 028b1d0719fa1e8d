import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { actOf, keyName } from '../../../src/popup/keys.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, code: '' };
// No document here: only the attributes of an event count.
const press = (event: Partial<KeyboardEvent>) => ({ ...none, ...event }) as KeyboardEvent;

describe('actOf', () => {
  beforeAll(() => {
    vi.stubGlobal('HTMLInputElement', class {});
    vi.stubGlobal('document', { activeElement: null });
    vi.stubGlobal('getSelection', () => null);
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });

  it.each([
    ['c', 'copy-password'],
    ['b', 'copy-login'],
    ['o', 'copy-code'],
    ['l', 'lock'],
    ['Enter', 'fill'],
    ['C', 'copy-password'],
  ])('Ctrl and %s', (key, act) => {
    expect(actOf(press({ key, ctrlKey: true }), false)).toBe(act);
    expect(actOf(press({ key, metaKey: true }), true)).toBe(act);
  });

  it('takes the place of a key where its letter is not Latin', () => {
    expect(actOf(press({ key: 'с', code: 'KeyC', ctrlKey: true }), false)).toBe('copy-password');
    expect(actOf(press({ key: 'и', code: 'KeyB', ctrlKey: true }), false)).toBe('copy-login');
  });

  it('leaves other combinations to the browser', () => {
    expect(actOf(press({ key: 'c' }), false)).toBeNull();
    expect(actOf(press({ key: 'c', ctrlKey: true, shiftKey: true }), false)).toBeNull();
    // AltGr is Ctrl and Alt on Windows, and types letters.
    expect(actOf(press({ key: 'c', ctrlKey: true, altKey: true }), false)).toBeNull();
    expect(actOf(press({ key: 'c', ctrlKey: true }), true)).toBeNull();
    expect(actOf(press({ key: 't', ctrlKey: true }), false)).toBeNull();
  });

  it('copies what a person selected, not the password', () => {
    vi.stubGlobal('getSelection', () => ({ isCollapsed: false }));
    expect(actOf(press({ key: 'c', ctrlKey: true }), false)).toBeNull();
  });
});

describe('keyName', () => {
  it('is written as on the system', () => {
    expect(keyName('c', false)).toBe('Ctrl+C');
    expect(keyName('Enter', true)).toBe('⌘↵');
  });
});
