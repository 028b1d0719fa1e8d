/** Text typed while the keyboard was switched to the other alphabet: `пше` for `git`, `gjxnf` for `почта`. */

// The same keys in the same order: QWERTY (US) and ЙЦУКЕН, without and with shift.
const latin = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>';
const russian = 'ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ';
/** Where the Ukrainian and Belarusian layouts differ; read, not written. */
const others = { і: 's', ї: ']', є: "'", ґ: '\\', ў: 'o' };

const toLatin = new Map<string, string>(Object.entries(others));
const toRussian = new Map<string, string>();
[...russian].forEach((letter, index) => {
  const key = latin.charAt(index);
  toLatin.set(letter, key);
  toRussian.set(key, letter);
});

/** Null where the text has letters of both alphabets, or of neither: nobody types so by mistake. */
export function otherLayout(text: string): string | null {
  const hasLatin = /[a-z]/i.test(text);
  const hasCyrillic = /\p{Script=Cyrillic}/u.test(text);
  if (hasLatin === hasCyrillic) return null;
  const keys = hasLatin ? toRussian : toLatin;
  return Array.from(text, (letter) => keys.get(letter) ?? letter).join('');
}
