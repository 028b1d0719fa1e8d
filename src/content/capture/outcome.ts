import type { Left } from '../../protocol/capture-calls.ts';
import type { Answers } from './answers.ts';

/** Whether what was typed was sent, and whether it seems to have worked. */
export type Outcome = {
  /** It was sent, maybe once more: nobody types a password again after a failed connection. */
  send(): void;
  /** The user turned away from the form. */
  letBe(): void;
  /** The user does something. True where it had worked by then: a form that comes from here on may be one that the user wants. */
  goOn(): boolean;
  /** How the document is left; null where it had worked before. */
  end(): Left | null;
  stop(): void;
};

type Dependencies = {
  readonly answers: Answers;
  readonly alive: () => boolean;
  /** The document still asks for what was typed. */
  readonly isAsked: () => boolean;
  /** The document asks again. */
  readonly isBack: () => boolean;
  /** It seems to have worked, and then, after all, not yet: many a page hides its form while it waits. */
  readonly tell: (what: 'worked' | 'returned') => void;
};

/** When a form that stays in its document is looked at after it was sent, in ms. No polling: then it ends. */
const looks = [400, 1_200, 3_000, 7_000, 15_000];
/** Milliseconds from the answer to a request of the page to what the page makes of it. */
const afterAnswer = 300;
/** A form that still stands this long after an answer, in ms, was not taken. */
const standsFor = 2_000;

export function createOutcome({ answers, alive, isAsked, isBack, tell }: Dependencies): Outcome {
  let isSent = false;
  let hasWorked = false;
  let timers: ReturnType<typeof setTimeout>[] = [];

  function look(): void {
    if (!isSent || !alive()) return;
    if (hasWorked) {
      if (!isBack()) return;
      hasWorked = false;
      tell('returned');
    } else if (!answers.refused() && !isAsked()) {
      hasWorked = true;
      tell('worked');
    }
  }

  function rest(): void {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
    answers.stop();
  }

  return {
    send() {
      rest();
      isSent = true;
      timers = looks.map((wait) => setTimeout(look, wait));
      answers.watch(() => timers.push(setTimeout(look, afterAnswer)));
    },
    letBe() {
      isSent = false;
    },
    goOn() {
      if (hasWorked) look();
      return hasWorked;
    },
    end() {
      if (hasWorked) return null;
      if (!isSent) return 'unsent';
      const age = answers.age();
      const stood = answers.refused() || (age !== null && age > standsFor && isAsked());
      return stood ? 'stood' : 'sent';
    },
    stop() {
      rest();
      isSent = false;
      hasWorked = false;
    },
  };
}
