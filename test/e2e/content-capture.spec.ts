/** What a frame tells of a login that was typed there: that it was sent, that it worked, or that the user let it be. */
import type { Page } from '@playwright/test';
import type { Script } from '../support/content/scripted-worker.ts';
import { expect, test } from '../support/content/test.ts';

const fields =
  '<label for="u">User name</label><input id="u" autocomplete="username"><span id="s"><label for="p">Password</label><input id="p" type="password" autocomplete="current-password"></span>';
const own = '<button>Sign in</button>';
const form = (more: string, does: string) =>
  `<h1>Sign in</h1><form id="form">${fields}${more}</form><p id="said"></p>
<script>const form = document.getElementById('form'), said = document.getElementById('said');${does}</script>`;
/** The form is sent by a script, which does this then. */
const sentBy = (does: string, more = own) =>
  form(more, `form.onsubmit = async (event) => { event.preventDefault(); ${does} };`);
/** What stands there goes after a while, and the page notes when. */
const goesLater = (what: string) =>
  `setTimeout(() => { ${what}; window.goneAt = Date.now(); }, 900);`;

type Case = {
  readonly page: string;
  readonly act: (tab: Page) => Promise<unknown>;
  /** What is told, and then how the document is said to be left; nothing where it worked. */
  readonly left: 'sent' | 'stood' | 'unsent' | null;
};
const enter = (tab: Page) => tab.keyboard.press('Enter');

const cases: Readonly<Record<string, Case>> = {
  'a form that is gone when it was sent': {
    page: sentBy('form.remove();'),
    act: enter,
    left: null,
  },
  'a button that acts when it is pressed down': {
    page: form(
      '<button type="button" id="go">Sign in</button>',
      "document.getElementById('go').onpointerdown = () => form.remove();",
    ),
    act: async (tab) => {
      await tab.locator('#go').hover();
      await tab.mouse.down();
      await tab.mouse.up();
    },
    left: null,
  },
  'a sentence in the place of the form, after an answer that refuses': {
    page: sentBy(
      "await (await fetch('/refused')).text(); form.remove(); said.textContent = 'Not right.';",
    ),
    act: async (tab) => {
      await enter(tab);
      await expect(tab.getByText('Not right.')).toBeVisible();
    },
    left: 'stood',
  },
  'a link that leads away': {
    page: sentBy('', `${own}<a href="/elsewhere" id="away">Forgot it?</a>`),
    act: async (tab) => {
      await tab.locator('#away').click();
      await tab.waitForURL('**/elsewhere');
    },
    left: 'unsent',
  },
  'a link to another view of the same page': {
    page: `${sentBy('', `${own}<a href="/elsewhere" id="away">Forgot it?</a>`)}<script>
document.getElementById('away').onclick = (event) => { event.preventDefault(); form.remove(); };</script>`,
    act: (tab) => tab.locator('#away').click(),
    left: 'unsent',
  },
  'a button that cancels': {
    page: sentBy(
      '',
      `${own}<button type="button" id="cancel" onclick="form.remove()">Cancel</button>`,
    ),
    act: (tab) => tab.locator('#cancel').click(),
    left: 'unsent',
  },
  'the Escape key after a try that failed': {
    page: `${sentBy("said.textContent = 'Not right.';")}<script>
onkeydown = ({ key }) => { if (key === 'Escape') form.remove(); };</script>`,
    act: async (tab) => {
      await enter(tab);
      await expect(tab.getByText('Not right.')).toBeVisible();
      // The first one may close the menu of ours.
      await tab.keyboard.press('Escape');
      await tab.keyboard.press('Escape');
    },
    left: 'unsent',
  },
  'another address, typed into the bar': { page: sentBy(''), act: async () => {}, left: 'unsent' },
};

const told = (log: Script['log']) =>
  log
    .filter(({ call }) => ['typed', 'worked', 'returned', 'left'].includes(call))
    .map(({ call, request }) => (call === 'left' ? Reflect.get(Object(request), 'how') : call));

