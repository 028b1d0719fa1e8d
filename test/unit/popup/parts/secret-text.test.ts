import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../src/popup/parts/secret-text.tsx';

describe('runs', () => {
  it('tells letters, digits and signs apart', () => {
    expect(runs('a0O#é')).toEqual([
      { kind: 'letter', part: 'a' },
      { kind: 'digit', part: '0' },
      { kind: 'letter', part: 'O' },
      { kind: 'sign', part: '#' },
      { kind: 'letter', part: 'é' },
    ]);
  });

  it('loses nothing of a secret', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(
          runs(text)
            .map(({ part }) => part)
            .join(''),
        ).toBe(text);
      }),
      { numRuns: 40 },
    );
  });
});
