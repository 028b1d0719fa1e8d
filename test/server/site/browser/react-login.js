// A controlled form as React applications have it: what the state does not hold is not sent.
const { React, ReactDOM } = globalThis;
const { createElement: h, useState } = React;

function Login() {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState('');

  async function submit(event) {
    event.preventDefault();
    const response = await fetch('/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    const { next, message } = await response.json();
    if (next) location.assign(next);
    else setProblem(message);
  }

  return h(
    'form',
    { onSubmit: submit },
    problem && h('p', { className: 'bad', role: 'alert' }, problem),
    h('label', { htmlFor: 'username' }, 'User name'),
    h('input', {
      id: 'username',
      name: 'username',
      autoComplete: 'username',
      value: username,
      onChange: (event) => setUsername(event.target.value),
    }),
    h('label', { htmlFor: 'password' }, 'Password'),
    h('input', {
      id: 'password',
      name: 'password',
      type: 'password',
      autoComplete: 'current-password',
      value: password,
      onChange: (event) => setPassword(event.target.value),
    }),
    h('button', { type: 'submit', disabled: username === '' || password === '' }, 'Sign in'),
  );
}

ReactDOM.createRoot(document.getElementById('app')).render(h(Login));
