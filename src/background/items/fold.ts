/**
 * Brings texts that a person would call the same to the same letters: case, accents, width,
 * ligatures and the letters that no normal form takes apart.
 */

/**
 * Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic, kana voicing. Vowel signs
 * of Indic scripts and Thai are left, because words would fall together without them.
 */
const accents =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u3099\u309a]/g;

const single: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ĸ: 'k',
  ŋ: 'n',
  ς: 'σ',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
};
const singles = new RegExp(`[${Object.keys(single).join('')}]`, 'g');

const plain = /^[\0-\x7f]*$/;

export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(accents, '')
    .toLowerCase()
    .replace(accents, '')
    .replace(singles, (letter) => single[letter] ?? letter);
}
