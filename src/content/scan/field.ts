import * as bit from './concepts.ts';
import { type Concepts, conceptsIn } from './lexicon.ts';
import { allIn, walkerOver } from './page-proof.ts';
import { visibilityOf } from './visibility.ts';

/** What is known of one input before its form is looked at. */
export type Field = {
  readonly element: HTMLInputElement;
  readonly password: boolean;
  /** Seen by the user now; what is not may be the next step of a login. */
  readonly visible: boolean;
  /** The field name in `autocomplete`, without the standard's sections and modifiers. */
  readonly token: string;
  /** What its attributes, its label and its token speak of. */
  readonly says: Concepts;
};

/** Concepts that name what a box is for. */
export const purposes =
  bit.user |
  bit.email |
  bit.phone |
  bit.person |
  bit.password |
  bit.code |
  bit.otp |
  bit.captcha |
  bit.search |
  bit.secret |
  bit.card |
  bit.tenant;

/** Which of several passwords a box wants. */
const kinds = bit.fresh | bit.old | bit.again;

/** Reads an input, or gives nothing for a decoy. */
export function readField(input: HTMLInputElement, label = ''): Field | undefined {
  const seen = visibilityOf(input);
  const { name, id, type } = input;
  if (seen === 'decoy' || name.startsWith('fake') || id.startsWith('fake')) return;
  const token = tokenOf(input);
  let says = saidBy(input, label);
  if (type === 'email' || token === 'email') says |= bit.email;
  else if (type === 'tel') says |= bit.phone;
  if (token === 'username') says |= bit.user;
  else if (token.startsWith('cc-')) says |= bit.card;
  else if (token.endsWith('-name')) says |= bit.person;
  const password = isPassword(input, token, says);
  return { element: input, password, visible: seen === 'seen', token, says };
}

/** What a field is about: what a person reads comes first, then its names, then what stands before it. */
function saidBy(input: HTMLInputElement, label: string): Concepts {
  const { name, id, type, placeholder, title } = input;
  let shown = conceptsIn(
    `${label} ${describedBy(input)} ${placeholder} ${input.ariaLabel ?? ''} ${title}`,
  );
  // "Nombre de usuario", "E-mail address"
  if (shown & (bit.user | bit.email)) shown &= ~bit.person;
  const coded = shown & (bit.code | bit.cipher);
  if (shown & purposes && type !== 'password' && !coded) return shown;
  const own = conceptsIn(id === name ? name : `${name} ${id}`);
  // What is read decides: `user[first_name]` is no user name. But of what a code is, of a picture or of the user, a name may tell.
  const decided = coded ? purposes & ~(bit.otp | bit.captcha) : purposes;
  let says = shown | (shown & purposes ? own & ~decided : own);
  // "E-mail verification code", but not the "security code" of a card.
  if (shown & bit.code && shown & (bit.email | bit.phone) && !(own & bit.secret)) says |= bit.otp;
  if (!(says & purposes)) {
    says |= conceptsIn(textBefore(input));
    if (!(says & purposes)) says |= conceptsIn(input.className) & (bit.otp | bit.code);
    // "New password:" in a cell, and "Password" in the box beside it.
  } else if (type === 'password' && !label && !(says & kinds))
    says |= conceptsIn(textBefore(input)) & kinds;
  return says;
}

const hidden = new WeakSet<HTMLInputElement>();

/** Also a box that a page shows as text, on the user's wish or with dots of its own; a word alone is not enough. */
function isPassword(input: HTMLInputElement, token: string, says: Concepts): boolean {
  if (input.type === 'password') return !!hidden.add(input);
  if (!(says & bit.password) || says & (bit.user | bit.email)) return false;
  if (hidden.has(input) || token.endsWith('-password')) return true;
  return getComputedStyle(input).getPropertyValue('-webkit-text-security') === 'disc';
}

/** Of `section-blue billing username webauthn`, `username`: the field's own token stands last but for `webauthn`. */
function tokenOf(input: HTMLInputElement): string {
  const tokens = (input.getAttribute('autocomplete') ?? '').toLowerCase().trim().split(' ');
  if (tokens.length > 1 && tokens.at(-1) === 'webauthn') tokens.pop();
  return tokens.at(-1) ?? '';
}

/** The text that `aria-labelledby` points to. */
function describedBy(input: HTMLInputElement): string {
  const ids = input.getAttribute('aria-labelledby');
  if (!ids) return '';
  const root = input.getRootNode();
  let text = '';
  if (root instanceof Document || root instanceof ShadowRoot)
    for (const id of ids.split(' '))
      text += ` ${allIn(root, `[id="${CSS.escape(id)}"]`)[0]?.textContent ?? ''}`;
  return text;
}

const walls = ['input', 'button', 'select', 'textarea', 'form', 'a', 'script', 'style'];

/** The text before an input without a label: the cell to its left, the line above. */
function textBefore(input: HTMLInputElement): string {
  const walker = walkerOver(input.getRootNode(), 5 /* elements and text */);
  walker.currentNode = input;
  for (let steps = 0; steps < 20; steps++) {
    const node = walker.previousNode();
    const element = node instanceof Text ? node.parentElement : node;
    if (!(element instanceof Element) || walls.includes(element.localName)) break;
    if (node instanceof Text && node.data.trim().length > 1) return node.data;
  }
  return '';
}
