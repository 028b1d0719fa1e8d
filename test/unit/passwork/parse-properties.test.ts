/** No answer whatever makes a parser throw anything but our error, or give what is not of its shape. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/model/error.ts';
import { parseHost } from '../../../src/passwork/host.ts';
import { readAnswer as readV4 } from '../../../src/passwork/v4/dialect.ts';
import * as v4 from '../../../src/passwork/v4/parse.ts';
import { readAnswer as readV7 } from '../../../src/passwork/v7/dialect.ts';
import * as v7 from '../../../src/passwork/v7/parse.ts';
import { dataOf, findScene } from '../../support/replay.ts';

const runs = { numRuns: 10_000 };
/** For the parsers that look at a few fields only. */
const fewerRuns = { numRuns: 2_000 };

/** Names that the protocol has, so that random records are often near a right one. */
const names = [
  'id',
  'vaultId',
  'folderId',
  'parentId',
  'parentFolderId',
  'name',
  'login',
  'url',
  'urls',
  'description',
  'tags',
  'color',
  'isFavorite',
  'lastPasswordUpdate',
  'shortcut',
  'inbox',
  'inboxId',
  'cryptedPassword',
  'cryptedKey',
  'custom',
  'customs',
  'attachments',
  'keyEncrypted',
  'type',
  'value',
  'passwordEncrypted',
  'vaultMasterKeyEncrypted',
  'masterKeyEncrypted',
  'scope',
  'password',
  'viewed',
  'items',
  'folders',
  'passwords',
  'foldersAmount',
  'keys',
  'public',
  'privateEncrypted',
  'itemId',
  'status',
  'data',
  'code',
  'errors',
  'format',
  'content',
  '__proto__',
  'constructor',
  'toString',
];

const leaf = fc.oneof(
  fc.constantFrom(
    null,
    '',
    'a',
    '../x',
    '12',
    'success',
    'failed',
    'base64',
    'e30=',
    0,
    1,
    -1,
    1e300,
    true,
  ),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.stringMatching(/^[0-9a-f]{24}$/),
);
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    // As JSON.parse makes them: `__proto__` is an own property there.
    fc
      .array(fc.tuple(fc.constantFrom(...names), tie('value')), { maxLength: 8 })
      .map((pairs) =>
        JSON.parse(
          `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value) ?? 'null'}`).join(',')}}`,
        ),
      ),
  ),
})).value;

/** A right answer in which one place is something else. */
function damaged(answer: Record<string, unknown>) {
  return fc
    .tuple(fc.constantFrom(...Object.keys(answer), ...names), json)
    .map(([key, value]) => JSON.parse(JSON.stringify({ ...answer, [key]: value })));
}

function onlyOurErrors<T>(
  parse: (value: unknown) => T,
  check: (value: T) => void = () => undefined,
) {
  return (value: unknown) => {
    try {
      check(parse(value));
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      expect(thrown.code).toBe('bad-server-answer');
    }
  };
}

const plainId = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;
const checkRow = (row: { id: string; name: string }) => {
  expect(row.id).toMatch(plainId);
  expect(typeof row.name).toBe('string');
};
const checkItem = ({
  item,
}: {
  item: { id: string; name: string; tags: readonly unknown[]; colour: number };
}) => {
  checkRow(item);
  expect(item.tags.every((tag) => typeof tag === 'string')).toBe(true);
  expect(Number.isInteger(item.colour)).toBe(true);
};

const shortcuts = findScene('v4-shortcut', 'shortcuts');
const [shortcutId = ''] = Object.keys(shortcuts.expected.shortcuts);
const storedV4 = dataOf(shortcuts, `/sharing/shortcut/${shortcutId}`);
const received = findScene('v7-cse', 'shortcuts-inbox-1024-pkcs1');
const [inboxId = ''] = Object.keys(received.expected.inbox);
const storedV7 = dataOf(received, `/inbox-items/${inboxId}`);

describe('API v4', () => {
  const near = fc.oneof(json, damaged(storedV4));
  test('items', () => {
    fc.assert(fc.property(near, onlyOurErrors(v4.parseItem, checkItem)), runs);
  });
  test('summaries', () => {
    fc.assert(fc.property(near, onlyOurErrors(v4.parseSummary, checkRow)), runs);
  });
  test.each([
    ['vaults', v4.parseVault],
    ['vault keys', v4.parseVaultKeys],
    ['folders', v4.parseFolder],
    ['inbox rows', v4.parseInboxRow],
    ['inbox items', v4.parseInboxAnswer],
    ['search results', v4.parseFound],
  ])('%s', (_, parse) => {
    fc.assert(fc.property(near, onlyOurErrors<unknown>(parse)), fewerRuns);
  });
});

describe('API v1 of Passwork 7', () => {
  const near = fc.oneof(json, damaged(storedV7));
  test('items', () => {
    fc.assert(fc.property(near, onlyOurErrors(v7.parseItem, checkItem)), runs);
  });
  test('summaries', () => {
    fc.assert(fc.property(near, onlyOurErrors(v7.parseSummary, checkRow)), runs);
  });
  test.each([
    ['vaults', v7.parseVault],
    ['folders', v7.parseFolder],
    ['inbox rows', v7.parseInboxRow],
    ['keys', v7.parseUserKeys],
    ['lists', v7.parseItems(v7.parseSummary)],
  ])('%s', (_, parse) => {
    fc.assert(fc.property(near, onlyOurErrors<unknown>(parse)), fewerRuns);
  });
});

test.each([
  ['v4', readV4],
  ['v7', readV7],
])('an answer of %s is data, expired or refused, whatever it is', (_, read) => {
  fc.assert(
    fc.property(fc.option(json), fc.integer({ min: 200, max: 599 }), (value, status) => {
      const verdict = read({
        kind: 'answer',
        status,
        json: value ?? undefined,
        empty: false,
        retryAfter: undefined,
      });
      expect(['data', 'expired', 'refused']).toContain(verdict.kind);
      if (status >= 300) expect(verdict.kind).not.toBe('data');
    }),
    runs,
  );
});

test('a host is an https address, or this machine, or refused', () => {
  const part = fc.constantFrom(
    'https://',
    'http://',
    'localhost',
    '@',
    ':',
    '/',
    '//',
    '\\',
    '?',
    '#',
    'a.b',
    '..',
    '[::1]',
    '127.0.0.1',
    '%2e',
    'é',
    '/api/v4',
  );
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl(),
    fc.array(part).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(typed, (text) => {
      try {
        const root = parseHost(text);
        const url = new URL(root);
        expect(root.endsWith('/')).toBe(false);
        expect([url.username, url.password, url.search, url.hash]).toEqual(['', '', '', '']);
        if (url.protocol !== 'https:') {
          expect(url.hostname).toMatch(/^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/);
        }
      } catch (thrown) {
        if (!(thrown instanceof AppError)) throw thrown;
        expect(['bad-host', 'insecure-host']).toContain(thrown.code);
      }
    }),
    runs,
  );
});

test('M6 S12: no parser has touched the prototype of all objects', () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
});
