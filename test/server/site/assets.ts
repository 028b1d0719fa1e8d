import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Scripts of the site by name. They are read when asked for: most servers never need them. */
export const assets: Readonly<Record<string, () => string>> = {
  'react.js': buildReact,
  'vue.js': () => readFrom('vue', 'dist/vue.esm-browser.prod.js'),
  'react-login.js': () => readOwn('react-login.js'),
  'vue-login.js': () => readOwn('vue-login.js'),
  'vanishing.js': () => readOwn('vanishing.js'),
};

function readOwn(name: string): string {
  return readFileSync(new URL(`browser/${name}`, import.meta.url), 'utf8');
}

function readFrom(name: string, path: string, from = require): string {
  return readFileSync(join(dirname(from.resolve(`${name}/package.json`)), path), 'utf8');
}

/** React 19 ships CommonJS only, so its four files are wrapped into one script with two globals. */
function buildReact(): string {
  // Not ours to name: react-dom brings its own scheduler.
  const inReactDom = createRequire(require.resolve('react-dom/package.json'));
  const files = {
    react: readFrom('react', 'cjs/react.production.js'),
    scheduler: readFrom('scheduler', 'cjs/scheduler.production.js', inReactDom),
    'react-dom': readFrom('react-dom', 'cjs/react-dom.production.js'),
    'react-dom/client': readFrom('react-dom', 'cjs/react-dom-client.production.js'),
  };
  const modules = Object.entries(files).map(
    ([name, code]) => `${JSON.stringify(name)}: (module, exports, require) => {\n${code}\n}`,
  );
  return `(() => {
const code = {\n${modules.join(',\n')}\n};
const loaded = {};
function require(name) {
  if (!loaded[name]) {
    const module = { exports: {} };
    loaded[name] = module;
    code[name](module, module.exports, require);
  }
  return loaded[name].exports;
}
globalThis.React = require('react');
globalThis.ReactDOM = require('react-dom/client');
})();`;
}
