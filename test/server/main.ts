import { parseFlags, usage } from './flags.ts';
import { startBoth, startServer, startV7Server } from './start.ts';

const starters = { v4: startServer, v7: startV7Server, both: startBoth };
const { api, options } = attempt(() => parseFlags(process.argv.slice(2)), usage);
const server = await starters[api](options).catch((error: unknown) => giveUp(explain(error)));
const { url, site } = server;
const access = {
  ...('v4' in server ? { v4: server.v4 } : {}),
  ...('v7' in server ? { v7: server.v7 } : {}),
};
// The first line is for programs; what follows is for people.
console.log(JSON.stringify({ url, ...access, site: site.loginUrl }));
for (const [name, { host }] of Object.entries(access))
  console.log(`Server (${name}):      ${host}`);
console.log(`Demo login page:  ${site.loginUrl}`);
console.log('End it with Ctrl+C.');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.close());
}

function attempt<T>(work: () => T, advice: string): T {
  try {
    return work();
  } catch (error) {
    return giveUp(`${explain(error)}\n${advice}`);
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = Object.assign({ code: '', port: 0 }, error);
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Choose another with --port.`;
  if (code === 'EACCES') return `Port ${port} may not be used. Choose one above 1023 with --port.`;
  return error.message;
}

function giveUp(message: string): never {
  console.error(message);
  process.exit(1);
}
