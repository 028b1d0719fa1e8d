import { compile } from 'svelte/compiler';
import { build, type Plugin } from 'vite';

/** Svelte has no code in the page that could make components of their sources. */
const svelte: Plugin = {
  name: 'svelte',
  transform: (code, id) =>
    id.endsWith('.svelte') ? compile(code, { generate: 'client', filename: id }).js.code : null,
};

/** One source file of ours, or a page's script with the framework it imports, as a classic script. */
export async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [svelte],
    // Frameworks pick their development build by this, and there would be no bundle without it.
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: { vue: 'vue/dist/vue.esm-bundler.js' } },
    build: {
      write: false,
      minify: false,
      copyPublicDir: false,
      lib: { entry, formats: ['iife'], name: 'bundle', fileName: () => 'bundle.js' },
    },
  });
  const file = [result]
    .flat()
    .flatMap((one) => ('output' in one ? one.output : []))
    .find((one) => one.type === 'chunk');
  if (file?.type !== 'chunk') throw new Error(`nothing was built from ${entry}`);
  return file.code;
}
