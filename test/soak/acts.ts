/** What may happen next in a walk: what the user does, and among it the mishaps. An act proves itself where nothing is in its way. */
import { ask, askFor } from '../e2e/support/ask.ts';
import { clickMenu } from '../e2e/support/context-menu.ts';
import { chooseInMenu } from '../e2e/support/page-menu.ts';
import { text } from '../e2e/support/texts.ts';
import { shownMenu } from '../support/content/menu.ts';
import type { Act } from './act.ts';
import { killWorker, mishaps } from './mishaps.ts';
import {
  comeToRest,
  expect,
  goHome,
  idOfMine,
  openItem,
  press,
  reopen,
  searchBox,
  unlockField,
  untilListed,
} from './popup.ts';
import type { World } from './world.ts';

const queries = ['Intranet', 'bank', 'itranet', 'zzzz', 'a', '', 'vault:', 'ops admin', 'яндекс'];
const passwordLabel = text('password');

export const acts: readonly Act[] = [
  {
    name: 'search',
    weight: 6,
    when: 'unlocked',
    async run(world) {
      if (!(await goHome(world))) return;
      await searchBox(world.popup).pressSequentially(world.random.pick(queries));
    },
  },
  {
    name: 'open, reveal and hide',
    weight: 4,
    when: 'unlocked',
    async run(world, calm) {
      const opened = await openItem(world);
      if (!opened) return must(calm, 'the item opens');
      const { popup, server } = world;
      await press(popup, text('showLabel', passwordLabel));
      if (!calm) return;
      const shown = popup.getByText(server.site.accounts[0].password, { exact: true });
      await expect(shown).toBeVisible();
      await press(popup, text('hideLabel', passwordLabel));
      await expect(shown).toHaveCount(0);
    },
  },
  {
    name: 'copy from the popup',
    weight: 3,
    when: 'unlocked',
    async run(world, calm) {
      const opened = await openItem(world);
      if (!opened) return must(calm, 'the item opens');
      await press(world.popup, text('copyLabel', passwordLabel));
      if (calm)
        await expect(world.popup.getByText(/^Password copied|Copied/i).first()).toBeVisible();
    },
  },
  {
    name: 'copy from the context menu',
    weight: 2,
    when: 'unlocked',
    async run(world) {
      const id = await idOfMine(world);
      if (id === null) return;
      await clickMenu(world.extension, world.site, { act: 'copy-password', id });
    },
  },
  {
    name: 'fill from the popup',
    weight: 4,
    when: 'unlocked',
    async run(world, calm) {
      await emptyForm(world);
      const opened = await openItem(world);
      if (!opened) return must(calm, 'the item opens');
      world.filled = true;
      await press(world.popup, text('fill'));
      await expectFilled(world, calm);
    },
  },
  {
    name: 'fill from the menu in the page',
    weight: 4,
    when: 'unlocked',
    async run(world, calm) {
      if (calm) await untilListed(world);
      await emptyForm(world);
      const { site } = world;
      await site.bringToFront();
      await site.getByLabel('User name').click();
      if (!calm) {
        // It may offer the item, or say what is wrong; both are looked at after the act.
        await site.waitForTimeout(800);
        await site.keyboard.press('Escape');
        return;
      }
      world.filled = true;
      await chooseInMenu(site, 'Intranet');
      await expectFilled(world, calm);
    },
  },
  {
    name: 'look at the menu of a locked vault',
    weight: 1,
    when: 'locked',
    async run({ site }) {
      await site.bringToFront();
      await site.getByLabel('User name').click();
      await site.waitForTimeout(800);
      const shown = (await shownMenu(site))?.text ?? '';
      expect(shown).not.toContain('Intranet');
      await site.keyboard.press('Escape');
    },
  },
  {
    name: 'fill from the context menu',
    weight: 3,
    when: 'unlocked',
    async run(world, calm) {
      if (calm) await untilListed(world);
      await emptyForm(world);
      const id = await idOfMine(world);
      if (id === null) return must(calm, 'the item is found');
      world.filled = true;
      await clickMenu(world.extension, world.site, { act: 'fill', id });
      await expectFilled(world, calm);
    },
  },
  {
    name: 'kill the worker while an item opens',
    weight: 3,
    when: 'unlocked',
    async run(world) {
      if (await beginToOpen(world)) await killWorker(world);
    },
  },
  {
    name: 'lock while an item opens',
    weight: 2,
    when: 'unlocked',
    async run(world) {
      if (!(await beginToOpen(world))) return;
      await askFor(world.popup, 'lock', {});
      await unlockField(world.popup).waitFor();
    },
  },
  {
    name: 'generate a password',
    weight: 2,
    when: 'unlocked',
    async run(world) {
      if (!(await goHome(world))) return;
      await press(world.popup, text('generator'));
      await comeToRest(world.popup);
      await learnMade(world);
      if (world.random.next() < 0.5) await press(world.popup, text('copyPassword'));
    },
  },
  {
    name: 'leave a draft',
    weight: 2,
    when: 'unlocked',
    async run(world) {
      if (!(await goHome(world))) return;
      const { popup, canaries } = world;
      await press(popup, text('newItem'));
      await popup.locator('[name=name]').fill('Soak draft');
      const secret = `draft-canary-${Math.floor(world.random.next() * 1e9)}`;
      canaries.set('password of a draft', secret);
      await popup.locator('[name=password]').fill(secret);
      await popup.waitForTimeout(600);
      await reopen(world);
    },
  },
  {
    name: 'refresh the list',
    weight: 2,
    when: 'unlocked',
    async run({ popup }, calm) {
      const answer = await ask(popup, 'refresh', {});
      if (calm) must(!answer.ok, 'the list is refreshed');
    },
  },
  {
    name: 'lock',
    weight: 2,
    when: 'unlocked',
    async run(world) {
      if (!(await goHome(world))) return;
      const button = world.popup.getByRole('button', { name: text('lockNow'), exact: true });
      await button.click();
      await unlockField(world.popup).waitFor();
    },
  },
  {
    name: 'unlock',
    weight: 12,
    when: 'locked',
    async run(world, calm) {
      const { popup, server } = world;
      await unlockField(popup).fill(server.v4.masterPassword);
      await press(popup, text('unlock'));
      // It goes on where the lock came, which need not be the list.
      if (calm) await expect(unlockField(popup)).toHaveCount(0);
    },
  },
  {
    name: 'unlock with a wrong password',
    weight: 1,
    when: 'locked',
    async run({ popup }, calm) {
      await unlockField(popup).fill('not this one');
      await press(popup, text('unlock'));
      if (calm) await expect(popup.getByText(text('errorWrongMasterPassword'))).toBeVisible();
    },
  },
  ...mishaps,
  {
    name: 'another tab',
    weight: 2,
    when: 'always',
    async run(world) {
      const { extension, server } = world;
      const before = world.site;
      world.site = await extension.context.newPage();
      await world.site.goto(server.site.loginUrl);
      world.filled = false;
      await before.close();
      await reopen(world);
    },
  },
  {
    name: 'close and open the popup',
    weight: 2,
    when: 'always',
    run: reopen,
  },
];

