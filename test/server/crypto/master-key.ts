import { createHash, pbkdf2Sync } from 'node:crypto';

/** Master key of section 3.3: PBKDF2 over the password, as padded base64 text. */
export function deriveMasterKey(masterPassword: string, options: string): string {
  const [type, digest, iterations, bytes, salt, ...rest] = options.split(':');
  if (type !== 'pbkdf' || !digest || !iterations || !bytes || !salt || rest.length > 0) {
    throw new Error('unknown key derivation');
  }
  const derived = pbkdf2Sync(masterPassword, salt, Number(iterations), Number(bytes), digest);
  return derived.toString('base64');
}

/** The proof of a key that travels in `Passwork-MasterHash`: lower-case hex. */
export function hashKey(key: string, algorithm: 'sha256' | 'md5'): string {
  return createHash(algorithm).update(key, 'utf8').digest('hex');
}
