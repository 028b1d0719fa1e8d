import type { Offer } from '../../protocol/page-calls.ts';

/** What the menu shows. */
export type MenuContent =
  | { readonly kind: 'offers'; readonly offers: readonly Offer[]; readonly more: number }
  | { readonly kind: 'generate' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'note'; readonly text: string };

/** What a row stands for. */
export type Pick =
  | { readonly pick: 'offer'; readonly offer: Offer }
  /** The same, to be confirmed in the popup. */
  | { readonly pick: 'consent'; readonly offer: Offer }
  /** Put a generated password into the new-password fields. */
  | { readonly pick: 'generate' }
  | { readonly pick: 'popup' }
  /** Nothing is to be offered on this site. */
  | { readonly pick: 'silence' };

/** Text of the interface by its key. */
export type Texts = (key: string, ...substitutions: readonly string[]) => string;

export type Rows = {
  readonly panel: HTMLElement;
  readonly buttons: readonly HTMLButtonElement[];
  pickOf(button: Element | null): Pick | null;
  /** Tells who listens instead of looking that there is something to enter. */
  announce(): void;
};

/** Longer names are of no use in a row, and a hostile server could make the page lay out megabytes. */
const longest = 200;

/** Builds the rows. Names are text nodes, each isolated so that its direction stays its own. */
export function buildRows(content: MenuContent, texts: Texts): Rows {
  const picks = new Map<Element, Pick>();
  const panel = document.createElement('div');
  panel.className = 'panel';
  // Of the texts, which may be others than the browser's own.
  panel.dir = texts('direction');
  panel.lang = texts('language');
  panel.role = 'menu';
  panel.ariaLabel = texts('menuTitle');
  const said = line('said', '', 'div');
  said.role = 'status';
  panel.append(said, line('title', texts('menuTitle'), 'div'));
  const add = (pick: Pick, ...parts: HTMLElement[]) => {
    const button = document.createElement('button');
    button.role = 'menuitem';
    button.tabIndex = -1;
    button.append(...parts);
    picks.set(button, pick);
    panel.append(button);
  };
  switch (content.kind) {
    case 'note':
      panel.role = 'alert';
      panel.append(line('note', content.text, 'div'));
      break;
    case 'generate':
      add(
        { pick: 'generate' },
        line('name', texts('menuGenerate')),
        line('login', texts('menuGenerateHint')),
      );
      add({ pick: 'silence' }, line('quiet', texts('menuSilence')));
      break;
    case 'locked':
      add({ pick: 'popup' }, line('wide', texts('menuLocked')));
      break;
    case 'offers':
      for (const offer of content.offers) {
        const login = offer.login === '' ? texts('menuNoLogin') : offer.login;
        add({ pick: 'offer', offer }, line('name', offer.name), line('login', login));
      }
      if (content.more > 0) {
        add({ pick: 'popup' }, line('wide', texts('menuMore', String(content.more))));
      }
      add({ pick: 'silence' }, line('quiet', texts('menuSilence')));
  }
  return {
    panel,
    buttons: [...panel.querySelectorAll('button')],
    pickOf: (button) => (button && picks.get(button)) ?? null,
    announce() {
      // Screen readers read a live region when it changes, not when it appears.
      if (picks.size > 0) said.textContent = texts('menuHint');
    },
  };
}

function line(className: string, text: string, tag: 'bdi' | 'div' = 'bdi'): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text.slice(0, longest);
  return element;
}
