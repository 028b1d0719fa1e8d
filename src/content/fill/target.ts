import type { FieldLabel } from '../../protocol/fill-outcome.ts';
import { composedForm, composedParent } from '../scan/composed-tree.ts';
import type { DetectedField } from '../scan/detect.ts';
import { isSeen, obstacleOf } from './seen.ts';

/** The fields of one login. A new-password field is never among them. */
export type FillTarget = {
  readonly username: HTMLInputElement | null;
  readonly password: HTMLInputElement | null;
  /** Boxes of the one-time code in document order: one for the whole code, or one a character. */
  readonly codes: readonly HTMLInputElement[];
};

/** What a page is asked to fill first where the user has not pointed at a field. */
const preference: readonly FieldLabel[] = ['current-password', 'username', 'one-time-code'];

/** The field to fill around: the focused one, else the first that matters most; null without any. */
export function pickAnchor(fields: readonly DetectedField[]): DetectedField | null {
  const usable = fields.filter(
    ({ element, label }) => label !== 'new-password' && obstacleOf(element) === null,
  );
  const focused = usable.find(({ element }) => element.matches(':focus'));
  if (focused) return focused;
  for (const label of preference) {
    const first = usable.find((field) => field.label === label);
    if (first) return first;
  }
  return null;
}

/**
 * The usable fields that belong to the same login as the anchor: of the same form, and of several
 * with one label the nearest over the composed tree, then in the order of the page: for pages with
 * one form around everything, and for decoys beside the fields. What nobody can use yet counts where
 * something is filled before it that the page may wait for: the user name, or the box before in a row of boxes.
 */
export function targetAround(anchor: DetectedField, fields: readonly DetectedField[]): FillTarget {
  const form = composedForm(anchor.element);
  const distance = distanceFrom(anchor.element);
  const whole = fields.filter(({ element }) => composedForm(element) === form);
  const same = whole.filter(({ element }) => obstacleOf(element) === null);
  const place = fields.indexOf(anchor);
  const nearest = (label: FieldLabel, among = same) =>
    among
      .filter((field) => field.label === label)
      .map((field) => ({
        element: field.element,
        steps: distance(field.element),
        away: Math.abs(fields.indexOf(field) - place),
      }))
      .sort((a, b) => a.steps - b.steps || a.away - b.away)[0]?.element ?? null;
  const username = nearest('username');
  const waiting = whole.filter(({ element }) => isWaiting(element));
  const isCode = ({ label }: DetectedField) => label === 'one-time-code';
  const codes = same.some(isCode)
    ? whole.filter((field) => isCode(field) && (same.includes(field) || waiting.includes(field)))
    : [];
  return {
    username,
    password: nearest('current-password') ?? (username && nearest('current-password', waiting)),
    codes: codes.map(({ element }) => element),
  };
}

const isWaiting = (input: HTMLInputElement): boolean =>
  obstacleOf(input) === 'disabled' && isSeen(input);

export function labelsOf(target: FillTarget): FieldLabel[] {
  const labels: FieldLabel[] = [];
  if (target.username) labels.push('username');
  if (target.password) labels.push('current-password');
  if (target.codes.length > 0) labels.push('one-time-code');
  return labels;
}

/** Steps up from `origin` to the first ancestor that it shares with an element. */
function distanceFrom(origin: Element): (element: Element) => number {
  const steps = new Map<Element, number>();
  for (let node: Element | null = origin; node; node = composedParent(node)) {
    steps.set(node, steps.size);
  }
  return (element) => {
    for (let node: Element | null = element; node; node = composedParent(node)) {
      const found = steps.get(node);
      if (found !== undefined) return found;
    }
    return Number.POSITIVE_INFINITY;
  };
}
