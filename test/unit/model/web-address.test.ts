import { describe, expect, it } from 'vitest';
import { originOf, webAddress } from '../../../src/model/web-address.ts';

describe('webAddress (S9)', () => {
  it.each([
    ['https://github.com/login?a=1', 'https://github.com/login?a=1'],
    ['http://10.0.0.1:8080', 'http://10.0.0.1:8080/'],
    ['github.com/login', 'https://github.com/login'],
    ['*.example.com/app', 'https://example.com/app'],
    ['localhost:8080', 'https://localhost:8080/'],
    ['localhost:8080?next=1', 'https://localhost:8080/?next=1'],
    ['router.lan:8443/admin', 'https://router.lan:8443/admin'],
  ])('opens %s', (stored, wanted) => {
    expect(webAddress(stored)?.href).toBe(wanted);
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
  ])('shows %j as text only', (stored) => {
    expect(webAddress(stored)).toBeNull();
  });
});

describe('originOf', () => {
  it.each([
    ['https://a.test:8443/x?y#z', 'https://a.test:8443'],
    ['http://a.test/', 'http://a.test'],
    ['about:blank', null],
    ['data:text/html,x', null],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['', null],
  ])('%s', (url, origin) => {
    expect(originOf(url)).toBe(origin);
  });

  it('reads what a form says beside the page it stands on', () => {
    expect(originOf('/login', 'https://github.com/join')).toBe('https://github.com');
    expect(originOf('//login.example/', 'https://github.com/join')).toBe('https://login.example');
  });
});
