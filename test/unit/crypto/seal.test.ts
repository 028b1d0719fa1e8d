import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { sealText, unsealText } from '../../../src/crypto/seal.ts';

const passphrase = 'Мастер пароль 1!';
const text = '{"apiKey":"k","note":"Пароль 😀"}';
let sealed = '';
let other = '';

beforeAll(async () => {
  sealed = await sealText(text, passphrase);
  other = await sealText(text, passphrase);
});

test('opens with the same passphrase', async () => {
  expect(await unsealText(sealed, passphrase)).toBe(text);
});

test('is JSON that shows its parameters and nothing of the text', () => {
  expect(JSON.parse(sealed)).toEqual({
    version: 1,
    iterations: 600_000,
    salt: expect.stringMatching(/^[A-Za-z0-9+/]{22}==$/),
    iv: expect.stringMatching(/^[A-Za-z0-9+/]{16}$/),
    data: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/),
  });
  expect(sealed).not.toContain(btoa(text.slice(0, 6)));
});

test('takes a new salt and IV each time', () => {
  const [one, two] = [JSON.parse(sealed), JSON.parse(other)];
  expect(one.salt).not.toBe(two.salt);
  expect(one.iv).not.toBe(two.iv);
  expect(one.data).not.toBe(two.data);
});

test.each([
  ['another passphrase', 'Мастер пароль 2!'],
  ['the empty passphrase', ''],
  ['the same passphrase with a space', `${passphrase} `],
])('%s is the wrong one', async (_name, wrong) => {
  await expect(unsealText(sealed, wrong)).rejects.toMatchObject({ code: 'wrong-master-password' });
});

describe('a changed envelope does not open', () => {
  const flip = (base64: string) => {
    const bytes = Buffer.from(base64, 'base64');
    bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
    return bytes.toString('base64');
  };

  test.each(['salt', 'iv', 'data'])('%s', async (field) => {
    const envelope = JSON.parse(sealed);
    const changed = JSON.stringify({ ...envelope, [field]: flip(envelope[field]) });
    const attempt = unsealText(changed, passphrase);
    await expect(attempt).rejects.toMatchObject({ code: 'wrong-master-password' });
  });

  test('more iterations', async () => {
    const changed = JSON.stringify({ ...JSON.parse(sealed), iterations: 600_001 });
    const attempt = unsealText(changed, passphrase);
    await expect(attempt).rejects.toMatchObject({ code: 'wrong-master-password' });
  });
});

describe('no envelope of ours', () => {
  test.each([
    ['another version', { version: 2 }],
    ['no version', { version: undefined }],
    ['too few iterations', { iterations: 599_999 }],
    ['too many iterations', { iterations: 5_000_001 }],
    ['iterations as text', { iterations: '600000' }],
    ['a fraction', { iterations: 600_000.5 }],
    ['a short salt', { salt: 'AAAA' }],
    ['a salt that is no text', { salt: 1 }],
    ['a short IV', { iv: 'AAAA' }],
    ['an IV that is no base64', { iv: '****************' }],
    ['data shorter than its tag', { data: 'AAAA' }],
    ['no data', { data: undefined }],
  ])('%s', async (_name, change) => {
    const changed = JSON.stringify({ ...JSON.parse(sealed), ...change });
    const attempt = unsealText(changed, passphrase);
    await expect(attempt).rejects.toMatchObject({ name: 'AppError', code: 'unreadable' });
  });

  test('any text, any JSON', async () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.json());
    await fc.assert(
      fc.asyncProperty(value, async (found) => {
        const attempt = unsealText(found, passphrase);
        await expect(attempt).rejects.toMatchObject({ name: 'AppError', code: 'unreadable' });
      }),
      { numRuns: 2_000 },
    );
  });
});
