import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../../src/model/settings.ts';
import { actOf, besidesPopup, keyOf, keys } from '../../../src/popup/keys.ts';
import { keyName } from '../../../src/popup/parts/key-name.ts';

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
    ['t', 'copy-code'],
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
    expect(actOf(press({ key: 'o', ctrlKey: true }), false)).toBeNull();
  });

  it('copies what a person selected, not the password', () => {
    vi.stubGlobal('getSelection', () => ({ isCollapsed: false }));
    expect(actOf(press({ key: 'c', ctrlKey: true }), false)).toBeNull();
  });
});

describe('the keys of a person', () => {
  afterEach(() => {
    keys.value = defaultSettings.keys;
    besidesPopup.value = false;
  });

  it('take the place of the usual ones', () => {
    keys.value = { ...defaultSettings.keys, 'copy-login': 'u' };
    expect(actOf(press({ key: 'u', ctrlKey: true }), false)).toBe('copy-login');
    expect(actOf(press({ key: 'b', ctrlKey: true }), false)).toBeNull();
  });

  it('have another for the code where the browser keeps Ctrl and T to itself', () => {
    besidesPopup.value = true;
    expect(keyOf('copy-code')).toBe('o');
    expect(actOf(press({ key: 'o', ctrlKey: true }), false)).toBe('copy-code');
    expect(actOf(press({ key: 't', ctrlKey: true }), false)).toBeNull();
    keys.value = { ...defaultSettings.keys, 'copy-login': 'o' };
    expect(keyOf('copy-code')).toBeNull();
    keys.value = { ...defaultSettings.keys, lock: 'w' };
    expect(keyOf('lock')).toBeNull();
  });
});

describe('keyName', () => {
  it('is written as on the system', () => {
    expect(keyName('c', false)).toBe('Ctrl+C');
    expect(keyName('Enter', true)).toBe('⌘↵');
  });
});
