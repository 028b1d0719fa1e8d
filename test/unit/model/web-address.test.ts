import { describe, expect, it } from 'vitest';
import { webAddress } from '../../../../src/popup/screens/item/web-address.ts';

describe('webAddress (S9)', () => {
  it.each([
    ['https://github.com/login?a=1', { host: 'github.com', rest: '/login?a=1' }],
    ['http://10.0.0.1:8080', { host: '10.0.0.1:8080', rest: '' }],
    ['github.com/login', { host: 'github.com', rest: '/login' }],
    ['*.example.com/app', { host: 'example.com', rest: '/app' }],
    ['localhost:8080', { host: 'localhost:8080', rest: '' }],
    ['router.lan:8443/admin', { host: 'router.lan:8443', rest: '/admin' }],
  ])('opens %s', (url, wanted) => {
    expect(webAddress(url)).toEqual(wanted);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'chrome://settings',
    'ldap://directory',
    'mailto:a@b.c',
    'two words',
    '',
  ])('shows %j as text only', (url) => {
    expect(webAddress(url)).toBeNull();
  });
});
