import type { Hono } from 'hono';
import { html } from 'hono/html';
import { page } from './page.ts';
import type { SiteEnv } from './site.ts';
import { keepVisit } from './visits.ts';

/** The login as most sites have it: forms that are posted, one page after the other. */
export function addPlainPages(app: Hono<SiteEnv>): void {
  app.get('/login', (c) => c.html(loginPage({ login: '', refused: false })));
  app.post('/login', async (c) => {
    const form = await c.req.formData();
    const login = String(form.get('username') ?? '');
    const password = String(form.get('password') ?? '');
    const visit = c.var.visits.signIn(login, password);
    if (!visit) return c.html(loginPage({ login, refused: true }), 401);
    keepVisit(c, visit);
    return c.redirect(visit.complete ? '/welcome' : '/code', 303);
  });

  app.get('/code', (c) => (c.var.visit ? c.html(codePage(false)) : c.redirect('/login', 303)));
  app.post('/code', async (c) => {
    if (!c.var.visit) return c.redirect('/login', 303);
    const form = await c.req.formData();
    const accepted = c.var.visits.confirm(c.var.visit, String(form.get('code') ?? ''));
    return accepted ? c.redirect('/welcome', 303) : c.html(codePage(true), 401);
  });

  app.get('/welcome', (c) => {
    if (!c.var.visit?.complete) return c.redirect('/login', 303);
    return c.html(welcomePage(c.var.visit.account.displayName));
  });
}

function loginPage({ login, refused }: { login: string; refused: boolean }) {
  return page({
    title: 'Sign in',
    body: html`<div class="card"><h1>Sign in</h1>
<p class="lead">Planning board, crew lists and papers.</p>
${refused ? html`<p class="bad" role="alert">That user name and password do not match.</p>` : ''}
<form method="post" action="/login">
<label for="username">User name</label>
<input id="username" name="username" autocomplete="username" value="${login}" autocapitalize="none">
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password">
<button type="submit">Sign in</button>
</form></div>`,
  });
}

function codePage(refused: boolean) {
  return page({
    title: 'One-time code',
    body: html`<div class="card"><h1>One more step</h1>
<p class="lead">Enter the six digits that your device shows.</p>
${refused ? html`<p class="bad" role="alert">That code is not valid now.</p>` : ''}
<form method="post" action="/code">
<label for="code">One-time code</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6">
<button type="submit">Continue</button>
</form></div>`,
  });
}

function welcomePage(name: string) {
  return page({
    title: 'Welcome',
    body: html`<div class="card"><h1>Welcome, ${name}</h1>
<p class="lead">You are signed in.</p>
<p>Three ships are due today: Halvard at 09:40, Signe at 13:15, Torunn at 18:00.</p>
<p><a href="/login">Sign in as somebody else</a></p></div>`,
  });
}
