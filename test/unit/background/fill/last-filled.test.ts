import { expect, it } from 'vitest';
import { createLastFilled } from '../../../../src/background/fill/last-filled.ts';

const rows = ['a', 'b', 'c'].map((id) => ({ id, shortcutId: null }));
const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id).join('');

it('puts the item of the step before first, in its tab, for five minutes', () => {
  const clock = { now: 0 };
  const last = createLastFilled(() => clock.now);
  expect(ids(last.first(1, rows))).toBe('abc');
  last.note(1, { id: 'c', shortcutId: null });
  last.note(2, { id: 'gone', shortcutId: null });
  expect(ids(last.first(1, rows))).toBe('cab');
  expect(ids(last.first(2, rows))).toBe('abc');
  expect(ids(last.first(3, rows))).toBe('abc');
  clock.now = 5 * 60_000 + 1;
  expect(ids(last.first(1, rows))).toBe('abc');
  last.note(1, { id: 'b', shortcutId: null });
  last.clear();
  expect(ids(last.first(1, rows))).toBe('abc');
});
