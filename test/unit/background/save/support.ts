import { createCandidates } from '../../../../src/background/save/candidates.ts';
import { createKnownPasswords } from '../../../../src/background/save/known.ts';
import { createLoginWatch } from '../../../../src/background/save/watch.ts';
import type { Frame } from '../../../../src/platform/frames.ts';
import { memoryText } from '../../../support/memory-text.ts';

export const place = { tabId: 1, frameId: 0, documentId: 'one', origin: 'https://a.test' };
export const typed = {
  kind: 'login',
  username: 'marta',
  password: 'secret',
  generated: false,
} as const;

/** A tab with one frame, whose document the test changes. */
export function watchWorld() {
  const stored = memoryText();
  const knownStored = memoryText();
  const world = {
    now: 1_000_000,
    mayKeep: true,
    /** A lock follows the first time that this is asked. */
    locksNext: false,
    frames: [
      { frameId: 0, parentFrameId: -1, documentId: 'one', url: 'https://a.test/login' },
    ] as Frame[],
    stands: { login: false, fresh: false, failed: false, thanked: false, wrong: false },
    answers: true,
    marks: [] as (readonly [number, boolean])[],
  };
  const now = () => world.now;
  const parts = () => {
    const candidates = createCandidates(stored, now);
    const known = createKnownPasswords(knownStored);
    const watch = createLoginWatch({
      candidates,
      known,
      mayKeep: async () => {
        const may = world.mayKeep;
        if (world.locksNext) world.mayKeep = false;
        return may;
      },
      findFrames: async () => world.frames,
      inject: async () => undefined,
      frameClient: () => ({
        call: async () =>
          (world.answers
            ? { ok: true, value: world.stands }
            : { ok: false, error: { code: 'internal' } }) as never,
      }),
      showOffer: async (tabId, on) => void world.marks.push([tabId, on]),
      wait: async () => undefined,
      now,
    });
    return { candidates, known, watch };
  };
  /** The next document of the frame. */
  const goTo = (documentId: string, stands: Partial<typeof world.stands> = {}) => {
    world.frames = [
      { frameId: 0, parentFrameId: -1, documentId, url: `https://a.test/${documentId}` },
    ];
    world.stands = {
      login: false,
      fresh: false,
      failed: false,
      thanked: false,
      wrong: false,
      ...stands,
    };
  };
  return { world, stored, knownStored, goTo, ...parts(), restart: parts };
}
