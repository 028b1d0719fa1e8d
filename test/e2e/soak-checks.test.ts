/** The looks that the soak takes after each step see what they look for. */
import { expect, test } from '@playwright/test';
import { checkLocked, checkScreen, checkSecrets, learnSession } from '../soak/invariants.ts';
import { createRandom } from '../soak/random.ts';
import { createWorld } from '../soak/world.ts';
import { askFor } from './support/ask.ts';

test('a secret in any open place, a silent failure and a wrong screen are seen', async () => {
  test.setTimeout(150_000);
  const world = await createWorld(createRandom(1));
  const { extension, server, site } = world;
  try {
    await learnSession(world);
    expect(await checkScreen(world)).toBe('unlocked');
    expect(await checkSecrets(world)).toEqual([]);
    const { login, password } = server.site.accounts[0];
    const name = `password of ${login}`;
    await site.getByLabel('Password').fill(password);
    expect(await checkSecrets(world)).toEqual([`${name} in the page`]);
    await site.getByLabel('Password').fill('');

    await extension.inWorker((secret) => chrome.storage.local.set({ planted: secret }), password);
    expect(await checkSecrets(world)).toEqual([`${name} in storage.local`]);
    await extension.inWorker(() => chrome.storage.local.remove('planted'));

    await extension.inWorker((secret) => console.log(secret), world.canaries.get('master key'));
    expect(await checkSecrets(world)).toEqual(['master key in a console']);

    await site.evaluate((secret) => fetch(`/article?p=${secret}`), server.v4.apiKey);
    expect(await checkSecrets(world)).toEqual(['API key in an address']);

    await extension.inWorker(() => void Promise.reject(new Error('unheard')));
    await expect
      .poll(() => checkSecrets(world))
      .toEqual(['uncaught in the worker: Error: unheard']);

    await askFor(world.popup, 'lock', {});
    expect(await checkScreen(world)).toBe('locked');
    expect(await checkLocked(world)).toEqual([]);
    // Of an account that nobody has: what the lock left of the real one is still being taken away now and then.
    const forgotten = 'session nobody';
    await extension.inWorker((key) => chrome.storage.session.set({ [key]: 'x' }), forgotten);
    expect(await checkLocked(world)).toEqual([`${forgotten} in storage.session behind the lock`]);
    await extension.inWorker((key) => chrome.storage.session.remove(key), forgotten);

    await world.popup.evaluate(() => document.querySelector('.frame-body')?.replaceChildren());
    await expect(checkScreen(world, 1_000)).rejects.toThrow('the popup is not blank');
  } finally {
    await world.close();
  }
});
