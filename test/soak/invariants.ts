/** What must hold after every step, whatever it was. Each check answers with what is wrong. */

import { askFor } from '../e2e/support/ask.ts';
import { pasted } from '../e2e/support/context-menu.ts';
import type { State } from './act.ts';
import { readHeaps } from './heaps.ts';
import { comeToRest, expect, unlockField } from './popup.ts';
import type { World } from './world.ts';

/** Which screen stands follows the session, and stands at once. Answers with the session's state. */
export async function checkScreen({ popup }: World, timeout?: number): Promise<State> {
  await comeToRest(popup, timeout);
  const { state } = await askFor(popup, 'status', {});
  if (state === 'not-set-up') throw new Error('the account is gone');
  const door = unlockField(popup);
  if (state === 'locked') await expect(door, 'locked').toBeVisible();
  else await expect(door, 'unlocked').toHaveCount(0);
  await comeToRest(popup);
  return state;
}

/** Nothing went wrong unseen, and no secret was said, asked for or kept in the open. */
export async function checkSecrets(world: World): Promise<string[]> {
  const { server, extension, ears, canaries } = world;
  const { said, wrong, asked } = await ears.take();
  const requests = server.control.requests();
  const addresses = [...asked, ...requests.map(({ path, query }) => JSON.stringify([path, query]))]
    // Passwork's API of generation 4 wants these two in the path; see SECURITY.md.
    .filter((address) => !/\/api\/v4\/auth\/(login|refreshToken)\//.test(address));
  server.control.clearRequests();
  const found = (where: string, text: string, except = '') =>
    [...canaries]
      .filter(([name, secret]) => name !== except && text.includes(secret))
      .map(([name]) => `${name} in ${where}`);
  const known = [server.url, server.site.url, extension.origin, 'data:', 'about:'];
  const strange = asked.filter((url) => !known.some((start) => url.startsWith(start)));
  const local = await extension.inWorker(() => chrome.storage.local.get(null));
  const ours = world.filled ? `password of ${server.site.accounts[0].login}` : '';
  return [
    ...wrong,
    ...strange.map((url) => `a request to ${url}`),
    ...found('a console', said.join('\n')),
    ...found('an address', addresses.join('\n')),
    ...found('storage.local', JSON.stringify(local)),
    ...found('the page', await textOf(world), ours),
    ...(JSON.stringify(local).length > longestLocal ? ['storage.local grows'] : []),
  ];
}

/** Characters; settings, rules and the last failures. */
const longestLocal = 50_000;

/** What may stay in `storage.session` behind a lock: why it locked, rules for sites, and a lock time after a death on the way. */
const lasting = /^((lock-reason|site-rules|seen-inbox) |deadline$)/;

/** A locked vault leaves no token, no key, and no secret on the clipboard. */
export async function checkLocked(world: World): Promise<string[]> {
  const { extension, canaries } = world;
  let left = await leftBehind(world);
  // A popup that hears of the lock now takes away what it wrote a moment ago.
  for (let tries = 0; tries < 10 && left.length > 0; tries += 1) {
    await world.popup.waitForTimeout(100);
    left = await leftBehind(world);
  }
  const clipboard = await pasted(extension);
  await world.site.bringToFront();
  const secrets = [...canaries].filter(([, secret]) => clipboard.includes(secret));
  return [
    ...left.map((key) => `${key} in storage.session behind the lock`),
    ...secrets.map(([name]) => `${name} on the clipboard behind the lock`),
  ];
}

async function leftBehind({ extension }: World): Promise<string[]> {
  const kept = await extension.inWorker(() => chrome.storage.session.get(null));
  return Object.keys(kept).filter((key) => !lasting.test(key));
}

/** Remembers the secrets of the session that is open now. */
export async function learnSession({ extension, canaries }: World): Promise<void> {
  const kept = await extension.inWorker(() => chrome.storage.session.get(null));
  for (const [key, value] of Object.entries(kept)) {
    if (/^(index-key|record-key) /.test(key)) canaries.set(String(key), String(value));
    if (!key.startsWith('session ')) continue;
    const { masterKey, tokens } = JSON.parse(String(value));
    canaries.set('master key', masterKey);
    canaries.set(`token ${tokens.token.slice(0, 6)}`, tokens.token);
    canaries.set(`refresh token ${tokens.refreshToken.slice(0, 6)}`, tokens.refreshToken);
  }
}

/** Bytes that a heap may lie above where it started, whatever was done since. */
const room = { worker: 8 << 20, popup: 8 << 20, page: 8 << 20 };

/** Nothing grows. Answers with what does, and with a line for the log. */
export async function checkHeaps(world: World): Promise<{ line: string; wrong: string[] }> {
  const pageUrl = world.server.site.loginUrl;
  const heaps = await readHeaps(world.browser, { origin: world.extension.origin, pageUrl });
  const wrong: string[] = [];
  const line = (['worker', 'popup', 'page'] as const).map((name) => {
    const now = heaps[name];
    const start = world.start[name] ?? 0;
    if (now !== null && now > start + room[name]) wrong.push(`the heap of the ${name} has grown`);
    return `${name} ${megabytes(now)} MB (at first ${megabytes(start)})`;
  });
  return { line: line.join(', '), wrong };
}

const megabytes = (bytes: number | null) => (bytes === null ? '–' : (bytes / 2 ** 20).toFixed(1));

/** All text of the page in front: markup, closed roots, and what its fields hold. */
async function textOf({ site }: World): Promise<string> {
  const session = await site.context().newCDPSession(site);
  try {
    const tree = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const values = await site
      .locator('input, textarea')
      .evaluateAll((fields) => fields.map((field) => String(Reflect.get(field, 'value'))));
    // Markup is JSON here: what it would escape in a secret, it escapes in none of ours.
    return `${JSON.stringify(tree)}\n${values.join('\n')}`;
  } finally {
    await session.detach();
  }
}
