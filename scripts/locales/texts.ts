/** The texts of one language, as `public/_locales` keeps them. */
export type Texts = Record<string, { readonly message: string; readonly description?: string }>;

const pluralEnding = /_(zero|one|two|few|many|other)$/;
const order = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** The plural forms of a language, named as its folder is. */
export function formsOf(language: string): readonly string[] {
  const rules = new Intl.PluralRules(language.replace('_', '-'));
  const known: readonly string[] = rules.resolvedOptions().pluralCategories;
  return order.filter((form) => known.includes(form));
}

/** The keys that a language with these plural forms has, in the order of the English texts. */
export function keysFor(english: Texts, forms: readonly string[]): readonly string[] {
  const keys = Object.keys(english).flatMap((key) => {
    if (!pluralEnding.test(key)) return [key];
    return forms.map((form) => key.replace(pluralEnding, `_${form}`));
  });
  return [...new Set(keys)];
}

/** Lines of `key = text`; empty ones, and those that begin with `#` or, as npm's heading does, with `>`, say nothing. */
export function parseLines(lines: string): Texts {
  const texts: Texts = {};
  for (const line of lines.split('\n')) {
    if (/^\s*$|^[#>]/.test(line)) continue;
    const parts = /^(\w+?)(?:_((?:zero|one|two|few|many|other)(?:,\w+)*))? *= *(.*\S)/.exec(line);
    if (!parts) throw new Error(`Not a line of \`key = text\`: ${line}`);
    const [, base = '', forms, message = ''] = parts;
    for (const form of forms?.split(',') ?? ['']) {
      texts[form === '' ? base : `${base}_${form}`] = { message };
    }
  }
  return texts;
}

/** The texts that English has too, in its order; descriptions are for translators and stay there. */
export function inEnglishOrder(texts: Texts, english: Texts, forms: readonly string[]): Texts {
  return Object.fromEntries(
    keysFor(english, forms).flatMap((key) => {
      const text = texts[key];
      return text ? [[key, { message: text.message }]] : [];
    }),
  );
}

/** The file as the formatter wants it: one line for each text that fits into it. */
export function toFile(texts: Texts): string {
  const entries = Object.entries(texts).map(([key, { message }]) => {
    const name = JSON.stringify(key);
    const text = JSON.stringify(message);
    const line = `  ${name}: { "message": ${text} }`;
    // The formatter counts the comma after it; its width is 100, of which a Chinese sign takes two.
    const width = line.replace(/[\u2000-\uffff]/g, '  ').length;
    return width < 100 ? line : `  ${name}: {\n    "message": ${text}\n  }`;
  });
  return `{\n${entries.join(',\n')}\n}\n`;
}
