import { AppError, type ErrorCode, errorTextKey, toAppError } from '../model/error.ts';
import type { Client } from '../protocol/client.ts';
import type { FillOutcome, FillTrouble } from '../protocol/fill-outcome.ts';
import type { Offer, OfferingCalls, PageCalls } from '../protocol/page-calls.ts';
import type { Handlers } from '../protocol/receiver.ts';
import type { Fields } from './fields.ts';
import { fill } from './fill/fill.ts';
import { obstacleOf } from './fill/seen.ts';
import { fillGenerated } from './generating.ts';
import { type Menu, openMenu } from './prompt/menu.ts';
import type { MenuContent, Texts } from './prompt/rows.ts';
import { composedForm } from './scan/composed-tree.ts';

/** Milliseconds after which a fill that takes its time says so. */
const patience = 400;

/** Milliseconds within which a field has faded in. */
const fadeIn = 300;

type Dependencies = {
  readonly worker: Client<PageCalls>;
  readonly fields: Fields;
  readonly texts: Texts;
  readonly alive: () => boolean;
  readonly onFilled: () => void;
  /** A generated password was put into this field. */
  readonly onGenerated: (field: HTMLInputElement, password: string) => void;
};

export type Offering = {
  /** The user entered this field. */
  attend(field: HTMLInputElement): void;
  /** Hears of a trusted event before the page does; true where it was meant for the menu. */
  hear(event: Event): boolean;
  /** What the worker asks of this document. */
  readonly calls: Handlers<OfferingCalls, null>;
};

