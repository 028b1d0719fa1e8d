import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** One state object for the form: two values set in one task would keep only the second. */
function Login() {
  const [form, setForm] = useState({ email: '', password: '' });
  const bind = (name) => ({
    name,
    value: form[name],
    onChange: (event) => setForm({ ...form, [name]: event.target.value }),
  });
  return h(
    'form',
    null,
    h('h1', null, 'Sign in'),
    h('input', {
      type: 'email',
      autoComplete: 'username',
      placeholder: 'E-mail',
      ...bind('email'),
    }),
    h('input', {
      type: 'password',
      autoComplete: 'current-password',
      placeholder: 'Password',
      ...bind('password'),
    }),
    h('button', { type: 'submit', disabled: form.email === '' || form.password === '' }, 'Sign in'),
    h('output', null, JSON.stringify(form)),
  );
}

createRoot(document.getElementById('root')).render(h(Login));
