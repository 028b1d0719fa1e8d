import { parseFlags, usage } from './flags.ts';
import type { ServerOptions } from './options.ts';
import { startServer } from './start.ts';

const server = await startServer(readFlags());
const { url, v4, site } = server;
// The first line is for programs; what follows is for people.
console.log(JSON.stringify({ url, v4, site: site.loginUrl }));
console.log(`Passwork-compatible server: ${url}`);
console.log(`Demo login page:            ${site.loginUrl}`);
console.log('End it with Ctrl+C.');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.close());
}

function readFlags(): ServerOptions {
  try {
    return parseFlags(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error(usage);
    process.exit(1);
  }
}
