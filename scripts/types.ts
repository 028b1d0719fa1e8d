/** Checks the types of every realm, each under its own tsconfig; ends with 1 where one fails. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const realms = readdirSync('src')
  .map((name) => `src/${name}`)
  .filter((path) => existsSync(`${path}/tsconfig.json`));

const failed = [...realms, 'test'].filter((realm) => {
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', realm], {
    stdio: 'inherit',
  });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${realm}`);
  return status !== 0;
});
process.exit(failed.length === 0 ? 0 : 1);
