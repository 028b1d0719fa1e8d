import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/model/error.ts';
import type { Tokens } from '../../../src/passwork/passwork.ts';
import { createTokenKeeper } from '../../../src/passwork/tokens.ts';

const pair = (name: string): Tokens => ({ token: name, refreshToken: `r-${name}`, expiresAt: 0 });

/** A promise that the test settles itself. */
function later<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

describe('renewal (S18)', () => {
  test('calls that were refused together share one', async () => {
    let renewals = 0;
    const keeper = createTokenKeeper(pair('old'), async () => {
      renewals += 1;
      return pair('new');
    });
    const refused = await keeper.current();
    const renewed = await Promise.all([1, 2, 3].map(() => keeper.renew(refused)));
    expect(renewed).toEqual([pair('new'), pair('new'), pair('new')]);
    expect(renewals).toBe(1);
  });

  test('a call that was refused with tokens of before gets the ones of now', async () => {
    const keeper = createTokenKeeper(pair('old'), async () => pair('new'));
    const refused = await keeper.current();
    await keeper.renew(refused);
    const again = createTokenKeeper(pair('new'), async () => {
      throw new Error('renewed for nothing');
    });
    expect(await again.renew(refused)).toEqual(pair('new'));
  });

  test('a pair that was refused is not tried again, one that did not arrive is', async () => {
    const answers = [new AppError('offline', 'no'), new AppError('session-expired', 'dead')];
    let renewals = 0;
    const keeper = createTokenKeeper(pair('old'), async () => {
      throw answers[renewals++];
    });
    const refused = keeper.peek();
    for (const code of ['offline', 'session-expired', 'session-expired']) {
      await expect(keeper.renew(refused)).rejects.toMatchObject({ code });
    }
    expect(renewals).toBe(2);
  });

  test('nobody uses new tokens before every listener has kept them', async () => {
    const kept = later<void>();
    const keeper = createTokenKeeper(pair('old'), async () => pair('new'));
    const order: string[] = [];
    keeper.onTokens(async (tokens) => {
      order.push(`told ${tokens.token}`);
      await kept.promise;
      order.push('kept');
    });
    const refused = await keeper.current();
    const renewing = keeper.renew(refused).then(() => order.push('renewed'));
    const other = keeper.current().then((tokens) => order.push(`used ${tokens.token}`));
    await Promise.resolve();
    kept.resolve();
    await Promise.all([renewing, other]);
    expect(order.slice(0, 2)).toEqual(['told new', 'kept']);
    expect(order.slice(2).sort()).toEqual(['renewed', 'used new']);
  });

  test('a listener that fails does not cost the session', async () => {
    const keeper = createTokenKeeper(pair('old'), async () => pair('new'));
    keeper.onTokens(() => {
      throw new Error('storage is full');
    });
    expect(await keeper.renew(await keeper.current())).toEqual(pair('new'));
    expect(keeper.peek()).toEqual(pair('new'));
  });

  test('a listener that was ended hears nothing', async () => {
    const keeper = createTokenKeeper(pair('old'), async () => pair('new'));
    const heard: Tokens[] = [];
    const end = keeper.onTokens((tokens) => {
      heard.push(tokens);
    });
    end();
    await keeper.renew(await keeper.current());
    expect(heard).toEqual([]);
  });

  test('a failed one leaves the old tokens, and the next call tries anew', async () => {
    const outcomes = [
      async () => Promise.reject(new AppError('offline', 'no line')),
      async () => pair('new'),
    ];
    const keeper = createTokenKeeper(
      pair('old'),
      () => (outcomes.shift() ?? outcomes[0])?.() ?? Promise.reject(),
    );
    const refused = await keeper.current();
    await expect(keeper.renew(refused)).rejects.toMatchObject({ code: 'offline' });
    expect(keeper.peek()).toEqual(pair('old'));
    expect(await keeper.renew(refused)).toEqual(pair('new'));
  });
});

test('a closed keeper gives no tokens', async () => {
  const keeper = createTokenKeeper(pair('old'), async () => pair('new'));
  keeper.close();
  await expect(keeper.current()).rejects.toMatchObject({ code: 'session-expired' });
  await expect(keeper.renew(pair('old'))).rejects.toMatchObject({ code: 'session-expired' });
});
