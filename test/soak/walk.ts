/** A random walk: one act after another until the time is over, and after each the invariants. */
import { searchProfile } from '../e2e/support/search-profile.ts';
import type { Act, State } from './act.ts';
import { acts } from './acts.ts';
import { checkHeaps, checkLocked, checkScreen, checkSecrets, learnSession } from './invariants.ts';
import { reopen, unlockField } from './popup.ts';
import type { Random } from './random.ts';
import { createWorld, type World } from './world.ts';

export type Outcome = { readonly steps: number; readonly failures: readonly string[] };

/** Steps between two looks at the heaps. */
const heapEvery = 20;

/** `milliseconds` of walking; says each step by `log`. */
export async function walk(
  random: Random,
  milliseconds: number,
  log: (line: string) => void,
): Promise<Outcome> {
  const world = await createWorld(random);
  const failures: string[] = [];
  let steps = 0;
  const fail = (where: string, what: string) => {
    failures.push(`${where}: ${what}`);
    log(`   FAILED ${what}`);
  };
  try {
    let state: State = 'unlocked';
    await learnSession(world);
    const end = Date.now() + milliseconds;
    while (Date.now() < end) {
      steps += 1;
      const act = choose(world, state);
      const calm = !world.away && !world.revoked;
      log(`${String(steps).padStart(5)}  ${act.name}${calm ? '' : ' (no server)'}`);
      const where = `step ${steps}, ${act.name}`;
      try {
        await runThrough(world, { act, calm });
        state = await checkScreen(world);
        if (state === 'unlocked') await learnSession(world);
        else Object.assign(world, { revoked: false, renewal: 'none' });
        const wrong = await checkSecrets(world);
        if (state === 'locked') wrong.push(...(await checkLocked(world)));
        if (steps % heapEvery === 0) {
          const heaps = await checkHeaps(world);
          log(`       ${heaps.line}`);
          wrong.push(...heaps.wrong);
        }
        for (const each of wrong) fail(where, each);
      } catch (error) {
        const shown = await world.popup
          .locator('body')
          .innerText()
          .catch(() => 'no popup');
        const message = error instanceof Error ? error.message : String(error);
        fail(
          where,
          `${message}\n   The popup shows: ${shown.replaceAll(/\s+/g, ' ').slice(0, 600)}`,
        );
        await reopen(world);
        state = await checkScreen(world);
      }
    }
    for (const each of await searchDisk(world)) fail('at the end', each);
  } catch (error) {
    fail(
      `step ${steps}`,
      `the walk cannot go on: ${error instanceof Error ? error.message : error}`,
    );
  } finally {
    await world.close();
  }
  return { steps, failures };
}

/** An act that the end of a session cut short has not failed: what the server ended may lock at any moment. */
async function runThrough(
  world: World,
  { act, calm }: { readonly act: Act; readonly calm: boolean },
): Promise<void> {
  try {
    await act.run(world, calm);
  } catch (error) {
    const ended = world.revoked || world.renewal === 'cut';
    const cutShort = ended && (await unlockField(world.popup).isVisible());
    if (!cutShort) throw error;
  }
}

function choose({ random, away }: World, state: State): Act {
  const open = acts.filter(
    (act) =>
      (act.when === 'always' || act.when === state) &&
      (act.away === undefined || act.away === away),
  );
  let left = random.next() * open.reduce((sum, { weight }) => sum + weight, 0);
  for (const act of open) {
    left -= act.weight;
    if (left < 0) return act;
  }
  return random.pick(open);
}

/** The profile as the browser leaves it, and a proof that the search finds what is there. */
async function searchDisk({ extension, profile, canaries }: World): Promise<readonly string[]> {
  await extension.close();
  const found = searchProfile(profile, Object.fromEntries(canaries));
  const control = searchProfile(profile, { control: 'latchkey' });
  return control.length > 0 ? found : [...found, 'the search of the profile finds nothing'];
}
