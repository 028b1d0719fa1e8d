import { createApp, reactive } from 'vue';

createApp({ setup: () => ({ form: reactive({ username: '', password: '' }) }) }).mount('#root');
