import type { Hono } from 'hono';
import { html } from 'hono/html';
import { assets } from './assets.ts';
import { page } from './page.ts';
import type { SiteEnv } from './site.ts';
import { keepVisit } from './visits.ts';

/** The same login behind frameworks, and pages that make filling hard or needless. */
export function addScriptedPages(app: Hono<SiteEnv>): void {
  app.get('/assets/:name', (c) => {
    const read = Object.hasOwn(assets, c.req.param('name')) && assets[c.req.param('name')];
    if (!read) return c.notFound();
    return c.body(read(), 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
  });

  app.post('/session', async (c) => {
    const { username, password } = await c.req.json<{ username: unknown; password: unknown }>();
    const visit = c.var.visits.signIn(String(username), String(password));
    if (!visit) return c.json({ message: 'That user name and password do not match.' }, 401);
    keepVisit(c, visit);
    return c.json({ next: visit.complete ? '/welcome' : '/code' });
  });

  app.get('/react', (c) =>
    c.html(
      mounted(
        'Crew portal',
        html`<script src="/assets/react.js"></script>
<script src="/assets/react-login.js"></script>`,
      ),
    ),
  );
  app.get('/vue', (c) =>
    c.html(mounted('Cargo desk', html`<script type="module" src="/assets/vue-login.js"></script>`)),
  );
  app.get('/vanishing', (c) => c.html(vanishingPage()));
  app.get('/article', (c) => c.html(articlePage()));
}

type Html = ReturnType<typeof html>;

function mounted(title: string, scripts: Html) {
  return page({
    title,
    body: html`<div class="card"><h1>${title}</h1>
<p class="lead">Sign in with your intranet account.</p>
<div id="app"></div></div>
${scripts}`,
  });
}

function vanishingPage() {
  return page({
    title: 'Restless login',
    body: html`<div class="card"><h1>Sign in</h1>
<p class="lead">This form does not stay.</p>
<p id="gone" hidden>The form was taken away.</p>
<form method="post" action="/login">
<label for="username">User name</label>
<input id="username" name="username" autocomplete="username">
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password">
<button type="submit">Sign in</button>
</form></div>
<script src="/assets/vanishing.js"></script>`,
  });
}

function articlePage() {
  return page({
    title: 'Harbour notes',
    wide: true,
    body: html`<article><h1>Harbour notes, week 36</h1>
<form role="search" action="/article"><label for="q">Search the notes</label>
<input id="q" name="q" type="search"></form>
<p>The outer berth is closed for dredging until Thursday. Vessels above eight metres wait at the
roads; the pilot station keeps the list.</p>
<p>Dock 2 takes over the container moves of dock 3 while the crane is painted. Reefer plugs are
counted every six hours, and the count goes on the board by the gate.</p>
<p>Questions about this page go to the harbour office, second floor.</p></article>`,
  });
}
