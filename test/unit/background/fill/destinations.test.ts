import { describe, expect, it } from 'vitest';
import { foreignDestinations } from '../../../../src/background/fill/destinations.ts';

const row = { id: 'a', shortcutId: null };
const among = (...own: readonly string[]) => {
  const matches = async (_: unknown, url: string) => own.includes(url);
  return (page: string, ...to: readonly string[]) =>
    foreignDestinations(matches, { row, pageOrigin: page }, to);
};

describe('F10: where a form may send without a question', () => {
  it.each([
    ['nowhere else', 'https://a.test', []],
    ['to a host of the same domain', 'https://login.corp.com', ['https://auth.corp.com']],
    ['to another port of it', 'https://login.corp.com', ['https://corp.com:8443']],
    ['to the encrypted site', 'http://corp.com', ['https://corp.com']],
  ])('%s', async (_, page, to) => {
    expect(await among()(page, ...to)).toEqual([]);
  });

  it('to an address of the item', async () => {
    const find = among('https://sso.partner.test/');
    expect(await find('https://a.com', 'https://sso.partner.test')).toEqual([]);
  });

  it.each([
    ['another domain', 'https://a.com', 'https://b.com'],
    ['one that looks alike', 'https://a.com', 'https://a.com.evil.test'],
    ['another tenant of a hoster', 'https://a.github.io', 'https://b.github.io'],
    ['the same site in clear text', 'https://a.com', 'http://a.com'],
    ['another port of an address', 'http://127.0.0.1:80', 'http://127.0.0.1:81'],
    ['another machine of a network', 'http://intranet', 'http://printer'],
    ['what is no origin', 'https://a.com', 'nonsense'],
    ['nothing', 'https://a.com', ''],
  ])('not to %s', async (_, page, to) => {
    expect(await among()(page, page, to)).toEqual([to]);
  });
});
