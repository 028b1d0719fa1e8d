import { describe, expect, it } from 'vitest';
import { createGenerator } from '../../../../src/background/generator/generator.ts';
import type { FieldLimits } from '../../../../src/background/generator/site-recipe.ts';
import { defaultGeneratorRules } from '../../../../src/model/generator.ts';
import { lastAttempt } from '../../../../src/protocol/made-calls.ts';
import { make, readWords, rules, unlimited } from './support/made.ts';
import { seededPick } from './support/seeded.ts';

describe('a password for a page', () => {
  it('keeps to the length that the field takes', async () => {
    const generator = make();
    const make8 = await generator.generateFor(
      { minLength: 0, maxLength: 8, rules: '' },
      defaultGeneratorRules,
      0,
    );
    expect(make8.text).toHaveLength(8);
    const long = await generator.generateFor(
      { minLength: 40, maxLength: 0, rules: '' },
      defaultGeneratorRules,
      0,
    );
    expect(long.text).toHaveLength(40);
    const pin = await generator.generateFor(
      { minLength: 0, maxLength: 3, rules: '' },
      defaultGeneratorRules,
      0,
    );
    expect(pin.text).toHaveLength(3);
  });

  it('keeps to the rules that the page states', async () => {
    const generator = make();
    for (let count = 0; count < 50; count++) {
      const { text } = await generator.generateFor(
        {
          ...unlimited,
          rules:
            'minlength: 8; maxlength: 12; required: lower; required: [-!]; allowed: digit; max-consecutive: 1',
        },
        defaultGeneratorRules,
        0,
      );
      expect(text).toMatch(/^[a-z0-9!-]{12}$/);
      expect(text).toMatch(/[a-z]/);
      expect(text).toMatch(/[-!]/);
      expect(text).not.toMatch(/(.)\1/);
    }
  });

  it('reaches a form that common patterns take', async () => {
    const generator = make();
    const patterns = [
      '[A-Za-z0-9]{8,16}',
      '(?=.*\\d)(?=.*[a-z])(?=.*[A-Z]).{8,}',
      '(?=.*[!@#$%^&*])[A-Za-z\\d!@#$%^&*]{8,20}',
      '[a-z0-9]{6,8}',
      '\\d{4}',
      '[0-9]{6}',
      '[\\w\\-]{10,20}',
    ];
    for (const pattern of patterns) {
      const tries: string[] = [];
      for (let attempt = 0; attempt <= lastAttempt; attempt++) {
        const { text } = await generator.generateFor(unlimited, defaultGeneratorRules, attempt);
        tries.push(text);
      }
      expect(tries.filter((text) => new RegExp(`^(?:${pattern})$`, 'v').test(text))).not.toEqual(
        [],
      );
    }
  });

  it('makes one where what a page states contradicts itself', async () => {
    const generator = make();
    const most = { minLength: 0, maxLength: 8 };
    const of = async (limits: FieldLimits) =>
      (await generator.generateFor(limits, defaultGeneratorRules, 0)).text;
    // Nothing of two characters repeats none of one.
    expect(await of({ ...most, rules: 'required: [a]; max-consecutive: 1' })).toHaveLength(8);
    expect(await of({ ...most, rules: 'minlength: 20; required: lower' })).toMatch(/^[a-z]{8}$/);
    expect(await of({ minLength: 30, maxLength: 10, rules: '' })).toHaveLength(10);
    expect(await of({ ...unlimited, minLength: 90_000 })).toHaveLength(128);
    expect(
      await of({ ...unlimited, rules: 'minlength: 9;; required [;]] ;maxlength: x' }),
    ).toHaveLength(20);
  });

  it('comes down to four digits at the last attempt', async () => {
    const { text } = await make().generateFor(unlimited, defaultGeneratorRules, lastAttempt);
    expect(text).toMatch(/^\d{4}$/);
  });

  it('is as long as the fields want at each attempt', async () => {
    const generator = make();
    for (let attempt = 0; attempt <= lastAttempt; attempt++) {
      const { text } = await generator.generateFor(
        { ...unlimited, minLength: 100 },
        defaultGeneratorRules,
        attempt,
      );
      expect(text).toHaveLength(100);
    }
  });

  it('leaves out what is taken for something else where the page lets it', async () => {
    const generator = make();
    const plain = rules({ plain: true });
    for (let count = 0; count < 50; count++) {
      const asked = { ...unlimited, rules: 'required: lower; required: digit; allowed: [.:]' };
      expect((await generator.generateFor(asked, plain, 0)).text).toMatch(/^[a-km-np-z2-9]{20}$/);
    }
    const zeros = { ...unlimited, rules: 'required: [0O]' };
    expect((await generator.generateFor(zeros, plain, 0)).text).toMatch(/^[0O]{20}$/);
  });

  it('asks of a page no more for the organisation than it takes', async () => {
    const generator = createGenerator({
      pick: seededPick(),
      readWords,
      complexity: async () => ({ minLength: 12, upper: true, digits: true, symbols: true }),
    });
    for (let count = 0; count < 50; count++) {
      const asked = { ...unlimited, rules: 'required: lower; allowed: digit, [(]' };
      const { text } = await generator.generateFor(asked, defaultGeneratorRules, 0);
      expect(text).toMatch(/^[a-z0-9(]{20}$/);
      for (const kind of [/\d/, /\(/]) expect(text).toMatch(kind);
    }
  });

  it('adds what the organisation asks for', async () => {
    const generator = createGenerator({
      pick: seededPick(),
      readWords,
      complexity: async () => ({ minLength: 30, upper: true, digits: true, symbols: true }),
    });
    const weak = rules({ length: 8, upper: false, digits: false, symbols: false });
    const { text } = await generator.generateFor(unlimited, weak, 0);
    expect(text).toHaveLength(30);
    for (const kind of [/[A-Z]/, /\d/, /[^A-Za-z0-9]/]) expect(text).toMatch(kind);
  });
});
