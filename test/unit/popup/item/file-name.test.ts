import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../../src/popup/screens/item/file-name.ts';

const name = (raw: string): string => safeFileName(raw, 'attachment');

describe('safeFileName (S10)', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['Отчёт за 2026 год.xlsx', 'Отчёт за 2026 год.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\evil.exe', 'evil.exe'],
    ['a/b\\c.txt', 'c.txt'],
    ['..', 'attachment'],
    ['', 'attachment'],
    ['/', 'attachment'],
    ['.htaccess', 'htaccess'],
    ['name. ', 'name'],
    ['con', '_con'],
    ['LPT1.txt', '_LPT1.txt'],
    ['what?<is>this|*.txt', 'what__is_this__.txt'],
    ['evil\u202Etxt.exe', 'eviltxt.exe'],
    ['nul\u0000.txt', '_nul.txt'],
    ['line\nbreak.txt', 'linebreak.txt'],
  ])('%j becomes %j', (raw, wanted) => {
    expect(name(raw)).toBe(wanted);
  });

  it('ends a cut name as it may end', () => {
    expect(name(`${'x'.repeat(119)} ${'y'.repeat(50)}`)).toBe('x'.repeat(119));
  });

  it('cuts a long name and keeps its extension', () => {
    const short = name(`${'x'.repeat(400)}.tar.gz`);
    expect([...short]).toHaveLength(120);
    expect(short.endsWith('.gz')).toBe(true);
  });

  it('gives a bare name whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (raw) => {
        const safe = name(raw);
        expect(safe).not.toBe('');
        expect(safe).not.toMatch(/[/\\\p{Cc}\p{Cf}<>:"|?*]/u);
        expect(safe).not.toMatch(/^[.\s]|[.\s]$/);
        expect([...safe].length).toBeLessThanOrEqual(121);
      }),
      { numRuns: 40 },
    );
  });
});