/** Opens a page, and enters its first field. */
async function open(tab: Page, url: string, page: string): Promise<void> {
  await tab.route('**/capture', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>t</title>${page}` }),
  );
  await tab.route('**/refused', (route) => route.fulfill({ status: 401, body: 'no' }));
  await tab.route('**/elsewhere', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Elsewhere</h1>' }),
  );
  await tab.goto(url);
  await tab.locator('#u').click();
}

async function type(tab: Page): Promise<void> {
  await tab.keyboard.type('marta');
  await tab.keyboard.press('Tab');
  await expect(tab.locator('#p')).toBeFocused();
  await tab.keyboard.type('S3cret');
}

/** Fills in the form as a person does, who is slower than the engine. */
async function fillIn(tab: Page, url: string, page: string, log: () => Promise<Script['log']>) {
  await open(tab, url, page);
  await expect.poll(async () => (await log()).map(({ call }) => call)).toContain('offers');
  await type(tab);
}

test.beforeEach(({ say }) => say({ offers: { state: 'none' } }));

for (const [name, { page, act, left }] of Object.entries(cases)) {
  test(`a login and ${name}`, async ({ tab, site, log }) => {
    await fillIn(tab, site.url('capture'), page, log);
    await act(tab);
    if (left === null) {
      await expect.poll(async () => told(await log())).toEqual(['typed', 'worked']);
    } else {
      if (!tab.url().endsWith('/elsewhere')) await tab.goto(site.url('elsewhere'));
      await expect.poll(async () => told(await log())).toEqual(['typed', left]);
    }
  });
}

test('a form that hides while the page waits, and comes back', async ({ tab, site, log }) => {
  const page = sentBy(`form.hidden = true;
onmessage = ({ data }) => { form.hidden = data; fetch('/refused'); };`);
  await open(tab, site.url('capture'), page);
  await type(tab);
  await enter(tab);
  await expect.poll(async () => told(await log())).toEqual(['typed', 'worked']);
  await tab.evaluate(() => postMessage(false));
  await expect.poll(async () => told(await log())).toEqual(['typed', 'worked', 'returned']);
});

test('a login in a closed shadow root, sent with its button', async ({ tab, site, log }) => {
  await tab.goto(site.url('shadow.html?mode=closed'));
  const click = async (selector: string) => {
    const place = `document.querySelector('x-login').place('${selector}')`;
    const { x, y, width, height } = await tab.evaluate<DOMRect>(place);
    await tab.mouse.click(x + width / 2, y + height / 2);
  };
  await click('input');
  // The engine is there to hear what is typed.
  await expect.poll(async () => (await log()).some(({ call }) => call === 'offers')).toBe(true);
  await tab.keyboard.type('marta');
  await tab.keyboard.press('Tab');
  await tab.keyboard.type('S3cret');
  await click('button');
  await expect.poll(async () => told(await log())).toEqual(['typed', 'sent']);
});

test('the address on the first page of a sign-up', async ({ tab, site, log }) => {
  await tab.route('**/first', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<h1>Create your account</h1><form><label for="m">E-mail</label><input id="m" type="email"><button>Next</button></form>',
    }),
  );
  await tab.goto(site.url('first'));
  await tab.locator('#m').click();
  await tab.keyboard.type('marta@norrsund.example');
  await enter(tab);
  const step = { kind: 'step', username: 'marta@norrsund.example', password: '', generated: false };
  await expect
    .poll(async () => (await log()).filter(({ call }) => call === 'typed'))
    .toMatchObject([{ request: step }]);
});

test('a login beside another one, which stays', async ({ tab, site, log }) => {
  const other = '<form><h2>Members</h2><input name="m"><input name="n" type="password"></form>';
  await open(tab, site.url('capture'), `${sentBy('form.remove();')}${other}`);
  await type(tab);
  await enter(tab);
  await expect.poll(async () => told(await log())).toEqual(['typed', 'worked']);
});

const shown = `document.getElementById('s').innerHTML = '<input id="shown">';
const box = document.getElementById('shown'); box.value = password;`;
const waiting: Readonly<Record<string, string>> = {
  'an alert stands in the place of the form': sentBy(
    `form.remove(); said.role = 'alert'; said.textContent = 'One moment'; ${goesLater('said.remove()')}`,
  ),
  'another element shows what was typed': sentBy(
    `const password = document.getElementById('p').value; ${shown} ${goesLater('form.remove()')}`,
  ),
};
for (const [name, page] of Object.entries(waiting)) {
  test(`a login has not worked as long as ${name}`, async ({ tab, site, log }) => {
    await fillIn(tab, site.url('capture'), page, log);
    await enter(tab);
    await expect.poll(async () => told(await log())).toEqual(['typed', 'worked']);
    const worked = (await log()).find(({ call }) => call === 'worked');
    const goneAt: number = await tab.evaluate(() => Reflect.get(window, 'goneAt'));
    expect(worked?.at).toBeGreaterThanOrEqual(goneAt);
  });
}

test('a login that was typed before the engine was there', async ({ tab, site, say, log }) => {
  await say({ late: true });
  await open(tab, site.url('capture'), sentBy('form.remove();'));
  await type(tab);
  await say({ late: false });
  await expect.poll(async () => (await log()).map(({ call }) => call)).toContain('offers');
  await enter(tab);
  await expect.poll(async () => told(await log())).toEqual(['typed', 'worked']);
});
