import { describe, expect, it } from 'vitest';
import schema from '../../../public/managed-schema.json' with { type: 'json' };
import { parsePolicy } from '../../../src/background/policy.ts';
import { createSettings } from '../../../src/background/settings.ts';
import { allowsFilling, allowsServer } from '../../../src/model/policy.ts';
import { defaultSettings } from '../../../src/model/settings.ts';
import { memoryText } from '../../support/memory-text.ts';

describe('settings', () => {
  it('begin with the defaults, and keep what is chosen for the next worker', async () => {
    const stored = memoryText();
    const settings = createSettings(stored, async () => ({}));
    expect(await settings.get()).toEqual(defaultSettings);
    await settings.save({ ...defaultSettings, clipboardSeconds: 10 });
    expect((await createSettings(stored, async () => ({})).get()).clipboardSeconds).toBe(10);
  });
  it.each(['', 'null', '[]', '{"lockAfterMinutes":"soon"}', '{"clipboardSeconds":-1}', '{'])(
    'survive %j',
    async (text) => {
      expect(await createSettings(memoryText(text), async () => ({})).get()).toEqual(
        defaultSettings,
      );
    },
  );
  it('of another version lose only what is no longer known', async () => {
    const stored = memoryText('{"clipboardSeconds":5,"gone":true,"offerInPage":"perhaps"}');
    const settings = await createSettings(stored, async () => ({})).get();
    expect(settings).toEqual({ ...defaultSettings, clipboardSeconds: 5 });
  });
  it.each([
    ['g', { fill: 'Enter', 'copy-password': 'c', 'copy-login': 'b', 'copy-code': 't', lock: 'x' }],
    ['o', { fill: 'Enter', 'copy-password': 'g', 'copy-login': 'b', 'copy-code': 't', lock: 'x' }],
    ['k', { fill: 'j', 'copy-password': 'g', 'copy-login': 'b', 'copy-code': 'o', lock: 'x' }],
  ])('give a key to what had none before, here %s', async (key, keys) => {
    const stored = memoryText(JSON.stringify({ keys }));
    const settings = await createSettings(stored, async () => ({})).get();
    expect(settings.keys).toEqual({ ...keys, 'open-and-fill': key });
  });
  it('are overruled by the organisation, also against a choice made before', async () => {
    const stored = memoryText();
    let policy: unknown = {};
    const settings = createSettings(stored, async () => policy);
    await settings.save({ ...defaultSettings, lockAfterMinutes: 0, offerInPage: true });
    policy = { lockAfterMinutes: 5, offerInPage: false, clipboardSeconds: 'often' };
    settings.forget();
    const inForce = { ...defaultSettings, lockAfterMinutes: 5, offerInPage: false };
    expect(await settings.get()).toEqual(inForce);
    expect(await settings.save({ ...defaultSettings, lockAfterMinutes: 60 })).toEqual(inForce);
  });
});

describe('a policy', () => {
  it('is read key by key', () => {
    const raw = {
      pinAllowed: false,
      servers: ['pw.test'],
      fillSites: 'all',
      __proto__: { a: 1 },
      x: 1,
    };
    expect(parsePolicy(raw)).toEqual({ pinAllowed: false, servers: ['pw.test'] });
  });
  it('asks for a length that can be made, and names each kind of character', () => {
    const least = { minLength: 16, upper: true, digits: true, symbols: false };
    expect(parsePolicy({ generatedPasswords: least })).toEqual({ generatedPasswords: least });
    const { symbols: _, ...without } = least;
    for (const slip of [
      without,
      { ...least, minLength: 4 },
      { ...least, minLength: 129 },
      16,
      null,
    ]) {
      expect(parsePolicy({ generatedPasswords: slip })).toEqual({});
    }
  });
  it.each([null, undefined, 7, 'text', []])('survives %j', (raw) => {
    expect(parsePolicy(raw)).toEqual({});
  });
  it('has a schema that names exactly what is read', () => {
    const everything = {
      ...defaultSettings,
      servers: [],
      pinAllowed: true,
      revealAllowed: true,
      generatedPasswords: { minLength: 12, upper: true, digits: true, symbols: false },
      fillSites: [],
      ignoredSites: [],
    };
    expect(Object.keys(schema.properties).sort()).toEqual(
      Object.keys(parsePolicy(everything)).sort(),
    );
  });

  it.each([
    [{}, 'https://a.test', true],
    [{ fillSites: ['a.test'] }, 'https://a.test', true],
    [{ fillSites: ['a.test'] }, 'https://login.a.test', true],
    [{ fillSites: ['*.a.test'] }, 'https://login.a.test', true],
    [{ fillSites: ['a.test'] }, 'https://evila.test', false],
    [{ fillSites: ['a.test'] }, 'https://a.test.evil.test', false],
    [{ fillSites: [] }, 'https://a.test', false],
    [{ fillSites: [''] }, 'https://a.test', false],
    [{ ignoredSites: ['a.test'] }, 'https://www.a.test', false],
    [{ ignoredSites: ['a.test'] }, 'https://b.test', true],
    [{ fillSites: ['a.test'], ignoredSites: ['x.a.test'] }, 'https://x.a.test', false],
  ])('%j for %s', (policy, origin, expected) => {
    expect(allowsFilling(policy, origin)).toBe(expected);
  });

  it.each([
    [undefined, 'anything', true],
    [['pw.test'], 'https://pw.test/', true],
    [['https://pw.test'], 'PW.test/api/v4', true],
    [['pw.test/vault'], 'pw.test', false],
    [['pw.test'], 'http://pw.test', false],
    [['pw.test'], 'pw.test.evil.test', false],
    [[], 'pw.test', false],
  ])('with servers %j and %s typed', (servers, typed, expected) => {
    expect(allowsServer(servers === undefined ? {} : { servers }, typed)).toBe(expected);
  });
});
