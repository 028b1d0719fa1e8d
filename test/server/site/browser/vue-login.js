// A bound form as Vue applications have it: the model is what is sent, not the fields.
import { createApp, ref } from '/assets/vue.js';

createApp({
  setup() {
    const username = ref('');
    const password = ref('');
    const problem = ref('');
    async function submit() {
      const response = await fetch('/session', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ username: username.value, password: password.value }),
      });
      const { next, message } = await response.json();
      if (next) location.assign(next);
      else problem.value = message;
    }
    return { username, password, problem, submit };
  },
  template: `<form @submit.prevent="submit">
    <p v-if="problem" class="bad" role="alert">{{ problem }}</p>
    <label for="username">User name</label>
    <input id="username" name="username" autocomplete="username" v-model="username">
    <label for="password">Password</label>
    <input id="password" name="password" type="password" autocomplete="current-password" v-model="password">
    <button type="submit" :disabled="username === '' || password === ''">Sign in</button>
  </form>`,
}).mount('#app');
