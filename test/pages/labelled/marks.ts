const labels: Readonly<Record<string, string>> = {
  u: 'username',
  c: 'current-password',
  n: 'new-password',
  o: 'one-time-code',
};

/** A form with its marks (`!u`, `!c`, `!n`, `!o` within an input) written out as what the detector should say. */
export const marked = (html: string): string =>
  html.replace(/ !([ucno])(?=[\s>])/g, (_, mark: string) => ` data-expect="${labels[mark]}"`);
