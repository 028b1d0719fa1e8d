import { deriveMasterKey, type KeyLimits, parseKeyDerivation } from '../crypto/master-key.ts';
import { AppError } from '../model/error.ts';

/**
 * The master key as text. `pinned` are the options of an earlier session, if any: a server that now asks
 * for less work than it did is not believed, since its proof would be easier to guess from.
 * Throws `weak-key-derivation`, `bad-server-answer`.
 */
export async function deriveKey(
  password: string,
  options: string,
  { limits, pinned }: { limits: KeyLimits; pinned: string | undefined },
): Promise<string> {
  const derivation = parseKeyDerivation(options);
  const before = parseKeyDerivation(pinned ?? '');
  const weaker =
    before !== null &&
    (derivation === null ||
      derivation.digest !== before.digest ||
      derivation.iterations < before.iterations ||
      derivation.length < before.length);
  if (weaker) throw new AppError('weak-key-derivation', 'the server asks for less than before');
  return deriveMasterKey(password, derivation, limits);
}
