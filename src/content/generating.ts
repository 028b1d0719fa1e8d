/** From the user's wish for a generated password to filled new-password fields. It is never shown. */
import type { Client } from '../protocol/client.ts';
import { lastAttempt, longestRules, type MadeCalls } from '../protocol/made-calls.ts';
import { isWithinReach, obstacleOf } from './fill/seen.ts';
import { enterField, leaveField, writeValue } from './fill/set-value.ts';

export type Filled = {
  /** What went wrong, as the key of the sentence that says it; null where nothing did. */
  readonly note: 'menuNoteFailed' | 'menuNoteAltered' | 'menuNoteUnusable' | null;
  /** `''` where nothing was filled. */
  readonly password: string;
};

/** `boxes` are those of one form: the new password, and the one that repeats it. */
export async function fillGenerated(
  worker: Client<MadeCalls>,
  boxes: readonly HTMLInputElement[],
): Promise<Filled> {
  const password = await suitable(worker, boxes);
  if (password === null) return { note: 'menuNoteFailed', password: '' };
  for (const box of boxes) {
    // Looked at again in the instant it is set: the server was not asked, but the page had its turn.
    if (obstacleOf(box) !== null || !isWithinReach(box) || !enterField(box)) {
      return { note: 'menuNoteUnusable', password: '' };
    }
    writeValue(box, password);
    // Frameworks render between two keystrokes.
    await new Promise((resolve) => setTimeout(resolve));
  }
  const last = boxes.at(-1);
  if (last) leaveField(last);
  const isWhole = boxes.every((box) => box.value === password);
  return { note: isWhole ? null : 'menuNoteAltered', password };
}

/** One that the fields' patterns take; where none does, one by the first rules, for the page to say so. */
async function suitable(
  worker: Client<MadeCalls>,
  boxes: readonly HTMLInputElement[],
): Promise<string | null> {
  const longest = boxes.map(({ maxLength }) => maxLength).filter((length) => length > 0);
  const request = {
    minLength: Math.max(0, ...boxes.map(({ minLength }) => minLength)),
    maxLength: longest.length > 0 ? Math.min(...longest) : 0,
    rules: boxes[0]?.getAttribute('passwordrules')?.slice(0, longestRules) ?? '',
  };
  for (let attempt = 0; attempt <= lastAttempt; attempt++) {
    const made = await worker.call('generateFor', { ...request, attempt });
    if (!made.ok) return null;
    if (boxes.every((box) => takes(box, made.value.password))) return made.value.password;
  }
  // Made anew, since only the last one that was made is remembered.
  const made = await worker.call('generateFor', { ...request, attempt: 0 });
  return made.ok ? made.value.password : null;
}

/** Whether the field's `pattern` matches, as the browser reads it; one that is no expression counts for nothing. */
function takes({ pattern }: HTMLInputElement, password: string): boolean {
  if (pattern === '') return true;
  try {
    return new RegExp(`^(?:${pattern})$`, 'v').test(password);
  } catch {
    return true;
  }
}
