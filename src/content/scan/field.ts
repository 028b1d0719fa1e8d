import { bit, type Concepts, conceptsIn } from './lexicon.ts';

/** What is known of one input before its form is looked at. */
export type Field = {
  readonly element: HTMLInputElement;
  readonly form: Element | null;
  readonly password: boolean;
  /** Seen by the user now; what is not may be the next step of a login. */
  readonly visible: boolean;
  /** The tokens of `autocomplete` that matter, in lower case, without the standard's modifiers. */
  readonly token: string;
  /** What its own attributes and its label speak of. */
  readonly says: Concepts;
};

const box = { visible: 2, later: 1, decoy: 0 } as const;

/** Decoys take room nowhere a person looks: off the screen, transparent, a pixel wide. A hidden step takes none. */
export function visibilityOf(input: HTMLInputElement): number {
  if (!input.checkVisibility({ visibilityProperty: true })) return box.later;
  const { width, height, right, bottom } = input.getBoundingClientRect();
  if (width === 0 || height === 0) return box.later;
  const view = input.ownerDocument.defaultView;
  const offScreen = right + (view?.scrollX ?? 0) <= 0 || bottom + (view?.scrollY ?? 0) <= 0;
  if (width < 4 || height < 4 || offScreen || !input.checkVisibility({ opacityProperty: true }))
    return box.decoy;
  return box.visible;
}

const attributes = ['name', 'id', 'placeholder', 'aria-label', 'title', 'data-testid'];

export function readField(input: HTMLInputElement, form: Element | null): Field | undefined {
  const seen = visibilityOf(input);
  if (seen === box.decoy || /fake|honey/i.test(`${input.name} ${input.id}`)) return;
  const own = attributes.map((name) => input.getAttribute(name) ?? '').join(' ');
  const label =
    labelOf(input) ||
    (/[^\W\d_]{2}/.test(input.placeholder + input.ariaLabel) ? '' : textBefore(input));
  const tokens = (input.getAttribute('autocomplete') ?? '').toLowerCase().split(/\s+/);
  return {
    element: input,
    form,
    password: input.type === 'password',
    visible: seen === box.visible,
    token: tokens.filter((token) => token !== 'webauthn').at(-1) ?? '',
    says: conceptsIn(own) | conceptsIn(label),
  };
}

/** The text of the labels tied to an input, by `for`, by nesting or by `aria-labelledby`. */
function labelOf(input: HTMLInputElement): string {
  const root = input.getRootNode();
  const named = input.getAttribute('aria-labelledby');
  let text = '';
  if (named && (root instanceof Document || root instanceof ShadowRoot)) {
    for (const id of named.split(/\s+/)) text += ` ${root.getElementById(id)?.textContent ?? ''}`;
  }
  for (const label of input.labels ?? []) text += ` ${label.textContent}`;
  return text.trim();
}

const stops = /^(input|button|select|textarea|form|a|script|style)$/;

/** Text that stands before an input without a label: the cell to its left, a line above. */
function textBefore(input: HTMLInputElement): string {
  const root = input.getRootNode();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  walker.currentNode = input;
  for (let steps = 0; steps < 20; steps++) {
    const node = walker.previousNode();
    if (!node || (node instanceof Element && stops.test(node.localName))) break;
    if (node instanceof Text && node.data.trim().length > 1) return node.data.trim();
  }
  return '';
}

export const has = (field: Field, ...concepts: (keyof typeof bit)[]) =>
  concepts.some((concept) => field.says & bit[concept]);
