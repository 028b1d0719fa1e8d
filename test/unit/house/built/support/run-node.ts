import { spawn } from 'node:child_process';

export type Ran = { readonly exitCode: number | null; readonly out: string; readonly err: string };

/** Runs plain Node in a process of its own, while the test's server goes on answering. */
export function runNode(
  args: readonly string[],
  { env = {}, cwd = process.cwd() }: { env?: Record<string, string>; cwd?: string } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    // Nothing of the test runner's environment, so that a script finds what its author will find.
    const child = spawn(process.execPath, args, { cwd, env: { PATH: '', ...env } });
    const texts = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      texts.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      texts.err += text;
    });
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, ...texts }));
  });
}
