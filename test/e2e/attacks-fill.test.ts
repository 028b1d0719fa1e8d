/** Pages that want to be filled without being meant (C1 of the catalogue). */

import { connect } from '../../src/passwork/index.ts';
import { shownMenu } from '../support/content/menu.ts';
import { loginForm } from '../support/hostile-site.ts';
import { answer } from './support/answer.ts';
import { askFor } from './support/ask.ts';
import { expect, fillByEveryWay, later, menusIn, test, valuesIn } from './support/attacked.ts';
import { chooseInMenu } from './support/page-menu.ts';

test('F1 F2: no page is filled without an act, however often the login is framed or visited', async ({
  world,
  tab,
}) => {
  const { loginUrl } = world.server.site;
  await tab.goto(loginUrl);
  // Only time shows that nothing comes of itself; a menu is there after a tenth of it.
  await later(1_000);
  expect(await valuesIn(tab)).toEqual(['', '']);
  expect(await menusIn(tab)).toBe(0);
  const frames = Array.from(
    { length: 20 },
    (_, at) => `<iframe src="${loginUrl}?sweep=${at}" style="opacity: 0.01"></iframe>`,
  );
  await tab.goto(world.evil.page(frames.join('')));
  await expect.poll(() => tab.frames().length).toBe(21);
  // The same.
  await later(1_000);
  expect((await valuesIn(tab)).every((value) => value === '')).toBe(true);
  expect((await valuesIn(tab)).length).toBe(40);
  expect(await menusIn(tab)).toBe(0);
  // A chain of visits, each of which runs scripts of the page that led there.
  for (let hop = 0; hop < 5; hop += 1) {
    await tab.evaluate((url) => location.assign(url), `${loginUrl}?hop=${hop}`);
    await tab.waitForURL(`**hop=${hop}`);
    expect(await valuesIn(tab)).toEqual(['', '']);
  }
});

test('F3: a foreign frame in a matching page gets nothing by any way', async ({ world, tab }) => {
  await tab.goto(world.server.site.loginUrl);
  await tab.evaluate((src) => {
    document.body.innerHTML = '';
    document.body.append(Object.assign(document.createElement('iframe'), { src }));
  }, world.evil.page(loginForm));
  const frame = tab.frameLocator('iframe');
  await frame.locator('[name=username]').click();
  await frame.locator('[name=password]').click();
  expect(await fillByEveryWay(world, tab)).toMatchObject({ ok: false });
  expect(await valuesIn(tab)).toEqual(['', '']);
  expect(await shownMenu(tab)).toBeNull();
});

test('F4 F5: a matching frame in a foreign page gets nothing by any way', async ({
  world,
  tab,
}) => {
  await tab.goto(world.evil.page(`<iframe src="${world.server.site.loginUrl}"></iframe>`));
  const frame = tab.frameLocator('iframe');
  await frame.getByLabel('User name').click();
  await frame.getByLabel('Password').click();
  expect(await fillByEveryWay(world, tab)).toEqual({ ok: false, error: { code: 'no-match' } });
  expect(await valuesIn(tab)).toEqual(['', '']);
  expect(await menusIn(tab)).toBe(0);

  // The page matches as well, but a stranger stands between it and the frame.
  const between = world.evil.page(`<iframe src="${world.server.site.loginUrl}"></iframe>`);
  await tab.goto(world.server.site.loginUrl);
  await tab.evaluate((src) => {
    document.body.innerHTML = '';
    const style = 'width: 700px; height: 500px';
    document.body.append(Object.assign(document.createElement('iframe'), { src, style }));
  }, between);
  const inner = tab.frameLocator('iframe').frameLocator('iframe');
  await inner.getByLabel('User name').click();
  await inner.getByLabel('Password').click();
  expect(await fillByEveryWay(world, tab)).toMatchObject({ ok: false });
  expect(await valuesIn(tab)).toEqual(['', '']);
  expect(await menusIn(tab)).toBe(0);
});

test('F6 F7: frames without an origin of their own get nothing by any way', async ({
  world,
  tab,
}) => {
  await tab.goto(world.server.site.loginUrl);
  await tab.evaluate(
    ({ form, loginUrl }) => {
      document.body.innerHTML = '';
      const add = (more: Partial<HTMLIFrameElement>, sandbox?: string) => {
        const frame = Object.assign(document.createElement('iframe'), more);
        if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
        document.body.append(frame);
        return frame;
      };
      add({ src: loginUrl }, 'allow-scripts allow-forms');
      add({ src: `data:text/html,${encodeURIComponent(form)}` });
      add({ src: URL.createObjectURL(new Blob([form], { type: 'text/html' })) });
      add({ srcdoc: form });
      const blank = add({ src: 'about:blank' });
      if (blank.contentDocument) blank.contentDocument.body.innerHTML = form;
    },
    { form: loginForm, loginUrl: world.server.site.loginUrl },
  );
  await expect.poll(async () => (await valuesIn(tab)).length).toBe(10);
  for (const frame of tab.frames().slice(1)) {
    await frame.locator('input').first().click();
    await frame.locator('input').last().click();
  }
  expect(await fillByEveryWay(world, tab)).toMatchObject({ ok: false });
  expect((await valuesIn(tab)).every((value) => value === '')).toBe(true);
  expect(await shownMenu(tab)).toBeNull();
});

