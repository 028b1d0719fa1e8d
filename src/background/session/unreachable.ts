/** Puts the browser's words for a failed load into ours. */
import type { Unreachable } from '../../protocol/session-calls.ts';

const chromium: readonly (readonly [RegExp, Unreachable])[] = [
  [/ERR_(NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|DNS_\w+|ICANN_NAME_COLLISION)/, 'unknown-name'],
  [/ERR_(CERT_\w+|SSL_\w+|BAD_SSL_\w+|ECH_\w+)/, 'untrusted-certificate'],
  [
    /ERR_(CONNECTION_(REFUSED|RESET|CLOSED|FAILED)|ADDRESS_\w+|EMPTY_RESPONSE|UNSAFE_PORT)/,
    'closed',
  ],
  [/ERR_(INTERNET_DISCONNECTED|NETWORK_\w+|PROXY_\w+|TUNNEL_\w+)/, 'no-network'],
];

/** Firefox gives the number of an error. The upper half names the module: the network, or security. */
const security = 0x805a;
const network: Readonly<Record<number, Unreachable>> = {
  2152398878: 'unknown-name', // NS_ERROR_UNKNOWN_HOST
  2152398861: 'closed', // NS_ERROR_CONNECTION_REFUSED
  2152398868: 'closed', // NS_ERROR_NET_RESET
  2152398919: 'closed', // NS_ERROR_NET_INTERRUPT
  2152398864: 'no-network', // NS_ERROR_OFFLINE
};

/** `unclear` for what says nothing to a person. */
export function reasonOf(loadError: string): Unreachable {
  for (const [words, reason] of chromium) if (words.test(loadError)) return reason;
  const code = Number(/\d{10}/.exec(loadError)?.[0] ?? 0);
  if (code >>> 16 === security) return 'untrusted-certificate';
  return network[code] ?? 'unclear';
}
