import { describe, expect, it } from 'vitest';
import { createCodeAfterFill } from '../../../../src/background/fill/code-after-fill.ts';
import { createCopyPart } from '../../../../src/background/opened/copy-part.ts';
import { createReports } from '../../../../src/background/report.ts';
import { AppError } from '../../../../src/model/error.ts';
import type { Field, OpenedItem } from '../../../../src/model/item.ts';
import type { FillValues } from '../../../../src/protocol/page-calls.ts';
import { openAuthoriser } from '../../../support/permit.ts';

const row = { id: 'i', shortcutId: null };
const filled: FillValues = { username: 'u', password: 'p', code: null, fields: [] };
const secret: Field = { name: 'code', type: 'totp', value: 'JBSWY3DPEHPK3PXP' };

/** The real way to the clipboard, over an item with these fields. */
function setUp(fields: readonly Field[], { wanted = true, broken = false } = {}) {
  const copied: string[] = [];
  const shown: string[] = [];
  let time = 0;
  const reports = createReports({
    flash: async (sign, tooltip) => {
      shown.push(`${sign} ${tooltip}`);
    },
    text: (key) => key,
    copies: () => copied.length,
    now: () => time,
  });
  const afterFill = createCodeAfterFill({
    wanted: async () => wanted,
    copyPart: createCopyPart({
      authoriser: openAuthoriser,
      open: async () => ({ id: 'i', fields }) as unknown as OpenedItem,
      clipboard: {
        async copy(_: unknown, text: string, seconds: number) {
          if (broken) throw new AppError('internal', 'no clipboard');
          copied.push(`${text} ${seconds}`);
        },
      } as never,
      clipboardSeconds: async () => 30,
      noteUse: async () => undefined,
      now: () => 59_000,
    }),
    sayCopied: reports.codeCopied,
    report: reports.report,
  });
  const pass = (milliseconds: number) => {
    time += milliseconds;
  };
  return { afterFill, report: reports.report, copied, shown, pass };
}

describe('after a fill', () => {
  it('the one-time code is copied for the usual time, and that is said', async () => {
    const { afterFill, report, copied, shown, pass } = setUp([secret]);
    await afterFill(row, filled);
    expect(copied).toEqual([expect.stringMatching(/^\d{6} 30$/)]);
    // The tick of the fill itself, which comes a moment later, does not hide it.
    await report(null);
    expect(shown).toEqual(['123 reportCodeCopied', '123 reportCodeCopied']);
    pass(5_000);
    await report(null);
    expect(shown.at(-1)).toBe('✓ reportDone');
  });

  it('a copy of something else has its own sign, however soon it comes', async () => {
    const { afterFill, report, copied, shown } = setUp([secret]);
    await afterFill(row, filled);
    copied.push('a password, from the context menu');
    await report(null);
    expect(shown).toEqual(['123 reportCodeCopied', '✓ reportDone']);
  });

  it.each([
    ['has none', [], filled, {}],
    ['has one that is none', [{ ...secret, value: 'not a secret!' }], filled, {}],
    ['has one that cannot be read', [{ ...secret, unreadable: true }], filled, {}],
    ['was filled with the code', [secret], { ...filled, code: '123456' }, {}],
    ['was filled without its password', [secret], { ...filled, password: null }, {}],
    ['may not, by the settings', [secret], filled, { wanted: false }],
  ] as const)('nothing is copied where the item %s', async (_, fields, values, how) => {
    const { afterFill, report, copied, shown } = setUp(fields, how);
    await afterFill(row, values);
    expect([copied, shown]).toEqual([[], []]);
    await report(null);
    expect(shown).toEqual(['✓ reportDone']);
  });

  it('says why it could not be copied', async () => {
    const { afterFill, copied, shown } = setUp([secret], { broken: true });
    await afterFill(row, filled);
    expect([copied, shown]).toEqual([[], ['! errorInternal']]);
  });
});
