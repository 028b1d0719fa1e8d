import type { Context, Hono } from 'hono';
import { html, raw } from 'hono/html';
import { page } from './page.ts';
import type { SiteEnv } from './site.ts';

/**
 * Logins, sign-ups and password changes of every build, to try saving on. Any password is right but
 * one that holds the word "wrong"; nothing is remembered.
 */
export function addTrialPages(app: Hono<SiteEnv>): void {
  const isWrong = (text: unknown) => String(text ?? '').includes('wrong');
  const posted = async (c: Context) => Object.fromEntries((await c.req.formData()).entries());

  app.get('/trial/done', (c) => c.html(done()));
  for (const [name, { fields, label, next, refusal }] of Object.entries(forms)) {
    app.get(`/trial/${name}`, (c) => c.html(form({ name, fields, label })));
    app.post(`/trial/${name}`, async (c) => {
      const sent = await posted(c);
      if (!Object.values(sent).some(isWrong)) return c.redirect(next, 303);
      if (refusal === 'page') return c.html(card('No', html`<p>Access denied.</p>`), 403);
      if (refusal === 'forward') {
        const to = html`<meta http-equiv="refresh" content="1; url=/trial/${name}">`;
        return c.html(card('One moment', to));
      }
      return c.html(form({ name, fields, label, bad: true }));
    });
  }
  for (const [name, fields] of Object.entries(scripted)) {
    app.get(`/trial/${name}`, (c) =>
      c.html(
        card(
          'Account',
          html`<form id="form">${raw(fields)}<button>Go on</button></form>
<p id="said" role="status"></p><script>${raw(script)}</script>`,
        ),
      ),
    );
  }
  app.get('/trial/framed', (c) =>
    c.html(
      card(
        'In a frame',
        html`<iframe id="frame" src="/trial/single-page?frame" width="380" height="300"></iframe>
<script>onmessage = () => document.getElementById('frame').remove();</script>`,
      ),
    ),
  );
}

type Form = {
  readonly fields: string;
  readonly label: string;
  readonly next: string;
  readonly refusal: 'again' | 'page' | 'forward';
};

const user = '<label for="u">User name</label><input id="u" name="u" autocomplete="username">';
const password = (name: string, label: string, more = '') =>
  `<label for="${name}">${label}</label><input id="${name}" name="${name}" type="password" ${more}>`;
const present = password('p', 'Password', 'autocomplete="current-password"');
const chosen = `${password('n', 'New password')}${password('r', 'Repeat new password')}`;

/** What only letters and digits match, a dozen at most. */
const strict = 'maxlength="14" pattern="[A-Za-z0-9]{8,12}"';

const forms: Readonly<Record<string, Form>> = {
  login: { fields: user + present, label: 'Sign in', next: '/trial/done', refusal: 'again' },
  'login-denied': {
    fields: user + present,
    label: 'Sign in',
    next: '/trial/done',
    refusal: 'page',
  },
  'login-forward': {
    fields: user + present,
    label: 'Sign in',
    next: '/trial/done',
    refusal: 'forward',
  },
  'first-step': { fields: user, label: 'Sign in', next: '/trial/second-step', refusal: 'again' },
  'second-step': { fields: present, label: 'Sign in', next: '/trial/done', refusal: 'again' },
  'sign-up': {
    fields: `<label for="m">E-mail</label><input id="m" name="m" type="email">${password('n', 'Choose a password')}${password('r', 'Repeat the password')}`,
    label: 'Create account',
    // As many sites do: the new account has to sign in.
    next: '/trial/login',
    refusal: 'again',
  },
  'sign-up-strict': {
    fields: `<label for="m">E-mail</label><input id="m" name="m" type="email">${password('n', 'Choose a password', strict)}${password('r', 'Repeat the password', strict)}`,
    label: 'Create account',
    next: '/trial/login',
    refusal: 'again',
  },
  change: {
    fields: `${password('p', 'Current password')}${chosen}`,
    label: 'Change password',
    next: '/trial/login',
    refusal: 'again',
  },
  // As most settings do: the same form once more, with a word of thanks.
  'change-again': {
    fields: `${password('p', 'Current password')}${chosen}`,
    label: 'Change password',
    next: '/trial/change-again?thanks',
    refusal: 'again',
  },
};

const scripted: Readonly<Record<string, string>> = {
  'single-page': user + present,
  'change-here': `${password('p', 'Current password')}${chosen}`,
};

/** A form that never leaves its page: right takes it away, or empties it where passwords are changed. */
const script = `
const form = document.getElementById('form');
const said = document.getElementById('said');
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const values = [...form.querySelectorAll('input')].map(({ value }) => value);
  setTimeout(() => {
    if (values.some((value) => value.includes('wrong'))) {
      said.setAttribute('role', 'alert');
      said.textContent = 'That is not right.';
      for (const input of form.querySelectorAll('[type=password]')) input.value = '';
    } else if (form.querySelector('#n')) {
      said.textContent = 'Your password was changed.';
      form.reset();
    } else {
      form.remove();
      said.textContent = 'Welcome.';
      if (location.search === '?frame') parent.postMessage('in', '*');
    }
  }, 300);
});
`;

type Html = ReturnType<typeof html>;

function card(title: string, body: Html) {
  return page({ title, body: html`<div class="card"><h1>${title}</h1>${body}</div>` });
}

function form(one: { name: string; fields: string; label: string; bad?: boolean }) {
  const { name, fields, label, bad = false } = one;
  return card(
    label,
    html`${bad ? html`<p class="bad" role="alert">That is not right.</p>` : ''}
<form method="post" action="/trial/${name}">${raw(fields)}<button>${label}</button></form>`,
  );
}

const done = () => card('Welcome', html`<p>You are signed in.</p>`);
