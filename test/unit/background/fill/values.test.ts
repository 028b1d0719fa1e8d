import { describe, expect, it } from 'vitest';
import { fillValues } from '../../../../src/background/fill/values.ts';
import type { FieldLabel } from '../../../../src/protocol/fill-outcome.ts';
import { openedItem } from '../../../support/fake-passwork.ts';

const item = openedItem({
  login: 'ada',
  password: 'hunter2',
  fields: [
    { name: 'recovery', type: 'password', value: 'never-asked-for' },
    { name: 'code', type: 'totp', value: 'GEZDGNBVGY3TQOJQ' },
  ],
});

const ask = (...labels: FieldLabel[]) => ({ labels, spares: [] });

describe('what leaves for a page', () => {
  it('F14: is what the page has fields for, and nothing else of the item', async () => {
    expect(await fillValues(item, ask('username'), 0)).toEqual({
      username: 'ada',
      password: null,
      code: null,
      fields: [],
    });
    const all = await fillValues(item, ask('username', 'current-password', 'one-time-code'), 0);
    expect(Object.keys(all).sort()).toEqual(['code', 'fields', 'password', 'username']);
    expect(JSON.stringify(all)).not.toContain('never-asked-for');
    expect(JSON.stringify(all)).not.toContain('GEZDGNBV');
  });
  it('F11 F15: is never the stored password for a new-password field', async () => {
    await expect(fillValues(item, ask('new-password'), 0)).rejects.toMatchObject({
      code: 'no-value',
    });
    expect(await fillValues(item, ask('username', 'new-password'), 0)).toMatchObject({
      password: null,
    });
  });
});
