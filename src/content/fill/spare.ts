import type { Spare } from '../../protocol/page-calls.ts';
import { composedForm, findAll } from '../scan/composed-tree.ts';
import type { DetectedField } from '../scan/detect.ts';
import { anyRootOf } from '../shadow.ts';
import { isMasked } from './masked.ts';
import { obstacleOf } from './seen.ts';

/** An input of the login's form that is none of its fields: a custom field may be meant for it. */
export type SpareInput = { readonly input: HTMLInputElement; readonly spare: Spare };

const types = new Set(['text', 'password', 'email', 'tel', 'number', 'url', 'search']);
/** More are no login; the worker takes no longer lists. */
const most = 20;
const longest = 100;

/** The visible inputs of the anchor's form, each with what names it, in document order. */
export function sparesAround(
  anchor: HTMLInputElement,
  fields: readonly DetectedField[],
): readonly SpareInput[] {
  const form = composedForm(anchor);
  // Without a form it takes no less than the whole page to hold two inputs together.
  if (form === null) return [];
  const taken = new Set(fields.map(({ element }) => element));
  return findAll(document, 'input', anyRootOf)
    .filter((element) => element instanceof HTMLInputElement)
    .filter((input) => types.has(input.type) && !taken.has(input) && composedForm(input) === form)
    .filter((input) => obstacleOf(input) === null)
    .slice(0, most)
    .map((input) => ({ input, spare: { names: namesOf(input), masked: isMasked(input) } }))
    .filter(({ spare }) => spare.names.length > 0);
}

/** What the page calls an input: to be equal to a field's name, not to be read for a meaning. */
function namesOf(input: HTMLInputElement): readonly string[] {
  const labels = [...(input.labels ?? [])].map((label) => label.textContent ?? '');
  const all = [input.name, input.id, ...labels, input.placeholder, input.ariaLabel ?? ''];
  const names = all.map((name) => name.trim()).filter((name) => name !== '');
  return [...new Set(names.filter((name) => name.length <= longest))].slice(0, 8);
}
