import { parseFlags, usage } from './flags.ts';
import { startServer } from './start.ts';

const server = await startServer(attempt(() => parseFlags(process.argv.slice(2)), usage)).catch(
  (error: unknown) => giveUp(explain(error)),
);
const { url, v4, site } = server;
// The first line is for programs; what follows is for people.
console.log(JSON.stringify({ url, v4, site: site.loginUrl }));
console.log(`Passwork-compatible server: ${url}`);
console.log(`Demo login page:            ${site.loginUrl}`);
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
