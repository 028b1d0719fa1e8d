import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSavableSecret, oneTimeCode } from '../../../src/crypto/one-time-code.ts';
import { readVectors } from './vectors.ts';

const vectors = readVectors<{
  cases: { secret: string; at: number; digits: number; period: number; code: string }[];
  urls: { secret: string; at: number; code: string }[];
  errors: { secret: string }[];
  validation: { value: string; v4Accepts: boolean }[];
}>('totp');

const url = (parameters: string) => `otpauth://totp/ACME?${parameters}`;
const secret = 'JBSWY3DPEHPK3PXP';

describe('known answers', () => {
  test.each(vectors.cases)('$secret at $at', async ({ secret, at, period, code }) => {
    const expiresAt = at - (at % period) + period;
    expect(await oneTimeCode(secret, at)).toEqual({ code, period, expiresAt });
  });

  test.each(vectors.urls)('$secret at $at', async ({ secret, at, code }) => {
    expect(await oneTimeCode(secret, at)).toMatchObject({ code });
  });

  test.each(vectors.errors)('no code from $secret', async ({ secret }) => {
    expect(await oneTimeCode(secret, 59)).toBeNull();
  });

  test.each(vectors.validation)('saving $value', ({ value, v4Accepts }) => {
    expect(isSavableSecret(value)).toBe(v4Accepts);
  });
});

test('real data: a secret of three letters and one of 26 give codes', async () => {
  expect(await oneTimeCode('abc', 59)).toMatchObject({ code: expect.stringMatching(/^\d{6}$/) });
  expect(await oneTimeCode('ABCDEFGHIJKLMNOPQRSTUVWXYZ', 59)).not.toBeNull();
});

test('a code changes exactly at its expiry', async () => {
  const first = await oneTimeCode(secret, 59.9);
  expect(first).toMatchObject({ code: '996554', expiresAt: 60 });
  expect((await oneTimeCode(secret, 60))?.code).not.toBe('996554');
});

describe('URLs', () => {
  test.each([
    ['lower-case algorithm', url(`secret=${secret}&algorithm=sha1`)],
    ['percent signs in the name', `otpauth://totp/A%20B%3Ac%40d?secret=${secret}`],
    ['broken percent signs in the name', `otpauth://totp/%E0%A4%A?secret=${secret}`],
    ['no name', `otpauth://totp?secret=${secret}`],
    ['upper-case scheme and a fragment', `OTPAUTH://TOTP/x?secret=${secret}#digits=8`],
    ['a secret in lower case with padding', url(`secret=${secret.toLowerCase()}%3D%3D`)],
  ])('%s', async (_name, value) => {
    expect(await oneTimeCode(value, 59)).toMatchObject({ code: '996554' });
  });

  test('the period and digits they ask for', async () => {
    const value = url(`secret=${secret}&period=60&digits=7`);
    expect(await oneTimeCode(value, 59)).toMatchObject({
      code: expect.stringMatching(/^\d{7}$/),
      period: 60,
      expiresAt: 60,
    });
  });

  test.each([
    ['digits beyond 8', url(`secret=${secret}&digits=9`)],
    ['digits below 6', url(`secret=${secret}&digits=5`)],
    ['digits that are no number', url(`secret=${secret}&digits=six`)],
    ['no digits', url(`secret=${secret}&digits=`)],
    ['period below 5', url(`secret=${secret}&period=4`)],
    ['period beyond 300', url(`secret=${secret}&period=301`)],
    ['period zero', url(`secret=${secret}&period=0`)],
    ['negative period', url(`secret=${secret}&period=-30`)],
    ['empty secret', url('secret=')],
    ['another scheme', `https://totp/?secret=${secret}`],
    ['algorithm named like a property', url(`secret=${secret}&algorithm=constructor`)],
    ['a host that only begins like totp', `otpauth://totpx/a?secret=${secret}`],
  ])('no code: %s', async (_name, value) => {
    expect(await oneTimeCode(value, 59)).toBeNull();
  });
});

describe('S13: no code and no exception', () => {
  test.each([
    ['empty value', '', 59],
    ['endless value', 'A'.repeat(4_097), 59],
    ['time that is no number', secret, Number.NaN],
    ['infinite time', secret, Number.POSITIVE_INFINITY],
    ['time before 1970', secret, -1],
  ])('%s', async (_name, value, at) => {
    expect(await oneTimeCode(value, at)).toBeNull();
  });

  test('any value at any time', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const likely = fc.string({ unit: fc.constantFrom(...'ABYZ27=ay'), maxLength: 40 });
    const value = fc.oneof(
      text,
      likely,
      text.map(url),
      likely.map((s) => url(`secret=${s}`)),
    );
    await fc.assert(
      fc.asyncProperty(value, fc.double(), async (value, at) => {
        const result = await oneTimeCode(value, at);
        if (result !== null) expect(result.code).toMatch(/^\d{6,8}$/);
      }),
      { numRuns: 5_000 },
    );
  });
});
