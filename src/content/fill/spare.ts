import type { Spare } from '../../protocol/page-calls.ts';
import { composedForm, composedParent, findAll } from '../scan/composed-tree.ts';
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

/** The visible inputs of the anchor's form, or around it where there is none, each with what names it, in document order. */
export function sparesAround(
  anchor: HTMLInputElement,
  fields: readonly DetectedField[],
): readonly SpareInput[] {
  const form = composedForm(anchor);
  const place = form === null ? placeAround(anchor) : null;
  if (form === null && place === null) return [];
  const taken = new Set(fields.map(({ element }) => element));
  return findAll(document, 'input', anyRootOf)
    .filter((element) => element instanceof HTMLInputElement)
    .filter((input) => types.has(input.type) && !taken.has(input) && composedForm(input) === form)
    .filter((input) => place === null || isWithin(input, place))
    .filter((input) => obstacleOf(input) === null)
    .slice(0, most)
    .map((input) => ({ input, spare: { names: namesOf(input), masked: isMasked(input) } }))
    .filter(({ spare }) => spare.names.length > 0);
}

const buttons = 'button,[role=button],input[type=submit],input[type=button],input[type=image]';
/** Levels that a page without a form may put between its inputs and what holds them together. */
const highest = 6;

/**
 * What stands for the form that is missing: the nearest ancestor with a button and more than this one input. Null where
 * that would be the whole page, which may hold anything.
 */
function placeAround(anchor: HTMLInputElement): Element | null {
  let place = composedParent(anchor);
  for (let level = 0; place && level < highest; level++) {
    if (place instanceof HTMLBodyElement) return null;
    const inputs = findAll(place, 'input:not([type=hidden])', anyRootOf);
    if (inputs.length > 1 && findAll(place, buttons, anyRootOf).length > 0) return place;
    place = composedParent(place);
  }
  return null;
}

function isWithin(input: Element, place: Element): boolean {
  for (let node: Element | null = input; node; node = composedParent(node)) {
    if (node === place) return true;
  }
  return false;
}

/** What the page calls an input: to be equal to a field's name, not to be read for a meaning. */
function namesOf(input: HTMLInputElement): readonly string[] {
  const labels = [...(input.labels ?? [])].map((label) => label.textContent ?? '');
  const all = [input.name, input.id, ...labels, input.placeholder, input.ariaLabel ?? ''];
  const names = all.map((name) => name.trim()).filter((name) => name !== '');
  return [...new Set(names.filter((name) => name.length <= longest))].slice(0, 8);
}
