import { describe, expect, test } from 'vitest';
import { parseHost } from '../../../src/passwork/host.ts';

describe('what a person may type', () => {
  test.each([
    ['vault.example', 'https://vault.example'],
    ['  vault.example \n', 'https://vault.example'],
    ['VAULT.Example', 'https://vault.example'],
    ['https://vault.example/', 'https://vault.example'],
    ['HTTPS://vault.example', 'https://vault.example'],
    ['https://vault.example/api/v4', 'https://vault.example'],
    ['https://vault.example/api/v4/', 'https://vault.example'],
    ['https://vault.example/api/v1', 'https://vault.example'],
    ['vault.example/api/v1/', 'https://vault.example'],
    ['https://vault.example/team/', 'https://vault.example/team'],
    ['https://vault.example/team/api/v4', 'https://vault.example/team'],
    ['https://vault.example/api', 'https://vault.example/api'],
    ['https://vault.example/api/v40', 'https://vault.example/api/v40'],
    ['https://vault.example:8443/', 'https://vault.example:8443'],
    ['vault.example:8443', 'https://vault.example:8443'],
    ['https://vault.example:443', 'https://vault.example'],
    ['https://сейф.рф', 'https://xn--e1aiwo.xn--p1ai'],
    ['192.168.0.5', 'https://192.168.0.5'],
    ['https://[2001:db8::1]:8443', 'https://[2001:db8::1]:8443'],
    ['localhost:8400', 'https://localhost:8400'],
    ['http://localhost:8400', 'http://localhost:8400'],
    ['http://demo.localhost/api/v4', 'http://demo.localhost'],
    ['http://127.0.0.1:8400', 'http://127.0.0.1:8400'],
    ['http://127.9.9.9', 'http://127.9.9.9'],
    ['http://127.1', 'http://127.0.0.1'],
    ['http://[::1]:8400', 'http://[::1]:8400'],
  ])('%j is %s', (typed, root) => {
    expect(parseHost(typed)).toBe(root);
  });
});

describe('what is refused', () => {
  test.each([
    ['', 'bad-host'],
    ['   ', 'bad-host'],
    ['https://', 'bad-host'],
    ['https:///', 'bad-host'],
    ['ftp://vault.example', 'bad-host'],
    ['javascript://vault.example', 'bad-host'],
    ['mailto:anna@vault.example', 'bad-host'],
    ['https://anna@vault.example', 'bad-host'],
    ['https://anna:secret@vault.example', 'bad-host'],
    ['https://@vault.example', 'bad-host'],
    ['anna@vault.example', 'bad-host'],
    ['https://vault.example?x=1', 'bad-host'],
    ['https://vault.example/?', 'bad-host'],
    ['https://vault.example/#/login', 'bad-host'],
    ['vault example', 'bad-host'],
    ['https://vault.example\\@evil.example', 'bad-host'],
    ['https://vault.example:99999', 'bad-host'],
    [`https://${'a'.repeat(2_000)}`, 'bad-host'],
    ['http://vault.example', 'insecure-host'],
    ['http://192.168.0.5', 'insecure-host'],
    ['http://localhost.evil.example', 'insecure-host'],
    ['http://127.0.0.1.evil.example', 'insecure-host'],
    ['http://notlocalhost', 'insecure-host'],
    ['http://0.0.0.0', 'insecure-host'],
    ['http://[::2]', 'insecure-host'],
  ])('%j: %s', (typed, code) => {
    expect(() => parseHost(typed)).toThrow(expect.objectContaining({ code }));
  });
});
