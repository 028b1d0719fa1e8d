import { createHash, randomBytes } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { SiteAccount } from '../demo/accounts.ts';
import { page } from './page.ts';
import type { SiteEnv } from './site.ts';

/**
 * Pages for which the browser itself asks (HTTP authentication, RFC 7617 and 7616): `/guarded/REALM/basic`
 * and `/guarded/REALM/digest`. Each realm is a folder of its own, so that what the browser remembers of one
 * says nothing about another. A realm whose name holds `locked` refuses everybody. `/guarded/REALM/answers`
 * says how many answers came in the name of the realm.
 */
export function addGuardedPages(app: Hono<SiteEnv>, accounts: readonly SiteAccount[]): void {
  const refuse = (c: Context, challenge: string) => {
    c.header('www-authenticate', challenge);
    return c.html(page({ title: 'Denied', body: html`<p>Access denied.</p>` }), 401);
  };
  const welcome = (c: Context, account: SiteAccount) =>
    c.html(page({ title: 'Welcome', body: html`<h1>Welcome, ${account.displayName}</h1>` }));
  const isOpen = (realm: string) => !realm.includes('locked');
  const answers = new Map<string, number>();
  app.use('/guarded/:realm/*', async (c, next) => {
    const realm = c.req.param('realm');
    if (c.req.header('authorization')) answers.set(realm, (answers.get(realm) ?? 0) + 1);
    await next();
  });
  app.get('/guarded/:realm/answers', (c) => c.text(String(answers.get(c.req.param('realm')) ?? 0)));

  app.get('/guarded/:realm/basic', (c) => {
    const realm = c.req.param('realm');
    const [, encoded = ''] = /^Basic (.+)$/.exec(c.req.header('authorization') ?? '') ?? [];
    const [login, ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    const account = accounts.find(
      (each) => each.login === login && each.password === rest.join(':'),
    );
    if (account !== undefined && isOpen(realm)) return welcome(c, account);
    return refuse(c, `Basic realm="${realm}", charset="UTF-8"`);
  });

  app.get('/guarded/:realm/digest', (c) => {
    const realm = c.req.param('realm');
    const given = readFields(c.req.header('authorization') ?? '');
    const { username, response } = given;
    const account = accounts.find(
      ({ login, password }) => login === username && digest(login, password, given) === response,
    );
    if (account !== undefined && isOpen(realm)) return welcome(c, account);
    const nonce = randomBytes(16).toString('hex');
    return refuse(c, `Digest realm="${realm}", nonce="${nonce}", qop="auth", algorithm=MD5`);
  });

  // Another page with a guarded one in a frame.
  app.get('/guarded-frame', (c) =>
    c.html(
      page({
        title: 'Frame',
        body: html`<iframe width="300" height="200" src="${c.req.query('of') ?? ''}"></iframe>`,
      }),
    ),
  );
}

type Fields = Readonly<Record<string, string | undefined>>;

function readFields(header: string): Fields {
  const fields = header.matchAll(/(\w+)=(?:"([^"]*)"|([^\s,]+))/g);
  return Object.fromEntries([...fields].map(([, name, quoted, bare]) => [name, quoted ?? bare]));
}

/** RFC 7616, section 3.4.1, with MD5 and `qop=auth`. */
function digest(login: string, password: string, given: Fields): string {
  const { realm, nonce, nc, cnonce, qop, uri } = given;
  const secret = md5(`${login}:${realm}:${password}`);
  return md5(`${secret}:${nonce}:${nc}:${cnonce}:${qop}:${md5(`GET:${uri}`)}`);
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex');
