import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';

const english: Record<string, { message: string }> = JSON.parse(
  readFileSync('public/_locales/en/messages.json', 'utf8'),
);
// As the browser does it: `$1` is a value, and two dollars are one.
vi.mock('../../../../src/platform/runtime.ts', () => ({
  localText: (key: string, ...values: string[]) =>
    (english[key]?.message ?? '').replace(/\$(\$|\d)/g, (_, sign) =>
      sign === '$' ? '$' : (values[Number(sign) - 1] ?? ''),
    ),
}));
const { spell } = await import('../../../../src/popup/parts/spell.ts');

describe('spelling', () => {
  it('tells capitals, digits and signs apart', () => {
    expect(spell('aZ0-').map(({ kind, said }) => `${kind} ${said}`)).toEqual([
      'letter alfa',
      'letter capital Zulu',
      'digit digit 0',
      'sign hyphen',
    ]);
  });

  it('has a name for every sign of ASCII but the semicolon, which divides the names', () => {
    const signs = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter(
      (char) => /[^A-Za-z0-9;]/.test(char),
    );
    expect(signs).toHaveLength(31);
    for (const { char, said } of spell(signs.join(''))) expect(said, char).not.toBe('');
  });

  it('counts what a person sees as one character', () => {
    expect(spell('é👩‍💻密').map(({ char }) => char)).toEqual(['é', '👩‍💻', '密']);
  });
});
