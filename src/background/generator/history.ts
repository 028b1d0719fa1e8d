/**
 * Passwords that were made and used lately, for when a page, or a person, lost one before it was
 * saved. Encrypted on the disk under a key that is there only while the vault is open.
 */
import { AppError } from '../../model/error.ts';
import { list, natural, record, text } from '../../protocol/parse.ts';
import type { Records } from '../accounts/records.ts';
import { checkPermit, type HeldPermit } from '../fill/authorise.ts';
import { id, origin } from '../ref-parsers.ts';
import { parseJson } from '../stored-json.ts';
import { createTurns } from '../turns.ts';

export type Remembered = {
  readonly id: string;
  readonly password: string;
  /** Origin of the page it was made for, `''` where it was made in the popup. */
  readonly origin: string;
  /** Unix milliseconds. */
  readonly at: number;
};

export type GeneratedHistory = {
  /** `again` where the page refused the last one made for it, which nobody has used. Throws `locked`; so do the others. */
  keep(password: string, origin: string, again?: boolean): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly Remembered[]>;
  /** The one that the permit is for. Throws `not-found` where it is gone. */
  get(permit: HeldPermit): Promise<string>;
  forget(): Promise<void>;
};

const most = 20;
const keptFor = 14 * 24 * 60 * 60_000;
/** A page that asks again and again takes the places of its own: in so many milliseconds it has so many. */
const burst = { within: 60_000, most: 5 };

const stored = list(record<Remembered>({ id, password: text(2_000), origin, at: natural }), most);

export function createGeneratedHistory(records: Records, now: () => number): GeneratedHistory {
  /** Reading, changing and writing is one step. */
  const alone = createTurns();

  async function read(): Promise<readonly Remembered[]> {
    const all = parseJson(await records.read('generated'), stored) ?? [];
    return all.filter(({ at }) => now() - at < keptFor);
  }

  return {
    keep: (password, origin, again = false) =>
      alone(async () => {
        const all = await read();
        const refused = again ? all.find((each) => each.origin === origin) : undefined;
        const ofBurst = all.filter(
          (each) => origin !== '' && each.origin === origin && now() - each.at < burst.within,
        );
        const pushedOut = ofBurst.filter((each) => each !== refused).slice(burst.most - 1);
        const before = all.filter(
          (each) => each.password !== password && each !== refused && !pushedOut.includes(each),
        );
        const added = { id: crypto.randomUUID(), password, origin, at: now() };
        await records.write('generated', JSON.stringify([added, ...before].slice(0, most)));
      }),
    list: () => alone(read),
    get: (permit) =>
      alone(async () => {
        checkPermit(permit);
        const { ref } = permit;
        const found = (await read()).find(({ id }) => ref.kind === 'generated' && id === ref.id);
        if (found === undefined) throw new AppError('not-found', 'no such password');
        return found.password;
      }),
    forget: () => alone(() => records.write('generated', '[]')),
  };
}
