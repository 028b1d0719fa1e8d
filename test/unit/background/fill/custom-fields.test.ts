import { describe, expect, it } from 'vitest';
import { customValues } from '../../../../src/background/fill/custom-fields.ts';

const item = {
  fields: [
    { name: 'Company ID', type: 'text', value: 'ACME' },
    { name: 'Branch PIN', type: 'password', value: '4711' },
    { name: 'Code', type: 'totp', value: 'JBSWY3DPEHPK3PXP' },
    { name: 'Empty', type: 'text', value: '' },
    { name: '', type: 'text', value: 'nameless' },
    { name: 'Broken', type: 'text', value: '', unreadable: true as const },
    { name: 'Company ID', type: 'text', value: 'second' },
  ],
};

const values = (names: readonly string[], masked = false) =>
  customValues(item, [{ names, masked }])[0];

describe('a custom field', () => {
  it.each([
    ['company id'],
    ['Company ID: *'],
    ['* Company ID'],
    ['  Company   ID '],
    ['Ｃompany ID'],
  ])('goes into an input called %j', (name) => {
    expect(values(['other', name])).toBe('ACME');
  });
  it.each([
    ['part of its name', 'Company'],
    ['more than its name', 'Your company ID'],
    ['the name of a code', 'Code'],
    ['the name of an empty one', 'Empty'],
    ['nothing', ''],
    ['only what labels are adorned with', ': *'],
    ['the name of one that cannot be read', 'Broken'],
  ])('does not go into an input called by %s', (_, name) => {
    expect(values([name])).toBe(null);
  });
  it('goes into masked inputs only where it is secret', () => {
    expect(values(['Branch PIN'])).toBe(null);
    expect(values(['Branch PIN'], true)).toBe('4711');
    expect(values(['Company ID'], true)).toBe('ACME');
  });
  it('is answered for each input in its place', () => {
    const spares = [
      { names: ['x'], masked: false },
      { names: ['Company ID'], masked: false },
    ];
    expect(customValues(item, spares)).toEqual([null, 'ACME']);
  });
});