/** From a focused field to its menu, and from the user's choice to filled fields. */
export function createOffering(deps: Dependencies): Offering {
  const { worker, fields, texts, alive, onFilled, onGenerated } = deps;
  let menu: Menu | null = null;
  /** The field being asked about; an answer for another one comes too late. */
  let current: HTMLInputElement | null = null;
  let filling = false;
  /** Entered while a fill had the say, by the fill itself or by the user, who is quicker than a page that is read back. */
  let entered: HTMLInputElement | null = null;
  /** A choice is on its way to the server and back. */
  let choosing = false;
  /** The event that the watcher is about to report is the key that asks for the menu. */
  let arrow = false;
  /** Key whose press was ours: the page must not see it come up, it could submit on it. */
  let held: string | null = null;

  function attend(field: HTMLInputElement): void {
    const asked = arrow;
    arrow = false;
    if (filling) entered = field;
    if (filling || menu?.field === field || (current === field && !asked)) return;
    menu?.close();
    if (alive()) void offer(field, asked);
  }

  async function offer(field: HTMLInputElement, asked: boolean): Promise<void> {
    if (obstacleOf(field) === 'unseen') {
      // Material's and Ionic's fields fade in when they get the focus, and are decoys to look at until then.
      current = field;
      await new Promise((resolve) => setTimeout(resolve, fadeIn));
      if (current !== field) return;
      current = null;
      if (!field.matches(':focus')) return;
    }
    const login = fields.recentlyAround(field);
    if (login === null) return offerGenerated(field, asked);
    if (login.labels.length === 0) return;
    current = field;
    const answer = await worker.call('offers', { labels: login.labels, asked });
    if (current !== field) return;
    current = null;
    if (!answer.ok || answer.value.state === 'none' || filling) return;
    if (answer.value.state === 'locked') show(field, { kind: 'locked' });
    else if (answer.value.offers.length > 0) show(field, { kind: 'offers', ...answer.value });
  }

  async function offerGenerated(field: HTMLInputElement, asked: boolean): Promise<void> {
    if (field.value !== '' || fields.newPasswords(field).length === 0) return;
    current = field;
    const answer = await worker.call('mayGenerate', { asked });
    if (current !== field) return;
    current = null;
    if (!answer.ok || answer.value.state === 'none' || filling) return;
    show(field, { kind: answer.value.state === 'locked' ? 'locked' : 'generate' });
  }

  async function generate(field: HTMLInputElement): Promise<void> {
    filling = true;
    const { note: said, password } = await fillGenerated(worker, fields.newPasswords(field));
    filling = false;
    onFilled();
    if (password !== '') onGenerated(field, password);
    const focused = field.matches(':focus') ? field : fields.newPasswords(field).at(-1);
    if (said && focused) show(focused, note(said));
  }

  function show(field: HTMLInputElement, content: MenuContent): void {
    menu?.close();
    if (!alive() || !field.matches(':focus') || obstacleOf(field) !== null) return;
    menu = openMenu({
      field,
      content,
      texts,
      onPick(pick) {
        if (pick.pick === 'offer') void choose(field, pick.offer);
        else if (pick.pick === 'consent') void confirm(field, pick.offer);
        else if (pick.pick === 'generate') void generate(field);
        else if (pick.pick === 'silence') void silence(field);
        else void worker.call('openPopup', {});
      },
      onClose: () => {
        menu = null;
      },
    });
  }

  /** Has the popup ask; where it cannot be opened, a note says what to do. */
  async function confirm(field: HTMLInputElement, { id, shortcutId }: Offer): Promise<void> {
    const answer = await worker.call('showItem', { id, shortcutId });
    if (!(answer.ok && answer.value.shown)) show(field, note('menuNoteFailed'));
  }

  async function silence(field: HTMLInputElement): Promise<void> {
    const answer = await worker.call('silence', {});
    const text = answer.ok ? texts('menuNoteSilent', answer.value.site) : texts('menuNoteFailed');
    show(field, { kind: 'note', text });
  }

  async function choose(field: HTMLInputElement, offer: Offer): Promise<void> {
    const { id, shortcutId } = offer;
    const waiting = setTimeout(() => show(field, note('menuFilling')), patience);
    let said: string | null = null;
    choosing = true;
    try {
      const chosen = await worker.call('choose', { id, shortcutId });
      if (!chosen.ok) throw new AppError(chosen.error.code, 'the choice was refused');
      const { troubles, filled } = await redeem(chosen.value.grant, field);
      if (troubles[0]) said = noteFor(troubles[0]);
      else if (filled === 0) said = 'menuNoteNothing';
    } catch (thrown) {
      const { code } = toAppError(thrown);
      if (code === 'address-changed' || code === 'sends-elsewhere') void confirm(field, offer);
      else said = failureFor(code);
    }
    choosing = false;
    clearTimeout(waiting);
    // The fill has moved the focus to the last field.
    const focused = field.matches(':focus') ? field : fields.best();
    if (said && focused && !isElsewhere(focused, field)) show(focused, note(said));
  }

  async function redeem(grant: string, anchor: HTMLInputElement): Promise<FillOutcome> {
    const before = fields.around(anchor);
    const spares = before?.spares() ?? [];
    const chosen = anchor.matches(':focus') ? anchor : null;
    const values = await worker.call('redeem', {
      grant,
      labels: before?.labels ?? [],
      spares: spares.map(({ spare }) => spare),
      destinations: before?.destinations() ?? [],
    });
    if (!values.ok) throw new AppError(values.error.code, 'the grant was not honoured');
    // The page may have become another while the server was asked: a sign-up, or nothing at all.
    const login = fields.around(anchor);
    if (login === null) throw new AppError('moved-on', 'the field is no longer one of a login');
    menu?.close();
    filling = true;
    try {
      const { target } = login;
      const { replacementOf } = fields;
      return await fill({ target, spares, chosen, replacementOf }, values.value);
    } finally {
      filling = false;
      onFilled();
      const next = entered;
      entered = null;
      if (next?.matches(':focus') && isElsewhere(next, anchor)) attend(next);
    }
  }

  function hear(event: Event): boolean {
    arrow = event instanceof KeyboardEvent && event.type === 'keydown' && event.key === 'ArrowDown';
    let ours = menu?.hear(event) ?? false;
    if (event instanceof KeyboardEvent) {
      const { type, code, key } = event;
      if (type === 'keydown' && key === 'Enter' && choosing && !ours) {
        // An impatient second Enter would submit the form before it is filled.
        event.preventDefault();
        ours = true;
      }
      if (type === 'keydown' && ours) held = code;
      if (type === 'keyup' && code === held) {
        held = null;
        ours = true;
      }
    }
    if (ours) event.stopImmediatePropagation();
    return ours;
  }

  const note = (key: string): MenuContent => ({ kind: 'note', text: texts(key) });

  return {
    attend,
    hear,
    calls: {
      survey() {
        const best = fields.best();
        const login = best && fields.around(best);
        return {
          labels: login?.labels ?? [],
          destinations: login?.destinations() ?? [],
          focused: best?.matches(':focus') ?? false,
        };
      },
      fill({ grant }) {
        const best = fields.best();
        if (best === null) throw new AppError('no-field', 'nothing to fill');
        return redeem(grant, best);
      },
      closeMenu() {
        current = null;
        menu?.close();
        return null;
      },
    },
  };
}

/** In another form: what is said of the one that was filled would only mislead there. */
const isElsewhere = (field: HTMLInputElement, filled: HTMLInputElement): boolean =>
  composedForm(field) !== composedForm(filled);

/** Which sentence says why nothing was filled. */
function failureFor(code: ErrorCode): string {
  if (code === 'no-value') return 'menuNoteNothing';
  // The worker died, or takes us for another: the popup is another way.
  return code === 'internal' || code === 'refused' ? 'menuNoteFailed' : errorTextKey(code);
}

/** Which sentence says what went wrong with a field. */
function noteFor({ reason }: FillTrouble): string {
  switch (reason) {
    case 'altered':
      return 'menuNoteAltered';
    case 'too-long':
      return 'menuNoteTooLong';
    case 'gone':
      return 'menuNoteGone';
    default:
      return 'menuNoteUnusable';
  }
}
