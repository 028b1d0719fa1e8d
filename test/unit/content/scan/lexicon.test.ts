import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { conceptsSource, tableSource } from '../../../../scripts/build/lexicon.ts';
import * as bit from '../../../../src/content/scan/concepts.ts';
import { conceptsIn } from '../../../../src/content/scan/lexicon.ts';
import { words } from '../../../../src/content/scan/words.ts';

const bits: Readonly<Record<string, number>> = { ...bit };

const namesIn = (text: string) => {
  const found = conceptsIn(text);
  return Object.keys(words).filter((name) => found & (bits[name] ?? 0));
};

test('every word of the lists is found as it is written there', () => {
  const lost = Object.entries(words).flatMap(([concept, lists]) =>
    lists
      .flatMap((list) => list.trim().split(/\s+/))
      .filter(
        (word) => word !== '' && !(conceptsIn(word.replace(/^\./, '')) & (bits[concept] ?? 0)),
      )
      .map((word) => `${concept}: ${word}`),
  );
  expect(lost).toEqual([]);
});

describe('texts as pages write them', () => {
  test.each([
    ['Sign in', ['login']],
    ['sign-in', ['login']],
    ['userName1', ['user']],
    ['txtUserEmail', ['user', 'email']],
    ['e_mail', ['email']],
    ['pwd2', ['password']],
    ['GİRİŞ YAP', ['login']],
    ['Şifrənizi daxil edin', ['password']],
    ['Bekræftelseskode', ['code']],
    ['Войти', ['login']],
    ['Забыли пароль?', ['password', 'forgot']],
    ['비밀번호 확인', ['again', 'password']],
    ['パスワード（確認）', ['again', 'password']],
  ])('%s', (text, expected) => {
    expect(namesIn(text).sort()).toEqual([...expected].sort());
  });

  test.each(['Research', 'our blog in English', 'Design updates', 'pinned', 'constitution', ''])(
    'nothing is read into "%s"',
    (text) => {
      expect(namesIn(text)).toEqual([]);
    },
  );
});

test('the table is made of the words as they are now', () => {
  for (const [name, source] of [
    ['concepts', conceptsSource()],
    ['lexicon-table', tableSource()],
  ] as const) {
    const made = readFileSync(`src/content/scan/${name}.ts`, 'utf8');
    expect(made.replaceAll(/\s/g, '')).toBe(source.replaceAll(/\s/g, ''));
  }
});
