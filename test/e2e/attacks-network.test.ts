/** A long session, with an ear on every request of the browser and on every console. */
import { startServer } from '../server/start.ts';
import { startProxy } from '../support/recording-proxy.ts';
import { ask, askFor } from './support/ask.ts';
import { launchExtension } from './support/chromium.ts';
import { clickMenu } from './support/context-menu.ts';
import { expect, test } from './support/fixtures.ts';
import { signIn, start, waitForItems } from './support/sign-in.ts';
import { text } from './support/texts.ts';

test('S15 D8 D13 D14 D15: all goes to the one server, by its own paths, and no console hears a secret', async () => {
  test.setTimeout(180_000);
  const server = await startServer();
  const elsewhere = await startServer();
  const proxy = await startProxy();
  const extension = await launchExtension({
    flags: [`--proxy-server=127.0.0.1:${proxy.port}`, '--proxy-bypass-list=<-loopback>'],
  });
  const [account] = server.site.accounts;
  const said: string[] = [];
  try {
    const listen = (target: {
      on(event: 'console', heard: (message: { text(): string }) => void): unknown;
    }) => target.on('console', (message) => said.push(message.text()));
    extension.context.on('page', listen);
    extension.context.on('weberror', (error) => said.push(error.error().message));
    extension.context.serviceWorkers().map(listen);
    const site = await extension.context.newPage();
    await site.goto(server.site.loginUrl);
    const popup = await extension.openPopup(site);
    await signIn(popup, server.v4);
    const { rows } = await askFor(popup, 'find', {
      query: account.login,
      tabId: null,
      offset: 0,
      limit: 100,
    });
    const { host } = new URL(server.site.loginUrl);
    const mine = rows.find((row) => row.host === host && row.shortcutId === null);
    if (mine === undefined) throw new Error('the demo data lacks the item');
    const ref = { kind: 'item', id: mine.id } as const;
    await popup.getByRole('combobox').fill('bank');
    await expect(popup.getByRole('option').first()).toBeVisible();
    await askFor(popup, 'open', { ref });
    await askFor(popup, 'reveal', { ref, part: { part: 'password' } });
    await askFor(popup, 'refresh', {});
    await askFor(popup, 'inbox', {});
    await clickMenu(extension, site, { act: 'copy-password', id: mine.id });
    await clickMenu(extension, site, { act: 'fill', id: mine.id });
    await expect(site.getByLabel('Password')).toHaveValue(account.password);
    for (let visit = 0; visit < 10; visit += 1) {
      await site.goto(`${elsewhere.site.url}/login?visit=${visit}`);
      await site.locator('input').first().click();
    }
    // Errors of every kind, whose words must hold nothing.
    for (const fault of ['500-html=1', '200-html=1', 'truncated=1', 'reset=1', 'expired=1']) {
      server.control.setFaults(fault);
      const before = server.control.requests().length;
      await popup.reload();
      await start(popup);
      await popup.getByRole('combobox').fill('bank');
      await expect(popup.getByRole('option').first()).toBeVisible();
      await popup.getByRole('combobox').press('ArrowRight');
      // What is opened may be known still; the list never is.
      await ask(popup, 'refresh', {});
      expect(server.control.requests().length).toBeGreaterThan(before);
    }
    server.control.setFaults('');
    await popup.reload();
    await waitForItems(popup);
    await askFor(popup, 'lock', {});
    await popup.locator('[name=secret]').fill(server.v4.masterPassword);
    await popup.getByRole('button', { name: text('unlock') }).click();
    await waitForItems(popup);

    const log = server.control.requests();
    expect(log.length).toBeGreaterThan(10);
    expect(log.filter(({ path }) => !path.startsWith('/api/'))).toEqual([]);
    for (const { headers } of log) {
      expect(Object.keys(headers)).not.toContain('cookie');
      expect(Object.keys(headers)).not.toContain('referer');
    }
    expect(elsewhere.control.requests()).toEqual([]);
    // Chromium's own errands apart, which it has with any extension and with none.
    const hosts = new Set(
      proxy.hosts().filter((host) => !/\.(google|googleapis|gvt1|gstatic)\.com:/.test(host)),
    );
    const expected = [server.url, server.site.url, elsewhere.site.url].map(
      (url) => new URL(url).host,
    );
    expect([...hosts].filter((host) => !expected.includes(host))).toEqual([]);
    expect(hosts.has(new URL(server.url).host)).toBe(true);

    const secrets = [account.password, server.v4.apiKey, server.v4.masterPassword, mine.name];
    for (const secret of [...secrets, '/api/v4', account.login]) {
      expect(said.filter((line) => line.includes(secret))).toEqual([]);
    }
  } finally {
    await extension.close();
    await Promise.all([server.close(), elsewhere.close(), proxy.close()]);
  }
});
