/** The browser, promises everywhere. Only this room imports the polyfill. */
export { default as browser } from 'webextension-polyfill';
