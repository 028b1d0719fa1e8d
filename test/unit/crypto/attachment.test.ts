import { describe, expect, test } from 'vitest';
import {
  attachmentHash,
  decryptAttachment,
  encryptAttachment,
  maxAttachmentBytes,
  plainAttachmentKey,
} from '../../../src/crypto/attachment.ts';
import { randomBytes } from '../../../src/crypto/bytes.ts';
import { randomSecret } from '../../../src/crypto/random.ts';
import { decryptText, encryptText } from '../../../src/crypto/text-cipher.ts';
import { fromBase64, readVectors } from './vectors.ts';

const vectors = readVectors<{
  cases: {
    name: string;
    dataBase64: string;
    itemKey: string;
    encryptedKey: string;
    attachmentKey: string;
    encryptedData: string;
    hash: string;
    sha256OfRawBytes: string;
    hashSentByJsConnector?: string;
    withoutClientSideEncryption: { encryptedKey: string; encryptedData: string };
  }[];
  sizeLimit: { maxBytes: number; hashAtLimit: string };
  errors: {
    name: string;
    itemKey: string;
    encryptedKey: string;
    encryptedData: string;
    hash: string;
  }[];
}>('attachments');

describe('known answers', () => {
  test.each(vectors.cases)('$name, encrypted', async (known) => {
    const key = await decryptText(known.encryptedKey, known.itemKey);
    expect(key).toBe(known.attachmentKey);
    expect(await decryptAttachment(known, key)).toEqual(fromBase64(known.dataBase64));
    const foreign = { encryptedData: known.encryptedData, hash: known.sha256OfRawBytes };
    expect(await decryptAttachment(foreign, key)).toEqual(fromBase64(known.dataBase64));
  });

  test.each(vectors.cases)('$name, in base64', async (known) => {
    const { encryptedKey, encryptedData } = known.withoutClientSideEncryption;
    const bytes = fromBase64(known.dataBase64);
    expect(plainAttachmentKey).toBe(encryptedKey);
    expect(await encryptAttachment(bytes, null)).toEqual({ encryptedData, hash: known.hash });
    expect(await decryptAttachment({ encryptedData, hash: known.hash }, null)).toEqual(bytes);
  });

  test.each(vectors.cases)('$name, encrypted and read back', async (known) => {
    const bytes = fromBase64(known.dataBase64);
    const sealed = await encryptAttachment(bytes, known.attachmentKey);
    expect(sealed.hash).toBe(known.hash);
    expect(sealed.encryptedData).toHaveLength(known.encryptedData.length);
    expect(await decryptAttachment(sealed, known.attachmentKey)).toEqual(bytes);
    expect(bytes).toEqual(fromBase64(known.dataBase64));
  });

  test.each(vectors.errors)('refuses: $name', async (known) => {
    const key = await decryptText(known.encryptedKey, known.itemKey);
    await expect(decryptAttachment(known, key)).rejects.toMatchObject({
      code: 'damaged-attachment',
    });
  });

  test('an empty file with the empty hash of the JS connector', async () => {
    const empty = vectors.cases.filter(({ hashSentByJsConnector }) => hashSentByJsConnector === '');
    expect(empty).toHaveLength(1);
    for (const { encryptedData, attachmentKey } of empty) {
      const bytes = await decryptAttachment({ encryptedData, hash: '' }, attachmentKey);
      expect(bytes).toHaveLength(0);
    }
  });
});

describe('size', () => {
  const { maxBytes, hashAtLimit } = vectors.sizeLimit;
  const file = (length: number) => Uint8Array.from({ length }, (_, at) => at * 31 + 7);

  test('the largest file goes through, encrypted and in base64', async () => {
    expect(maxAttachmentBytes).toBe(maxBytes);
    const bytes = file(maxBytes);
    expect(await attachmentHash(bytes)).toBe(hashAtLimit);
    for (const key of ['key', null]) {
      const sealed = await encryptAttachment(bytes, key);
      expect(sealed.hash).toBe(hashAtLimit);
      const opened = await decryptAttachment(sealed, key);
      expect(Buffer.compare(opened, bytes)).toBe(0);
    }
  });

  test('one byte more is refused', async () => {
    const attempt = encryptAttachment(file(maxBytes + 1), 'key');
    await expect(attempt).rejects.toMatchObject({ code: 'too-large' });
  });
});

describe('unreadable', () => {
  const sealed = (text: string, key: string) => () => encryptText(text, key);
  const plain = (text: string) => async () => text;

  test.each([
    ['another key', sealed('YQ==', 'another'), 'key'],
    ['no ciphertext', plain('damaged'), 'key'],
    ['encrypted text that is no base64', sealed('***', 'key'), 'key'],
    ['no base64 outside', plain('***'), null],
    ['no base64 inside', plain('Kioq'), null],
  ])('%s', async (_name, makeData, key) => {
    const attempt = decryptAttachment({ encryptedData: await makeData(), hash: '' }, key);
    await expect(attempt).rejects.toMatchObject({ name: 'AppError', code: 'unreadable' });
  });
});

describe('hash', () => {
  const key = randomSecret('v7-attachment-key');

  test('in upper case is the same hash', async () => {
    const bytes = randomBytes(100);
    const { encryptedData, hash } = await encryptAttachment(bytes, key);
    const sealed = { encryptedData, hash: hash.toUpperCase() };
    expect(await decryptAttachment(sealed, key)).toEqual(bytes);
  });

  test.each(['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'])(
    'of an empty file (%s) does not pass for a file with content',
    async (hash) => {
      const { encryptedData } = await encryptAttachment(randomBytes(1), key);
      const attempt = decryptAttachment({ encryptedData, hash }, key);
      await expect(attempt).rejects.toMatchObject({ code: 'damaged-attachment' });
    },
  );
});
