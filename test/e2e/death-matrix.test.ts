/**
 * The browser may stop the worker before, during and after each act. What was under way may fail,
 * and then says so; the act itself goes on at the next try. The session's own steps are in `death-session.test.ts`.
 */
import type { Page } from '@playwright/test';
import type { RunningServer } from '../server/start.ts';
import { shownMenu } from '../support/content/menu.ts';
import { ask, askFor, rowOf } from './support/ask.ts';
import type { Extension } from './support/chromium.ts';
import { clickMenu, pasted } from './support/context-menu.ts';
import { chooseInMenu } from './support/page-menu.ts';
import { expect, test } from './support/shared.ts';
import { waitForItems } from './support/sign-in.ts';
import { text } from './support/texts.ts';

test.describe.configure({ mode: 'default' });

type Stage = {
  readonly extension: Extension;
  readonly server: RunningServer;
  readonly site: Page;
  readonly popup: Page;
  /** Id of the demo site's first item. */
  readonly id: string;
};

type Step = {
  readonly name: string;
  /** A fault that keeps the step under way at the server. */
  readonly slow: string;
  /** Does it, and resolves when it was asked for, not when it is done. */
  readonly start: (stage: Stage) => Promise<void>;
  /** What a person sees of a step that died, before trying again. */
  readonly died: (stage: Stage) => Promise<void>;
  /** Tries again after that. */
  readonly again: (stage: Stage) => Promise<void>;
  readonly done: (stage: Stage) => Promise<void>;
  /** Makes what was done undone, for the next time. */
  readonly undo: (stage: Stage) => Promise<void>;
};

const openingIsSlow = 'latency:8000@GET /passwords/*';
const nothing = async () => undefined;

/** An item is asked for: not the list, which is looked at again after each unlock. */
const isOpening = ({ control }: RunningServer): boolean =>
  control.requests().some(({ path }) => /\/passwords\/[^/]+$/.test(path));

async function filled({ site, server }: Stage): Promise<void> {
  await expect(site.getByLabel('Password')).toHaveValue(server.site.accounts[0].password);
  await expect(site.getByLabel('User name')).toHaveValue(server.site.accounts[0].login);
}

async function notFilled({ site }: Stage): Promise<void> {
  await expect(site.getByLabel('Password')).toHaveValue('');
}

async function emptyForm({ site }: Stage): Promise<void> {
  await site.reload();
}

const steps: readonly Step[] = [
  {
    name: 'opening an item',
    slow: openingIsSlow,
    async start({ popup }) {
      await popup.getByRole('combobox').fill('Intranet');
      await popup
        .getByRole('option', { name: /Intranet/ })
        .first()
        .click();
    },
    // Reading changes nothing, so the popup asks the next worker by itself.
    died: ({ popup }) => expect(popup.getByText(text('errorInternal'))).toHaveCount(0),
    again: nothing,
    done: ({ popup }) =>
      expect(
        popup.getByRole('button', { name: text('copyLabel', text('password')) }),
      ).toBeVisible(),
    undo: async ({ popup }) => {
      await popup.reload();
      await waitForItems(popup);
    },
  },
  {
    name: 'filling from the popup',
    slow: openingIsSlow,
    async start({ popup, server, id, site }) {
      const tabId = await tabOf(popup, site);
      // Asked without waiting for the answer, as a popup that is closed meanwhile does.
      void ask(popup, 'fill', { ref: { kind: 'item', id }, tabId }).catch(nothing);
      await expect.poll(() => isOpening(server)).toBe(true);
    },
    died: notFilled,
    async again({ popup, id, site }) {
      const answer = await ask(popup, 'fill', {
        ref: { kind: 'item', id },
        tabId: await tabOf(popup, site),
      });
      expect(answer).toMatchObject({ ok: true, value: { filled: 2 } });
    },
    done: filled,
    undo: emptyForm,
  },
  {
    name: 'filling from the context menu',
    slow: openingIsSlow,
    start: ({ extension, site, id }) => clickMenu(extension, site, { act: 'fill', id }),
    died: notFilled,
    async again({ extension, site, popup, id }) {
      await askFor(popup, 'status', {});
      await clickMenu(extension, site, { act: 'fill', id });
    },
    done: filled,
    undo: emptyForm,
  },
  {
    name: 'filling from the menu in the page',
    slow: openingIsSlow,
    async start({ site }) {
      await site.getByLabel('User name').click();
      await chooseInMenu(site, 'Intranet');
    },
    async died(stage) {
      await expect
        .poll(async () => (await shownMenu(stage.site))?.text ?? '')
        .toContain(text('menuNoteFailed'));
      await notFilled(stage);
    },
    async again({ site }) {
      // The note lies over the other field.
      await site.keyboard.press('Escape');
      await expect.poll(() => shownMenu(site)).toBeNull();
      await site.getByLabel('Password').click();
      await chooseInMenu(site, 'Intranet');
    },
    done: filled,
    undo: emptyForm,
  },
  {
    name: 'copying from the context menu',
    slow: openingIsSlow,
    start: ({ extension, site, id }) => clickMenu(extension, site, { act: 'copy-password', id }),
    died: async ({ extension, server }) =>
      expect(await pasted(extension)).not.toBe(server.site.accounts[0].password),
    async again({ extension, site, popup, id }) {
      await askFor(popup, 'status', {});
      await clickMenu(extension, site, { act: 'copy-password', id });
    },
    done: ({ extension, server }) =>
      expect.poll(() => pasted(extension)).toBe(server.site.accounts[0].password),
    async undo({ site }) {
      await site.getByLabel('User name').fill('something else');
      await site.getByLabel('User name').press('Control+A');
      await site.getByLabel('User name').press('Control+C');
    },
  },
];

