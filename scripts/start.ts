/**
 * `npm start`: builds, starts the embedded server and the demo site, opens Chromium with the
 * extension, signs in, and stays open. With `--headless` it goes on alone to the end of the main
 * job and ends with 0, or with 1 where a step failed.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { launchExtension } from '../test/e2e/support/chromium.ts';
import { startServer } from '../test/server/start.ts';
import { doTheRest, type Job, openSite, signInFirst } from './start/job.ts';
import { createSteps } from './start/steps.ts';

const { values } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    // For a caller that has just built.
    'no-build': { type: 'boolean', default: false },
  },
});

process.exitCode = await run();

async function run(): Promise<number> {
  const steps = createSteps();
  const ends: (() => Promise<unknown>)[] = [];
  try {
    if (!values.headless && !hasScreen()) {
      throw new Error('There is no screen to open a window on. Try: npm start -- --headless');
    }
    if (!values['no-build']) await steps.step('Built the extension, dist/chrome', build);
    const server = await steps.step('Started the embedded server and the demo site', () =>
      startServer(),
    );
    ends.push(() => server.close());
    const extension = await steps.step('Opened Chromium with the extension', () =>
      launchExtension({ headless: values.headless }),
    );
    ends.push(() => extension.close());
    const job: Job = { server, extension, steps };
    await signInFirst(job);
    const site = await openSite(job);
    if (values.headless) {
      await doTheRest(job, site);
      console.log('\nThe whole job went through. Pictures: out/start-*.png');
    } else {
      console.log(invitation(job));
      await new Promise((closed) => extension.context.once('close', closed));
    }
    return 0;
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    return 1;
  } finally {
    for (const end of ends.reverse()) await end().catch(() => undefined);
  }
}

function hasScreen(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function build(): Promise<void> {
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--mode', 'chrome', '--logLevel', 'warn'];
  const { status, stdout, stderr } = spawnSync(process.execPath, vite, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the build failed\n${stdout}${stderr}`);
}

function invitation({ server }: Job): string {
  return `
Latchkey is signed in and stays open. Click a field of the login page, or the extension's button.
Should it lock, the master password of the demo is  ${server.v4.masterPassword}
Server ${server.url}   demo site ${server.site.url}
Close the browser, or press Ctrl+C, to end.
`;
}
