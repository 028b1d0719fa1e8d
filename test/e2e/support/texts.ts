import english from '../../../public/_locales/en/messages.json' with { type: 'json' };

/** A text of the extension as a person reads it in English; `values` take the place of `$1`, `$2`. */
export function text(key: keyof typeof english, ...values: readonly string[]): string {
  const { message } = english[key];
  return values.reduce(
    // A named placeholder stands for `$1` and so on, in the order of their numbers.
    (all, value, index) => all.replace(placeholder(key, index + 1), () => value),
    message,
  );
}

function placeholder(key: keyof typeof english, number: number): string {
  const entry: { placeholders?: Record<string, { content: string }> } = english[key];
  const named = Object.entries(entry.placeholders ?? {}).find(
    ([, { content }]) => content === `$${number}`,
  );
  return named === undefined ? `$${number}` : `$${named[0].toUpperCase()}$`;
}
