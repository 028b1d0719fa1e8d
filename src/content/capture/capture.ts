/**
 * Notices a login that the user types and sends, and whether it seems to have worked. It reads what
 * stands in the fields when the user acts (Enter, a click, the form being sent, the page being left), and only
 * where the user has typed there; it never reads while somebody is typing.
 */
import type { CaptureCalls, StandsCalls } from '../../protocol/capture-calls.ts';
import type { Client } from '../../protocol/client.ts';
import type { Handlers } from '../../protocol/receiver.ts';
import { obstacleOf } from '../fill/seen.ts';
import { composedForm } from '../scan/composed-tree.ts';
import { isCredibleField } from '../scan/credible.ts';
import type { DetectedField } from '../scan/detect.ts';
import { inputsIn } from '../scan/page-proof.ts';
import { inputOf } from '../shadow.ts';
import { actOf } from './act.ts';
import { createAnswers } from './answers.ts';
import { alertsInView, complains, looksWrong } from './complaint.ts';
import { createOutcome } from './outcome.ts';
import { readTyped, type TypedLogin } from './read-typed.ts';

export type Capture = {
  /** Hears of every trusted event. */
  hear(event: Event): void;
  /** The user has typed into this field before there was anybody to hear it. */
  noteTyped(field: HTMLInputElement): void;
  /** We made this password and put it into this field. */
  noteGenerated(field: HTMLInputElement, password: string): void;
  readonly calls: Handlers<StandsCalls, null>;
};

type Dependencies = {
  readonly worker: Client<CaptureCalls>;
  readonly scan: () => DetectedField[];
  readonly alive: () => boolean;
};

export function createCapture({ worker, scan, alive }: Dependencies): Capture {
  /** The field that the user typed into last, since it was last read. */
  let touched: HTMLInputElement | null = null;
  let generated = '';
  /** What was read last, until it is clear what became of it. */
  let kept: TypedLogin | null = null;
  /** The alerts that stood there before. */
  let said: readonly string[] = [];
  const outcome = createOutcome({
    answers: createAnswers(() => performance.now()),
    alive,
    isAsked: () => kept !== null && stillAsked(kept, scan(), said),
    isBack: () => kept !== null && isBack(kept, scan()),
    tell(what) {
      if (kept && what === 'worked') kept = { ...kept, typed: { ...kept.typed, password: '' } };
      void worker.call(what, {});
    },
  });

  function read(): void {
    if (touched === null) return;
    const anchor = touched;
    touched = null;
    if (!anchor.isConnected || !alive()) return;
    const login = readTyped(scan(), anchor);
    if (login === null) return;
    const isOurs = generated !== '' && login.typed.password === generated;
    void worker.call('typed', { ...login.typed, generated: isOurs });
    stop();
    if (login.typed.kind !== 'step') kept = login;
  }

  function leave(): void {
    read();
    const how = kept === null ? null : outcome.end();
    if (how !== null && alive()) void worker.call('left', { how });
    stop();
  }

  function stop(): void {
    outcome.stop();
    kept = null;
  }

  return {
    hear(event) {
      const { type } = event;
      if (type === 'input') {
        const field = inputOf(event);
        if (field && isCredibleField(field)) touched = field;
      } else if (type === 'pagehide') leave();
      else if (acts.includes(type) || event instanceof KeyboardEvent) {
        if (outcome.goOn()) stop();
        const anchor = touched ?? kept?.boxes[0];
        const act = anchor && isAct(event) ? actOf(event, anchor) : null;
        // Any click: what stands there may be another element afterwards, as where a page shows what was typed.
        if (act !== null || type === 'click') read();
        if (act === 'sends' && kept !== null) {
          said = alertsInView();
          outcome.send();
        }
        if (act === 'leaves') outcome.letBe();
      }
    },
    noteTyped(field) {
      touched = field;
    },
    noteGenerated(field, password) {
      touched = field;
      generated = password;
    },
    calls: {
      stands() {
        const seen = scan().filter(({ element }) => obstacleOf(element) === null);
        const fresh = seen.filter(({ label }) => label === 'new-password');
        const forms = new Set(fresh.map(({ element }) => composedForm(element)));
        return {
          // Where a password is changed, nobody is asked to sign in.
          login: seen.some(
            ({ label, element }) =>
              label === 'username' ||
              (label === 'current-password' && !forms.has(composedForm(element))),
          ),
          fresh: fresh.length > 0,
          failed: answeredWithError(),
          thanked: wasForwarded() && !looksWrong(),
          wrong: !wasForwarded() && looksWrong(),
        };
      },
    },
  };
}

const acts = ['click', 'pointerdown', 'submit'];
/** Of keys, the ones that do something to a form. */
const isAct = (event: Event): boolean =>
  !(event instanceof KeyboardEvent) ||
  (event.type === 'keydown' && (event.key === 'Enter' || event.key === 'Escape'));

/**
 * Whether the document still asks for what was typed. Forms for new passwords often stay, emptied, beside a
 * word of thanks; then what speaks against it is a field that is marked as wrong, or an alert.
 */
function stillAsked(
  { typed, boxes, others }: TypedLogin,
  fields: readonly DetectedField[],
  said: readonly string[],
): boolean {
  const seen = inView(boxes);
  if (typed.kind !== 'login' && seen.length > 0 && seen.every(({ value }) => value === '')) {
    return complains(seen[0]?.form ?? null, said);
  }
  if (seen.length > 0) return true;
  if (inView(alike(typed, fields)).some((box) => !others.includes(box))) return true;
  // Another element holds it now, in plain sight, or a sentence stands in the place of the form.
  return inputsIn(document).some((box) => isHolding(box, typed.password)) || complains(null, said);
}

/** Whether a form asks again that was gone. One for a new password may come back empty, beside a word of thanks. */
function isBack({ typed, boxes, others }: TypedLogin, fields: readonly DetectedField[]): boolean {
  const mayRepeat = typed.kind === 'change' || typed.username === '';
  if (typed.kind !== 'login' && mayRepeat) return false;
  const asking = [...boxes, ...alike(typed, fields).filter((box) => !others.includes(box))];
  return inView(asking).length > 0;
}

const inView = (boxes: readonly HTMLInputElement[]) =>
  boxes.filter((box) => obstacleOf(box) === null);

/** The boxes that ask for what was typed, if only by their kind. */
function alike({ kind }: TypedLogin['typed'], fields: readonly DetectedField[]) {
  const wanted = kind === 'login' ? 'current-password' : 'new-password';
  return fields.filter(({ label }) => label === wanted).map(({ element }) => element);
}

const isHolding = (box: HTMLInputElement, password: string): boolean =>
  password !== '' && box.value === password && obstacleOf(box) === null;

const navigation = (): PerformanceNavigationTiming | null => {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming ? entry : null;
};

const answeredWithError = (): boolean => (navigation()?.responseStatus ?? 0) >= 400;

/** As a server does that has taken a form, so that it is not sent twice. */
const wasForwarded = (): boolean => (navigation()?.redirectCount ?? 0) > 0;