/** The number that the browser gave to the site's tab. */
async function tabOf(popup: Page, site: Page): Promise<number> {
  const url = `${site.url()}*`;
  const id = await popup.evaluate(async (of) => (await chrome.tabs.query({ url: of }))[0]?.id, url);
  if (id === undefined) throw new Error('no such tab');
  return id;
}

for (const step of steps) {
  test(`${step.name}, with a death before, during and after it`, async ({
    extension,
    server,
    site,
    popup,
  }) => {
    test.setTimeout(150_000);
    const { id } = await rowOf(popup, server.site.accounts[0].login);
    const stage = { extension, server, site, popup, id };

    await test.step('during', async () => {
      server.control.clearRequests();
      server.control.setFaults(step.slow);
      await step.start(stage);
      await expect.poll(() => isOpening(server)).toBe(true);
      await extension.killWorker();
      server.control.setFaults('');
      await step.died(stage);
      await step.again(stage);
      await step.done(stage);
    });
    await test.step('after', async () => {
      await extension.killWorker();
      await step.done(stage);
      expect((await askFor(popup, 'status', {})).state).toBe('unlocked');
    });
    await test.step('before', async () => {
      await step.undo(stage);
      await extension.killWorker();
      // The context menu's own event wakes a worker; here, where none can be sent, a message does.
      if (step.name.includes('context menu')) await askFor(popup, 'status', {});
      await step.start(stage);
      await step.done(stage);
    });
  });
}

test('searching, with a death before, during and after it', async ({
  extension,
  server,
  popup,
}) => {
  const box = popup.getByRole('combobox');
  const row = (name: string) => popup.getByRole('option', { name }).first();
  // The look at the list that follows an unlock has come to its end.
  await askFor(popup, 'refresh', {});
  await extension.killWorker();
  server.control.clearRequests();
  await box.fill('Intranet');
  await expect(row('Intranet')).toBeVisible();
  // No server is asked, so that nothing can keep a search under way: many deaths between keystrokes do.
  for (const typed of ['b', 'ba', 'bac', 'back', 'backup']) {
    const dying = extension.killWorker();
    await box.fill(typed);
    await dying;
  }
  await expect(box).toHaveValue('backup');
  await expect(row('backup')).toBeVisible();
  await extension.killWorker();
  await box.fill('Intranet');
  await expect(row('Intranet')).toBeVisible();
  expect(server.control.requests()).toEqual([]);
});
