import type { FillOutcome, FillTrouble } from '../../protocol/fill-outcome.ts';
import type { FillValues } from '../../protocol/page-calls.ts';
import { inputsIn } from '../scan/page-proof.ts';
import { isMasked } from './masked.ts';
import { isWithinReach, obstacleOf } from './seen.ts';
import { enterField, leaveField, writeValue } from './set-value.ts';
import type { SpareInput } from './spare.ts';
import type { FillTarget } from './target.ts';

type Label = FillTrouble['label'];
type Step = { readonly label: Label; readonly input: HTMLInputElement; readonly text: string };

export type Filling = {
  readonly target: FillTarget;
  readonly spares: readonly SpareInput[];
  /** The field that the user pointed at. */
  readonly chosen: HTMLInputElement | null;
  /** The field that a page has put in the place of one that it took away; null where there is none. */
  readonly replacementOf: (label: Label, gone: HTMLInputElement) => HTMLInputElement | null;
};

/**
 * Fills user name, password and code, in this order. Each field is looked at again in the instant
 * its value is set, since the page's handlers run in between. Never throws.
 */
export async function fill(
  { target, spares, chosen, replacementOf }: Filling,
  values: FillValues,
): Promise<FillOutcome> {
  const steps = [...stepsFor(target, values), ...customSteps(spares, values)];
  const troubles = new Map<Label, FillTrouble>();
  // Values are only asked for where there was a field.
  for (const label of valueLabels(values)) {
    if (!steps.some((step) => step.label === label)) troubles.set(label, { label, reason: 'gone' });
  }
  const done: Step[] = [];
  for (const planned of steps) {
    const { label, input } = planned;
    // Some pages make their fields anew with every keystroke, and so with the value before this one.
    const step = input.isConnected
      ? planned
      : { ...planned, input: replacementOf(label, input) ?? input };
    const before = done.at(-1)?.input;
    const reason = refusal(step) ?? (await set(step, chosen, planned === steps.at(-1)));
    if (reason === null) done.push(step);
    else if (!isTold(step, reason)) troubles.set(step.label, { label: step.label, reason });
    // It was entered to see whether it turns into dots; the note shall not stand where the user may point next.
    if (reason === 'clear-text') before?.focus({ preventScroll: true });
    // A framework renders between two keystrokes, and handlers keep the state they were made with:
    // a second value set in the same task would overwrite the first.
    await nextTask();
  }
  // A page that renders late may have put its old state back; it is told once more, and no oftener.
  for (const step of done) {
    if (!isThere(step) && obstacleOf(step.input) === null) writeValue(step.input, step.text);
  }
  await nextTask();
  for (let look = 0; look < looks && !done.every(isThere); look++) await rest();
  for (const step of done) {
    const { input, label, text } = step;
    if (!isThere(step)) troubles.set(label, { label, reason: 'altered' });
    else if (input.maxLength >= 0 && text.length > input.maxLength) {
      troubles.set(label, { label, reason: 'too-long' });
    }
  }
  const labels = new Set(done.map(({ label }) => label));
  labels.delete('custom');
  const custom = done.filter(({ label }) => label === 'custom').length;
  return { filled: labels.size + custom, troubles: [...troubles.values()] };
}

/** Whether the page shows what was filled: in the field, or as a code that it has spread over the boxes from there on. */
function isThere({ input, label, text }: Step): boolean {
  const { value } = input;
  if (value === text) return true;
  if (label !== 'one-time-code' || value === '' || !text.startsWith(value)) return false;
  const root = input.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return false;
  const boxes = inputsIn(root);
  const spread = boxes.slice(boxes.indexOf(input)).map((box) => box.value);
  return spread.slice(0, text.length).join('').startsWith(text);
}

function stepsFor(target: FillTarget, values: FillValues): readonly Step[] {
  const steps: Step[] = [];
  const { username, password, codes } = target;
  if (username && values.username) {
    steps.push({ label: 'username', input: username, text: values.username });
  }
  if (password && values.password) {
    steps.push({ label: 'current-password', input: password, text: values.password });
  }
  partsOf(values.code ?? '', codes).forEach((text, at) => {
    const input = codes[at];
    if (input && text !== '') steps.push({ label: 'one-time-code', input, text });
  });
  return steps;
}

/** What of a code goes into each of its boxes: a character, or as many as they take (3 and 3). */
function partsOf(code: string, boxes: readonly HTMLInputElement[]): readonly string[] {
  if (boxes.length === code.length) return [...code];
  const sizes = boxes.map(({ maxLength }) => Math.max(0, maxLength));
  // Some pages take the whole code in the first of several boxes and spread it themselves.
  if (boxes.length < 2 || sizes.reduce((sum, size) => sum + size, 0) !== code.length) return [code];
  let at = 0;
  return sizes.map((size) => {
    at += size;
    return code.slice(at - size, at);
  });
}

/** The worker has matched them by name, and keeps what is secret from inputs that would show it. */
function customSteps(spares: readonly SpareInput[], { fields }: FillValues): readonly Step[] {
  return spares.flatMap(({ input, spare }, at) => {
    const text = fields[at] ?? null;
    if (text === null || (spare.masked && !isMasked(input))) return [];
    return [{ label: 'custom' as const, input, text }];
  });
}

function valueLabels({ username, password, code }: FillValues): readonly Label[] {
  const labels: Label[] = [];
  if (username) labels.push('username');
  if (password) labels.push('current-password');
  if (code) labels.push('one-time-code');
  return labels;
}

/** The second step of a login shows who signs in, in a field that nobody can change: nothing to warn of. */
const isTold = ({ input, label }: Step, reason: FillTrouble['reason']): boolean =>
  label === 'username' && reason === 'read-only' && input.value !== '';

/** Why this field must not get its value now, or null. */
function refusal({ input }: Step): FillTrouble['reason'] | null {
  const obstacle = obstacleOf(input);
  if (obstacle) return obstacle;
  return isWithinReach(input) ? null : 'covered';
}

async function set(
  step: Step,
  chosen: HTMLInputElement | null,
  last: boolean,
): Promise<FillTrouble['reason'] | null> {
  const { input, label, text } = step;
  if (!enterField(input)) {
    if (!(await opens(step))) return 'read-only';
    const reason = refusal(step);
    if (reason) return reason;
  }
  // The page's focus handlers have just run, and may have taken the field away.
  const obstacle = obstacleOf(input);
  if (obstacle) return obstacle;
  // Clear text on the screen only where the user pointed at that very field. Some turn into dots with the focus.
  if (label === 'current-password' && !isMasked(input) && input !== chosen) return 'clear-text';
  writeValue(input, text);
  // Going to the next field tells the page the same, where the page has the focus at all.
  if (last || !document.hasFocus()) leaveField(input);
  return null;
}

/**
 * Some pages keep a password read-only until it is clicked, or for a moment after it has the focus, so that browsers leave
 * it alone. A user name that cannot be changed is told, not asked.
 */
async function opens({ input, label }: Step): Promise<boolean> {
  if (label !== 'current-password' || input.matches(':disabled')) return false;
  for (const type of ['mousedown', 'mouseup']) {
    input.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }));
  }
  input.click();
  for (let look = 0; look < looks && input.readOnly; look++) await rest();
  return !input.readOnly;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Some pages keep what they are told only a moment later, and show the old value until then. */
const looks = 5;
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));
