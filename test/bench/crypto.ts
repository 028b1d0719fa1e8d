/**
 * Our cryptography beside the official connector's, interleaved in one run. No Node API here: the module
 * also runs, bundled, in a browser's worker.
 */
import { decryptAttachment, encryptAttachment } from '../../src/crypto/attachment.ts';
import { deriveMasterKey, parseKeyDerivation } from '../../src/crypto/master-key.ts';
import { randomSecret, randomText } from '../../src/crypto/random.ts';
import { decryptText, encryptText } from '../../src/crypto/text-cipher.ts';
import {
  type LegacyDerivation,
  legacyDecrypt,
  legacyDecryptFile,
  legacyDeriveInBrowser,
} from './legacy-crypto.ts';
import type { Row } from './row.ts';

const fieldCount = 10_000;
const fieldsPerTurn = 1_000;
const fieldLength = 40;
const fileLength = 5 * 1024 * 1024;
const mkOptions = 'pbkdf:sha256:300000:64:xqiL@Q7KPtAcJoUwWg3F';

/** On Node the caller passes the connector's own package for PBKDF2, which a browser cannot load unaided. */
export async function benchCrypto(
  legacyDerive: LegacyDerivation = legacyDeriveInBrowser,
): Promise<Row[]> {
  const key = randomSecret('v7-item-key');
  const texts = Array.from({ length: fieldCount }, () => randomText('abcdefgh', fieldLength));
  const fields = await Promise.all(texts.map((text) => encryptText(text, key)));
  const bytes = Uint8Array.from({ length: fileLength }, (_, at) => at * 31 + 7);
  const file = await encryptAttachment(bytes, key);

  // Short turns, so that a slow moment of the machine hits a few turns of all alike and no median.
  const [theirFields, oneByOne, manyAtOnce] = await interleave(50, [
    async (round) =>
      isSame(
        turnOf(fields, round).map((field) => legacyDecrypt(field, key)),
        round,
      ),
    async (round) => isSame(await decryptAll(turnOf(fields, round), { key, inFlight: 1 }), round),
    async (round) => isSame(await decryptAll(turnOf(fields, round), { key, inFlight: 64 }), round),
  ]);
  const [theirFile, ourFile, theirKey, ourKey] = await interleave(5, [
    async () => legacyDecryptFile(file, key).length === fileLength,
    async () => (await decryptAttachment(file, key)).length === fileLength,
    async () => (await legacyDerive('password', mkOptions)).length === 88,
    async () => (await deriveMasterKey('password', parseKeyDerivation(mkOptions))).length === 88,
  ]);

  function isSame(decrypted: string[], round: number): boolean {
    return decrypted.join('') === turnOf(texts, round).join('');
  }

  const fieldRow = { amount: fieldsPerTurn, unit: 'fields/s', theirs: theirFields };
  return [
    row({ ...fieldRow, name: '40-byte fields, 1 in flight', ours: oneByOne, aim: '' }),
    row({ ...fieldRow, name: '40-byte fields, 64 in flight', ours: manyAtOnce, aim: '>= 5x' }),
    row({
      name: '5 MiB attachment, hash checked',
      amount: fileLength / 1e6,
      unit: 'MB/s',
      ours: ourFile,
      theirs: theirFile,
      aim: '>= 20x',
    }),
    row({
      name: 'master key, PBKDF2 of 300,000 rounds',
      amount: 1,
      unit: 'keys/s',
      ours: ourKey,
      theirs: theirKey,
      aim: '',
    }),
  ];
}

async function decryptAll(
  fields: readonly string[],
  { key, inFlight }: { key: string; inFlight: number },
): Promise<string[]> {
  const texts: string[] = [];
  let next = 0;
  const runOne = async () => {
    for (let at = next++; at < fields.length; at = next++) {
      texts[at] = await decryptText(fields[at] ?? '', key);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, runOne));
  return texts;
}

function turnOf(values: readonly string[], round: number): readonly string[] {
  const start = (round * fieldsPerTurn) % values.length;
  return values.slice(start, start + fieldsPerTurn);
}

/** Median seconds of each task over a number of rounds, each of which runs all of them. */
async function interleave(
  rounds: number,
  tasks: readonly ((round: number) => Promise<boolean>)[],
): Promise<number[]> {
  const times = tasks.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, task] of tasks.entries()) {
      const start = performance.now();
      const done = await task(round);
      times[index]?.push((performance.now() - start) / 1000);
      // A figure for work that went wrong is worthless.
      if (!done) throw new Error(`task ${index} gave a wrong result`);
    }
  }
  return times.map((list) => list.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN);
}

function row(measured: {
  name: string;
  amount: number;
  unit: string;
  ours: number | undefined;
  theirs: number | undefined;
  aim: string;
}): Row {
  const { name, amount, unit, aim } = measured;
  const ours = amount / (measured.ours ?? Number.NaN);
  const theirs = amount / (measured.theirs ?? Number.NaN);
  return { name, ours, theirs, unit, ratio: ours / theirs, aim };
}
