import { isSavableSecret, oneTimeCode } from '../../crypto/one-time-code.ts';
import { AppError } from '../../model/error.ts';
import type { Generation } from '../../passwork/index.ts';

/**
 * A one-time-code secret as the server keeps it, from what a person typed, pasted or scanned. Passwork 4 to 6 takes
 * plain base32 in groups of eight and no link. Throws `invalid-input` for what gives no code, and
 * `unsupported-server` for a link whose codes are of a kind that such a server cannot keep.
 */
export async function storableSecret(typed: string, generation: Generation): Promise<string> {
  const isLink = typed.includes(':');
  // As sites print it, in groups: `JBSW Y3DP` or `jbsw-y3dp`.
  const value = isLink ? typed.trim() : typed.replace(/[\s-]/g, '').toUpperCase();
  if (value === '') return '';
  if (value.replaceAll('=', '') === '' || (await oneTimeCode(value, 0)) === null) {
    throw new AppError('invalid-input', 'no one-time-code secret');
  }
  if (generation === 'v7') return value;
  const plain = isLink ? plainSecret(value) : value;
  if (plain === null) {
    throw new AppError('unsupported-server', 'this server keeps no such one-time codes');
  }
  const bare = plain.replaceAll('=', '');
  const padded = bare.padEnd(Math.ceil(bare.length / 8) * 8, '=');
  if (!isSavableSecret(padded)) throw new AppError('invalid-input', 'no base32');
  return padded;
}

/** The secret of a link whose codes are the usual ones: SHA-1, six digits, 30 seconds. Else null. */
function plainSecret(link: string): string | null {
  const parameters = new URLSearchParams(link.slice(link.indexOf('?') + 1));
  const usual =
    (parameters.get('algorithm') ?? 'SHA1').toUpperCase() === 'SHA1' &&
    (parameters.get('digits') ?? '6') === '6' &&
    (parameters.get('period') ?? '30') === '30';
  return usual ? (parameters.get('secret') ?? '').toUpperCase() : null;
}
