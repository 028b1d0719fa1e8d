/**
 * Notices a login that the user types and sends, and whether it seems to have worked. It reads what
 * stands in the fields when the user acts (Enter, a click, the form being sent, the page being left), and only
 * where the user has typed there; it never reads while somebody is typing.
 */
import type { CaptureCalls, StandsCalls } from '../../protocol/capture-calls.ts';
import type { Client } from '../../protocol/client.ts';
import type { Handlers } from '../../protocol/receiver.ts';
import { obstacleOf } from '../fill/seen.ts';
import { isCredibleField } from '../scan/credible.ts';
import type { DetectedField } from '../scan/detect.ts';
import { inputOf } from '../shadow.ts';
import { readTyped, type TypedLogin } from './read-typed.ts';

export type Capture = {
  /** Hears of every trusted event. */
  hear(event: Event): void;
  /** We made this password and put it into this field. */
  noteGenerated(field: HTMLInputElement, password: string): void;
  readonly calls: Handlers<StandsCalls, null>;
  stop(): void;
};

type Dependencies = {
  readonly worker: Client<CaptureCalls>;
  readonly scan: () => DetectedField[];
  readonly alive: () => boolean;
};

/** When a form that stays in its document is looked at after it was sent, in ms. No polling: then it ends. */
const looks = [400, 1_200, 3_000, 7_000, 15_000];

export function createCapture({ worker, scan, alive }: Dependencies): Capture {
  /** The field that the user typed into last, since it was last read. */
  let touched: HTMLInputElement | null = null;
  let generated = '';
  let sent: TypedLogin | null = null;
  let timers: ReturnType<typeof setTimeout>[] = [];

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
    if (login.typed.kind === 'step') return;
    sent = login;
    timers = looks.map((wait) => setTimeout(look, wait));
  }

  function look(): void {
    if (sent === null || !alive() || stillAsked(sent, scan())) return;
    stop();
    void worker.call('worked', {});
  }

  function stop(): void {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
    sent = null;
  }

  return {
    hear(event) {
      const { type } = event;
      if (type === 'input') {
        const field = inputOf(event);
        if (field && isCredibleField(field)) touched = field;
      } else if (type === 'pagehide') {
        read();
        if (sent !== null && alive()) void worker.call('left', {});
        stop();
      } else if (type === 'click' || type === 'submit' || isEnter(event)) read();
    },
    noteGenerated(field, password) {
      touched = field;
      generated = password;
    },
    calls: {
      stands() {
        const seen = scan().filter(({ element }) => obstacleOf(element) === null);
        const has = (...labels: DetectedField['label'][]) =>
          seen.some(({ label }) => labels.includes(label));
        return {
          login: has('username', 'current-password'),
          fresh: has('new-password'),
          failed: answeredWithError(),
        };
      },
    },
    stop,
  };
}

const isEnter = (event: Event): boolean =>
  event instanceof KeyboardEvent && event.type === 'keydown' && event.key === 'Enter';

/**
 * Whether the document still asks for what was typed. Forms for new passwords often stay, emptied, beside a
 * word of thanks; then what speaks against it is a field that is marked as wrong, or an alert.
 */
function stillAsked({ typed, boxes }: TypedLogin, fields: readonly DetectedField[]): boolean {
  const label = typed.kind === 'login' ? 'current-password' : 'new-password';
  const seen = boxes.filter((box) => obstacleOf(box) === null);
  if (typed.kind !== 'login' && seen.length > 0 && seen.every(({ value }) => value === '')) {
    return isComplaining(seen[0]);
  }
  if (seen.length > 0) return true;
  return fields.some((field) => field.label === label && obstacleOf(field.element) === null);
}

function isComplaining(box: HTMLInputElement | undefined): boolean {
  const place = box?.form ?? document;
  const wrong = place.querySelector('[aria-invalid=true], :user-invalid');
  if (wrong) return true;
  return [...document.querySelectorAll('[role=alert]')].some(
    (alert) => alert.checkVisibility() && alert.textContent?.trim() !== '',
  );
}

function answeredWithError(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.responseStatus >= 400;
}