test('F10: where the form sends to another site, nothing is filled before a yes that names it', async ({
  world,
  tab,
}) => {
  const { server, extension, popup, mine } = world;
  const { loginUrl, accounts } = server.site;
  const sink = new URL(world.evil.page('got it', 'sink')).origin;
  const leadAway = (how: 'action' | 'formaction') =>
    tab.evaluate(
      ({ to, how }) => {
        const form = document.querySelector('form');
        if (how === 'action') form?.setAttribute('action', `${to}/take`);
        else form?.querySelector('button')?.setAttribute('formaction', `${to}/take`);
      },
      { to: sink, how },
    );
  for (const how of ['action', 'formaction'] as const) {
    await tab.goto(loginUrl);
    await leadAway(how);
    await tab.evaluate(() => {
      // An input of such a name stands before what the form itself has by it.
      for (const name of ['action', 'getAttribute', 'baseURI', 'closest']) {
        const decoy = Object.assign(document.createElement('input'), { type: 'hidden', name });
        document.querySelector('form')?.append(decoy);
      }
    });
    expect(await fillByEveryWay(world, tab)).toEqual({
      ok: false,
      error: { code: 'sends-elsewhere' },
    });
    const shown = (await valuesIn(tab)).filter((value) => value !== '');
    expect(shown).toEqual([]);
  }

  // Chosen in the page: the popup asks, and says where it would go.
  await tab.goto(loginUrl);
  await leadAway('action');
  await tab.bringToFront();
  await tab.getByLabel('User name').click();
  const asked = await extension.popupOpenedBy(() => chooseInMenu(tab, mine.name));
  await expect.poll(() => asked.evaluate('document.body?.innerText ?? ""')).toContain(sink);
  expect(await tab.getByLabel('Password').inputValue()).toBe('');
  // The yes is to this place alone.
  await tab.evaluate(
    (to) => document.querySelector('form')?.setAttribute('action', to),
    world.evil.page('got it', 'other-sink'),
  );
  // An answer counts once the question has stood for a moment; until then a person presses again.
  await expect(async () => {
    await asked.press('Enter');
    expect(await asked.evaluate('document.body?.innerText ?? ""')).toContain('other-sink');
  }).toPass({ intervals: [200] });
  expect(await tab.getByLabel('Password').inputValue()).toBe('');
  await answer(asked, async () => (await tab.getByLabel('Password').inputValue()) !== '');
  await expect(tab.getByLabel('Password')).toHaveValue(accounts[0].password);
  await asked.closed();

  // A form that stays at home is filled as ever.
  await tab.goto(loginUrl);
  await tab.evaluate(() => document.querySelector('form')?.setAttribute('action', '/welcome'));
  const tabId = await extension.inWorker(
    async (url) => (await chrome.tabs.query({ url: `${url}*` }))[0]?.id ?? -1,
    loginUrl,
  );
  const ref = { kind: 'item', id: mine.id } as const;
  await askFor(popup, 'fill', { ref, tabId });
  await expect(tab.getByLabel('Password')).toHaveValue(accounts[0].password);
});

test('F23: a fill submits nothing, and no value gets into an address', async ({ world, tab }) => {
  const { loginUrl, accounts } = world.server.site;
  const sent: string[] = [];
  tab.on('request', (request) => sent.push(request.url()));
  await tab.goto(loginUrl);
  const visited = sent.length;
  await tab.getByLabel('User name').click();
  await chooseInMenu(tab, world.mine.name);
  await expect(tab.getByLabel('Password')).toHaveValue(accounts[0].password);
  // Whatever the fill has begun in the page, it has done.
  await tab.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  expect(tab.url()).toBe(loginUrl);
  expect(sent.length).toBe(visited);
});

test('M12: a page of the Passwork server itself is offered nothing', async ({ world, tab }) => {
  const { server, mine } = world;
  const { host, apiKey, masterPassword } = server.v4;
  const passwork = await connect({ host, credential: { apiKey }, masterPassword });
  const before = (await passwork.openItem(mine.id)).urls;
  // The server answers with a login of its own, and the item says that it belongs there.
  await passwork.editItem(mine.id, { urls: [server.url] });
  await askFor(world.popup, 'refresh', {});
  await tab.route(`${server.url}/sign-in`, (route) =>
    route.fulfill({ contentType: 'text/html', body: loginForm }),
  );
  await tab.goto(`${server.url}/sign-in`);
  await tab.locator('[name=username]').click();
  await tab.locator('[name=password]').click();
  expect(await fillByEveryWay(world, tab)).toEqual({ ok: false, error: { code: 'no-match' } });
  expect(await valuesIn(tab)).toEqual(['', '']);
  expect(await shownMenu(tab)).toBeNull();
  await passwork.editItem(mine.id, { urls: before });
  await passwork.logout();
  await askFor(world.popup, 'refresh', {});
});
