import type { Plugin } from 'vite';

const file = /\/webextension-polyfill\/dist\/browser-polyfill\.js$/;

/**
 * Makes a module of the polyfill, which is written for CommonJS. Left to the bundler it is copied property by
 * property, and looking at a property of `browser` makes the whole API behind it: 9 ms at each start of the worker.
 */
export function polyfill(): Plugin {
  return {
    name: 'latchkey:polyfill',
    transform(code, id) {
      if (!file.test(id)) return null;
      return {
        code: `const exports = {}, module = { exports };\n${code}\nexport default module.exports;`,
        map: null,
      };
    },
  };
}
