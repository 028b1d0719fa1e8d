import { expect, it } from 'vitest';
import { reasonOf } from '../../../../src/background/session/unreachable.ts';

it.each([
  ['net::ERR_NAME_NOT_RESOLVED', 'unknown-name'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'untrusted-certificate'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'untrusted-certificate'],
  ['net::ERR_CONNECTION_REFUSED', 'closed'],
  ['net::ERR_INTERNET_DISCONNECTED', 'no-network'],
  ['net::ERR_PROXY_CONNECTION_FAILED', 'no-network'],
  ['net::ERR_ABORTED', 'unclear'],
  // What Firefox says: the number of an error of the network, of security, of anything else.
  ['Error code 2152398878', 'unknown-name'],
  ['Error code 2152398861', 'closed'],
  ['Error code 2153390067', 'untrusted-certificate'],
  ['Error code 2147500036', 'unclear'],
  ['', 'unclear'],
])('takes "%s" for %s', (words, reason) => {
  expect(reasonOf(words)).toBe(reason);
});
