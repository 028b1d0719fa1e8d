import { describe, expect, it } from 'vitest';
import { fromForm, type ItemTexts, noTexts, toForm } from '../../../../src/background/edit/form.ts';
import { merge } from '../../../../src/background/edit/merge.ts';
import type { Field } from '../../../../src/model/item.ts';

const field = (name: string, value: string, type = 'text'): Field => ({ name, type, value });

const base: ItemTexts = {
  ...noTexts,
  name: 'Wiki',
  login: 'ada',
  password: 'old',
  urls: ['https://wiki.test'],
  tags: ['a', 'b'],
  fields: [field('one', '1'), field('two', '2', 'password'), field('three', '3')],
};
const origins = [0, 1, 2];

type Change = Partial<ItemTexts>;

function merged(mine: Change, now: Change, from: readonly (number | null)[] = origins) {
  return merge({ base, mine: { ...base, ...mine }, now: { ...base, ...now }, origins: from });
}

describe('plain values', () => {
  it('are taken from whoever changed them', () => {
    const { texts, conflicts } = merged({ login: 'mine' }, { description: 'theirs' });
    expect(conflicts).toEqual([]);
    expect(texts).toMatchObject({ login: 'mine', description: 'theirs', name: 'Wiki' });
  });

  it('are no conflict where both changed them alike', () => {
    expect(merged({ login: 'same' }, { login: 'same' }).conflicts).toEqual([]);
  });

  it('are kept in both versions where they differ', () => {
    const { form, conflicts } = merged(
      { login: 'mine', urls: ['https://mine.test'], password: 'my secret' },
      { login: 'theirs', urls: ['https://theirs.test'], password: 'their secret' },
    );
    expect(form).toMatchObject({ login: 'mine', password: 'my secret' });
    expect(conflicts).toEqual([
      { what: 'login', theirs: { login: 'theirs' } },
      // Null: as it is stored. The secret itself does not reach the page.
      { what: 'password', theirs: { password: null } },
      { what: 'urls', theirs: { urls: ['https://theirs.test'] } },
    ]);
  });

  it('of a password that cannot be read stay as they are', () => {
    const lost = { password: '', passwordUnreadable: true as const };
    const { texts } = merge({
      base: { ...base, ...lost },
      mine: { ...base, ...lost, login: 'mine' },
      now: { ...base, ...lost },
      origins,
    });
    expect(texts).toMatchObject({ ...lost, login: 'mine' });
  });
});

describe('tags', () => {
  it('are a set: what was added is there, what was taken away is not', () => {
    const { texts, conflicts } = merged({ tags: ['b', 'mine'] }, { tags: ['a', 'theirs', 'b'] });
    expect(conflicts).toEqual([]);
    expect([...texts.tags].sort()).toEqual(['b', 'mine', 'theirs']);
  });
});

describe('fields', () => {
  const values = (texts: ItemTexts) => texts.fields.map(({ name, value }) => `${name}=${value}`);

  it('are merged one by one', () => {
    const { texts, conflicts } = merged(
      { fields: [field('one', 'mine'), base.fields[1], base.fields[2]] as Field[] },
      { fields: [base.fields[0], base.fields[1], field('three', 'theirs')] as Field[] },
    );
    expect(conflicts).toEqual([]);
    expect(values(texts)).toEqual(['one=mine', 'two=2', 'three=theirs']);
  });

  it('that were added on either side are all there', () => {
    const { texts } = merged(
      { fields: [...base.fields, field('mine', 'm')] },
      { fields: [...base.fields, field('theirs', 't')] },
      [...origins, null],
    );
    expect(values(texts)).toEqual(['one=1', 'two=2', 'three=3', 'mine=m', 'theirs=t']);
  });

  it('that were added on both sides alike are there once', () => {
    const added = field('both', 'x');
    const fields = [...base.fields, added];
    expect(values(merged({ fields }, { fields }, [...origins, null]).texts)).toHaveLength(4);
  });

  it('that were removed on one side and left alone on the other are gone', () => {
    const { texts, conflicts } = merged(
      { fields: [field('one', 'mine'), base.fields[2]] as Field[] },
      { fields: [base.fields[0], base.fields[1]] as Field[] },
      [0, 2],
    );
    expect(conflicts).toEqual([]);
    expect(values(texts)).toEqual(['one=mine']);
  });

  it('that were changed on both sides are in conflict, and neither is lost', () => {
    const { form, conflicts } = merged(
      { fields: [base.fields[0], field('two', 'mine', 'password'), base.fields[2]] as Field[] },
      { fields: [base.fields[0], field('two', 'theirs', 'password'), base.fields[2]] as Field[] },
    );
    expect(form.fields[1]).toEqual({ from: 1, name: 'two', type: 'password', value: 'mine' });
    const theirs = { from: 1, name: 'two', type: 'password', value: null };
    expect(conflicts).toEqual([{ what: 'field', at: 1, theirs }]);
  });

  it('that were removed here and changed there, and the other way round', () => {
    const removedHere = merged(
      { fields: [base.fields[1], base.fields[2]] as Field[] },
      { fields: [field('one', 'theirs'), base.fields[1], base.fields[2]] as Field[] },
      [1, 2],
    );
    expect(removedHere.conflicts).toEqual([
      { what: 'field', at: null, theirs: { from: 0, name: 'one', type: 'text', value: 'theirs' } },
    ]);
    const removedThere = merged(
      { fields: [field('one', 'mine'), base.fields[1], base.fields[2]] as Field[] },
      { fields: [base.fields[1], base.fields[2]] as Field[] },
    );
    expect(removedThere.conflicts).toEqual([{ what: 'field', at: 0, theirs: null }]);
    expect(values(removedThere.texts)).toEqual(['one=mine', 'two=2', 'three=3']);
  });

  it('keep the order that the person gave them', () => {
    const { texts } = merged(
      { fields: [base.fields[2], base.fields[0], base.fields[1]] as Field[] },
      { fields: [base.fields[0], field('two', 'theirs', 'password'), base.fields[2]] as Field[] },
      [2, 0, 1],
    );
    expect(values(texts)).toEqual(['three=3', 'one=1', 'two=theirs']);
  });
});

describe('a form', () => {
  it('holds no stored secret, and stands for the same texts', () => {
    const form = toForm(base, base, origins);
    expect(JSON.stringify(form)).not.toMatch(/old|"2"/);
    expect(fromForm(form, base)).toEqual(base);
  });

  it('hands back what cannot be read as it is', () => {
    const lost: Field = { name: '', type: '', value: '', unreadable: true };
    const stored = { ...base, fields: [lost] };
    expect(fromForm(toForm(stored, stored, [0]), stored).fields).toEqual([lost]);
  });

  it('of another item is refused', () => {
    const form = toForm(base, base, origins);
    expect(() => fromForm(form, noTexts)).toThrow('no such field');
  });

  it('drops spaces around names, empty addresses and repeated tags', () => {
    const form = {
      ...toForm(base, base, origins),
      name: ' Wiki ',
      urls: ['', ' x '],
      tags: ['a', 'a', ' '],
    };
    expect(fromForm(form, base)).toMatchObject({ name: 'Wiki', urls: ['x'], tags: ['a'] });
  });
});
