import { describe, expect, it } from 'vitest';
import { whatCan } from '../../../../src/background/opened/can.ts';
import { fakePasswork, savedSession } from '../../../support/fake-passwork.ts';

const v4 = (version: string) => fakePasswork({}, { ...savedSession, version });
const v7 = (encrypted: boolean) => fakePasswork({ generation: 'v7', encrypted });

describe('what can be done', () => {
  it('with an item of the inbox: nothing but to read it', () => {
    const can = whatCan(v4('6.4.2'), { kind: 'inbox', id: 'i' });
    expect(Object.values(can).filter((each) => each === true)).toEqual([]);
    expect([can.share, can.move]).toEqual([[], null]);
  });

  it('on Passwork 4 to 6, with the times that its version knows', () => {
    expect(whatCan(v4('4.7'), { kind: 'item', id: 'i' }).share).not.toContain('forever');
    const can = whatCan(v4('6.4.2'), { kind: 'item', id: 'i' });
    expect(can).toMatchObject({ favourite: true, detach: true, move: 'anywhere', history: false });
    expect(can.share).toContain('forever');
  });

  it('on Passwork 7, as far as its protocol is known', () => {
    const item = { kind: 'item', id: 'i' } as const;
    const unknown = { favourite: false, detach: false };
    expect(whatCan(v7(true), item)).toMatchObject({
      ...unknown,
      move: 'same-vault',
      history: true,
    });
    expect(whatCan(v7(false), item)).toMatchObject({ ...unknown, move: 'anywhere' });
    expect(whatCan(v7(true), { kind: 'shortcut', id: 's' })).toMatchObject({
      move: null,
      remove: false,
      history: false,
    });
  });
});
