/**
 * What a language lacks, and putting it in.
 *
 *   npm run locales              how many texts each language lacks or has too many
 *   npm run locales -- fr        the lacking ones, as lines to translate: `key = English text`
 *   npm run locales -- fr FILE   takes the translated lines in
 *
 * A line may give several plural forms one text: `found_many,other = …`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  formsOf,
  inEnglishOrder,
  keysFor,
  parseLines,
  type Texts,
  toFile,
} from './locales/texts.ts';

const folder = new URL('../public/_locales/', import.meta.url);
const languages = () => readdirSync(folder).filter((name) => name !== 'en');
const fileOf = (language: string) => new URL(`${language}/messages.json`, folder);

function read(language: string): Texts {
  if (!readdirSync(folder).includes(language)) return {};
  return JSON.parse(readFileSync(fileOf(language), 'utf8'));
}

const english = read('en');
const [language, file] = process.argv.slice(2);

if (language === undefined) {
  for (const name of languages()) {
    const texts = read(name);
    const keys = keysFor(english, formsOf(name));
    const lacking = keys.filter((key) => !(key in texts)).length;
    const surplus = Object.keys(texts).filter((key) => !keys.includes(key)).length;
    console.log(`${name.padEnd(6)} lacks ${lacking}, has ${surplus} too many`);
  }
} else if (file === undefined) {
  const texts = read(language);
  for (const key of keysFor(english, formsOf(language))) {
    if (key in texts) continue;
    const source = english[key] ?? english[key.replace(/_\w+$/, '_other')];
    console.log(`# ${source?.description}\n${key} = ${source?.message}`);
  }
} else {
  const texts = { ...read(language), ...parseLines(readFileSync(file, 'utf8')) };
  mkdirSync(new URL('.', fileOf(language)), { recursive: true });
  writeFileSync(fileOf(language), toFile(inEnglishOrder(texts, english, formsOf(language))));
}
