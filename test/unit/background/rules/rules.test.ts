import { describe, expect, it } from 'vitest';
import { createRecords } from '../../../../src/background/accounts/records.ts';
import { createRules } from '../../../../src/background/rules/rules.ts';
import { newKeyText } from '../../../../src/background/seal.ts';
import type { SiteRule } from '../../../../src/model/fill-rule.ts';
import { memoryText } from '../../../support/memory-text.ts';

const never: SiteRule = { offer: 'never', save: true };

function setUp() {
  const world = {
    key: memoryText(newKeyText()),
    disk: null as Uint8Array<ArrayBuffer> | null,
    lockedSites: memoryText(),
    changes: 0,
    full: false,
  };
  const records = createRecords(world.key, {
    get: async () => world.disk,
    set: async (_, bytes) => {
      if (world.full) throw new Error('no room');
      world.disk = bytes;
    },
  });
  const wake = () =>
    createRules(records, world.lockedSites, () => {
      world.changes += 1;
    });
  return { world, wake, rules: wake() };
}

const offerOf = async (rules: ReturnType<typeof createRules>, url: string) =>
  (await rules.ofPage(url)).offer;

describe('rules about items', () => {
  it('outlive the worker, and are forgotten as the default', async () => {
    const { rules, wake, world } = setUp();
    await rules.setItem('a', 'never');
    await rules.setItem('b', 'domain');
    await rules.setItem('a', 'default');
    const woken = wake();
    expect(woken.ofItems().size).toBe(0);
    await woken.ready();
    expect([...woken.ofItems()]).toEqual([['b', 'domain']]);
    expect(world.changes).toBe(3);
  });
  it('are all there after changes at the same time', async () => {
    const { rules } = setUp();
    await Promise.all(['a', 'b', 'c'].map((id) => rules.setItem(id, 'host')));
    expect([...rules.ofItems().keys()].sort()).toEqual(['a', 'b', 'c']);
  });
  it('are gone with the lock, and back with the key', async () => {
    const { rules, world } = setUp();
    const key = world.key.value;
    await rules.setItem('a', 'never');
    world.key.value = '';
    rules.suspend();
    await rules.ready();
    expect(rules.ofItems().size).toBe(0);
    await expect(rules.setItem('b', 'never')).rejects.toMatchObject({ code: 'locked' });
    await expect(rules.sites()).rejects.toMatchObject({ code: 'locked' });
    world.key.value = key;
    await rules.ready();
    expect([...rules.ofItems()]).toEqual([['a', 'never']]);
  });
  it('stay as they were where the disk takes nothing', async () => {
    const { rules, world } = setUp();
    await rules.setItem('a', 'never');
    world.full = true;
    await expect(rules.setItem('b', 'never')).rejects.toThrow();
    expect([...rules.ofItems().keys()]).toEqual(['a']);
  });
  it.each([
    ['is damaged', (bytes: Uint8Array) => bytes.fill(7, 20, 30)],
    ['belongs to another key', null],
  ])('are none where what lies on the disk %s, and can be made anew', async (_, harm) => {
    const { rules, wake, world } = setUp();
    await rules.setItem('a', 'never');
    if (harm !== null && world.disk !== null) harm(world.disk);
    else world.key.value = newKeyText();
    const woken = wake();
    await woken.ready();
    expect(woken.ofItems().size).toBe(0);
    await woken.setItem('b', 'never');
    expect([...woken.ofItems().keys()]).toEqual(['b']);
  });
});

describe('rules about sites', () => {
  it('count for the very host, or with a star for all below', async () => {
    const { rules } = setUp();
    await rules.setSite('https://app.example.com/login?x=1', never);
    await rules.setSite('*.corp.test', never);
    await rules.setSite('open.corp.test', { offer: 'on-request', save: true });
    expect(await offerOf(rules, 'https://app.example.com/other')).toBe('never');
    expect(await offerOf(rules, 'http://app.example.com:8080/')).toBe('never');
    expect(await offerOf(rules, 'https://example.com/')).toBe('always');
    expect(await offerOf(rules, 'https://a.app.example.com/')).toBe('always');
    expect(await offerOf(rules, 'https://db.corp.test/')).toBe('never');
    expect(await offerOf(rules, 'https://corp.test/')).toBe('never');
    expect(await offerOf(rules, 'https://open.corp.test/')).toBe('on-request');
    expect(await offerOf(rules, 'https://notcorp.test/')).toBe('always');
    expect(await offerOf(rules, 'about:blank')).toBe('always');
  });
  it('are listed by name, and leave the list as the default', async () => {
    const { rules } = setUp();
    await rules.setSite('b.test', { offer: 'always', save: false });
    await rules.setSite('*.a.test', never);
    await rules.setSite('МОСКВА.рф', never);
    expect((await rules.sites()).map(({ site }) => site)).toEqual([
      '*.a.test',
      'b.test',
      'xn--80adxhks.xn--p1ai',
    ]);
    await rules.setSite('b.test', { offer: 'always', save: true });
    expect(await rules.sites()).toHaveLength(2);
  });
  it('hold while locked, in the browser’s memory', async () => {
    const { rules, wake, world } = setUp();
    await rules.setSite('a.test', never);
    world.key.value = '';
    rules.suspend();
    expect(await offerOf(rules, 'https://a.test/')).toBe('never');
    expect(await offerOf(wake(), 'https://a.test/')).toBe('never');
    world.lockedSites.value = '{"garbled';
    expect(await offerOf(wake(), 'https://a.test/')).toBe('always');
  });
  it.each(['', '  ', 'mailto:a@b.test', 'two words', 'app*.example.com', 'javascript:alert(1)'])(
    'are refused for %j',
    async (typed) => {
      const { rules } = setUp();
      await expect(rules.setSite(typed, never)).rejects.toMatchObject({ code: 'invalid-input' });
    },
  );
  it('lie on the disk unreadable', async () => {
    const { rules, world } = setUp();
    await rules.setSite('clinic.example', never);
    const text = new TextDecoder('latin1').decode(world.disk ?? new Uint8Array());
    expect(text).not.toContain('clinic');
  });
});
