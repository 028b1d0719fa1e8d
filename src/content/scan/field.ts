import { bit, type Concepts, conceptsIn } from './lexicon.ts';
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

const { user, email, phone, person, password, code, captcha, search, secret, card, tenant } = bit;
const kinds =
  user | email | phone | person | password | code | captcha | search | secret | card | tenant;

/** Reads an input, or gives nothing for a decoy. */
export function readField(input: HTMLInputElement): Field | undefined {
  const seen = visibilityOf(input);
  const { name, id, placeholder } = input;
  if (seen === 'decoy' || /fake|honey/i.test(name + id)) return;
  const label = conceptsIn(
    `${placeholder} ${input.ariaLabel ?? ''} ${labelOf(input)} ${input.title}`,
  );
  let own = conceptsIn(id === name ? name : `${name} ${id}`);
  // What the user reads decides what the box is for; `user[first_name]` is no user name.
  if (label & kinds) own &= ~kinds;
  else if (!(own & kinds)) own |= conceptsIn(textBefore(input));
  const token = tokenOf(input);
  return {
    element: input,
    password: input.type === 'password',
    visible: seen === 'seen',
    token,
    says: own | label | meaningOf(token),
  };
}

/** `section-blue billing username webauthn` is `username`: the field's own token stands last but for `webauthn`. */
function tokenOf(input: HTMLInputElement): string {
  const tokens = (input.getAttribute('autocomplete') ?? '').toLowerCase().trim().split(/\s+/);
  return (tokens.length > 1 && tokens.at(-1) === 'webauthn' ? tokens.at(-2) : tokens.at(-1)) ?? '';
}

function meaningOf(token: string): Concepts {
  if (token === '' || token === 'off' || token === 'on') return 0;
  if (token === 'username') return bit.user;
  if (token === 'email') return bit.email;
  if (token.startsWith('cc-')) return bit.card;
  return /-name$|address|postal|street|country|bday|organization/.test(token) ? bit.person : 0;
}

/** The text of the labels tied to an input, by `for`, by nesting or by `aria-labelledby`. */
function labelOf(input: HTMLInputElement): string {
  let text = '';
  for (const label of input.labels ?? []) text += ` ${label.textContent}`;
  const named = input.getAttribute('aria-labelledby');
  const root = input.getRootNode();
  if (named && (root instanceof Document || root instanceof ShadowRoot)) {
    for (const id of named.split(/\s+/)) text += ` ${root.getElementById(id)?.textContent ?? ''}`;
  }
  return text.trim();
}

const boundary = /^(input|button|select|textarea|form|a|script|style)$/;

/** The text before an input without a label: the cell to its left, the line above. */
function textBefore(input: HTMLInputElement): string {
  const what = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
  const walker = document.createTreeWalker(input.getRootNode(), what);
  walker.currentNode = input;
  for (let steps = 0; steps < 20; steps++) {
    const node = walker.previousNode();
    if (
      !node ||
      boundary.test(
        (node instanceof Text ? node.parentElement : node)?.nodeName.toLowerCase() ?? '',
      )
    )
      break;
    if (node instanceof Text && node.data.trim().length > 1) return node.data;
  }
  return '';
}