function must(fails: boolean, what: string): void {
  if (fails) throw new Error(`not so: ${what}`);
}

/** Opens an item, and comes back somewhere between its request and its answer. False where the list is out of reach. */
async function beginToOpen(world: World): Promise<boolean> {
  await untilListed(world);
  // After a session has ended there is no list until the server gives one.
  if (!(await goHome(world)) || (await idOfMine(world)) === null) return false;
  const { popup, random } = world;
  await searchBox(popup).fill('bank');
  await popup.getByRole('option').first().waitFor();
  await searchBox(popup).press('ArrowRight');
  await popup.waitForTimeout(Math.floor(random.next() * 150));
  return true;
}

/** A password that was made is a secret from now on, used or not. */
async function learnMade({ popup, canaries }: World): Promise<void> {
  const made = popup.locator('.made .secret', { hasText: /\S/ });
  await expect(made.or(unlockField(popup)).first()).toBeVisible();
  const [shown] = await made.allTextContents();
  if (shown !== undefined) canaries.set(`made password ${canaries.size}`, shown);
}

async function emptyForm(world: World): Promise<void> {
  await world.site.reload();
  world.filled = false;
}

async function expectFilled({ site, server }: World, calm: boolean): Promise<void> {
  const { login, password } = server.site.accounts[0];
  if (!calm) {
    await site.waitForTimeout(500);
    return;
  }
  await expect(site.getByLabel('Password')).toHaveValue(password);
  await expect(site.getByLabel('User name')).toHaveValue(login);
}
