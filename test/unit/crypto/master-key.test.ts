import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  deriveMasterKey,
  masterKeyProof,
  parseKeyDerivation,
} from '../../../src/crypto/master-key.ts';
import { AppError } from '../../../src/model/error.ts';
import { readVectors } from './vectors.ts';

type Case = { name: string; masterPassword: string; mkOptions: string; masterKey: string };
const vectors = readVectors<{
  cases: (Case & { masterHashSha256: string; masterHashMd5: string })[];
  digests: Case[];
  fallback: (Omit<Case, 'mkOptions'> & { mkOptions: string | null })[];
  invalid: { mkOptions: string }[];
}>('master-key');

/** Many known answers use few rounds, which no caller but a test accepts. */
const anyWork = { minIterations: 1, minLength: 1 };

describe('known answers', () => {
  test.each(vectors.cases)('$name', async (known) => {
    const derivation = parseKeyDerivation(known.mkOptions);
    const masterKey = await deriveMasterKey(known.masterPassword, derivation, anyWork);
    expect(masterKey).toBe(known.masterKey);
    expect(await masterKeyProof(masterKey)).toBe(known.masterHashSha256);
    expect(await masterKeyProof(masterKey, 'md5')).toBe(known.masterHashMd5);
  });

  test.each(vectors.digests)('$name is followed', async (known) => {
    const derivation = parseKeyDerivation(known.mkOptions);
    expect(await deriveMasterKey(known.masterPassword, derivation, anyWork)).toBe(known.masterKey);
  });

  test.each(vectors.fallback)('$name: the password is the key', async (known) => {
    const derivation = parseKeyDerivation(known.mkOptions);
    expect(derivation).toBeNull();
    expect(await deriveMasterKey(known.masterPassword, derivation)).toBe(known.masterKey);
  });

  test.each(vectors.invalid)('refuses $mkOptions', ({ mkOptions }) => {
    expect(() => parseKeyDerivation(mkOptions)).toThrow(AppError);
  });
});

describe('options that are not understood', () => {
  test.each([
    ['no digest', 'pbkdf::300000:64:salt'],
    ['unknown digest', 'pbkdf:md5:300000:64:salt'],
    ['digest in upper case', 'pbkdf:SHA256:300000:64:salt'],
    ['digest named like a property of every object', 'pbkdf:constructor:300000:64:salt'],
    ['no iterations', 'pbkdf:sha256::64:salt'],
    ['zero iterations', 'pbkdf:sha256:0:64:salt'],
    ['negative iterations', 'pbkdf:sha256:-300000:64:salt'],
    ['fraction', 'pbkdf:sha256:300000.5:64:salt'],
    ['exponent', 'pbkdf:sha256:3e5:64:salt'],
    ['hexadecimal', 'pbkdf:sha256:0x493E0:64:salt'],
    ['number too long', 'pbkdf:sha256:30000000000000000000000:64:salt'],
    ['white space', 'pbkdf:sha256: 300000:64:salt'],
    ['no length', 'pbkdf:sha256:300000::salt'],
    ['zero length', 'pbkdf:sha256:300000:0:salt'],
    ['no salt', 'pbkdf:sha256:300000:64:'],
    ['a sixth part: two ways to read the salt', 'pbkdf:sha256:300000:64:sa:lt'],
    ['endless salt', `pbkdf:sha256:300000:64:${'s'.repeat(1_024)}`],
  ])('%s', (_name, options) => {
    expect(() => parseKeyDerivation(options)).toThrow(
      expect.objectContaining({ code: 'bad-server-answer' }),
    );
  });

  test('any text is understood, not ours, or refused', () => {
    const part = fc.oneof(
      fc.constantFrom('sha256', 'sha512', '1', '64', '300000', '', 'salt'),
      fc.string({ unit: 'binary' }),
    );
    const ours = fc.array(part, { maxLength: 6 }).map((parts) => ['pbkdf', ...parts].join(':'));
    fc.assert(
      fc.property(fc.oneof(ours, fc.string({ unit: 'binary' })), (options) => {
        try {
          const parsed = parseKeyDerivation(options);
          if (parsed === null) expect(options.startsWith('pbkdf:')).toBe(false);
          else expect(parsed.iterations * parsed.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toMatchObject({ name: 'AppError', code: 'bad-server-answer' });
        }
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('limits (S1 S2)', () => {
  const derive = (options: string, limits?: Parameters<typeof deriveMasterKey>[2]) =>
    deriveMasterKey('password', parseKeyDerivation(options), limits);

  test.each([
    ['too few rounds', 'pbkdf:sha256:99999:64:salt'],
    ['too many rounds', 'pbkdf:sha256:5000001:64:salt'],
    ['very many rounds', 'pbkdf:sha256:9999999999:64:salt'],
    ['a short key', 'pbkdf:sha256:300000:15:salt'],
    ['a long key, which multiplies the work', 'pbkdf:sha256:300000:129:salt'],
  ])('refuses %s', async (_name, options) => {
    await expect(derive(options)).rejects.toMatchObject({ code: 'weak-key-derivation' });
  });

  test('accepts the floor itself', async () => {
    expect(await derive('pbkdf:sha256:100000:16:salt')).toHaveLength(24);
  });

  test("uses the caller's limits instead", async () => {
    const floor = { minIterations: 600_000 };
    await expect(derive('pbkdf:sha256:599999:64:salt', floor)).rejects.toMatchObject({
      code: 'weak-key-derivation',
    });
    const ceiling = { minIterations: 1, maxIterations: 10 };
    expect(await derive('pbkdf:sha256:10:64:salt', ceiling)).toHaveLength(88);
    await expect(derive('pbkdf:sha256:11:64:salt', ceiling)).rejects.toMatchObject({
      code: 'weak-key-derivation',
    });
  });
});
