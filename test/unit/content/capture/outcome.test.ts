/** When a form that was sent is looked at, and what is said of it then. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createOutcome } from '../../../../src/content/capture/outcome.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const page = { asks: true, refused: false, age: null as number | null, alive: true };
  const told: string[] = [];
  let answered = () => undefined as unknown;
  const outcome = createOutcome({
    answers: {
      watch(onAnswer) {
        answered = onAnswer;
      },
      refused: () => page.refused,
      age: () => page.age,
      stop: () => undefined,
    },
    alive: () => page.alive,
    isAsked: () => page.asks,
    isBack: () => page.asks,
    tell: (what) => void told.push(what),
  });
  return { page, told, outcome, answer: () => answered() };
}

it('says once that the form is gone', () => {
  const { page, told, outcome } = setUp();
  outcome.send();
  page.asks = false;
  vi.advanceTimersByTime(399);
  expect(told).toEqual([]);
  vi.runAllTimers();
  expect(told).toEqual(['worked']);
});

it('looks for the last time after fifteen seconds', () => {
  const { page, told, outcome } = setUp();
  outcome.send();
  vi.advanceTimersByTime(14_900);
  page.asks = false;
  vi.runAllTimers();
  expect(told).toEqual(['worked']);

  const late = setUp();
  late.outcome.send();
  vi.advanceTimersByTime(15_100);
  late.page.asks = false;
  vi.runAllTimers();
  expect(late.told).toEqual([]);
  // The server took its time: a look follows each answer.
  late.answer();
  vi.runAllTimers();
  expect(late.told).toEqual(['worked']);
});

it('looks anew where it is sent again', () => {
  const { page, told, outcome } = setUp();
  outcome.send();
  vi.advanceTimersByTime(60_000);
  outcome.send();
  page.asks = false;
  vi.runAllTimers();
  expect(told).toEqual(['worked']);
});

it('believes no form that is gone after an answer that refuses', () => {
  const { page, told, outcome } = setUp();
  outcome.send();
  Object.assign(page, { asks: false, refused: true });
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual([]);
  page.refused = false;
  vi.runAllTimers();
  expect(told).toEqual(['worked']);
});

it('says that the form is back, and that it is gone again', () => {
  const { page, told, outcome } = setUp();
  outcome.send();
  page.asks = false;
  vi.advanceTimersByTime(400);
  // What the next page asks for and does not get says nothing of the login.
  Object.assign(page, { asks: true, refused: true });
  vi.advanceTimersByTime(800);
  Object.assign(page, { asks: false, refused: false });
  vi.runAllTimers();
  expect(told).toEqual(['worked', 'returned', 'worked']);
});

it('looks at what came back before the user goes on in it, and at nothing after', () => {
  const { page, told, outcome } = setUp();
  expect(outcome.goOn()).toBe(false);
  outcome.send();
  page.asks = false;
  vi.advanceTimersByTime(400);
  expect(outcome.goOn()).toBe(true);
  page.asks = true;
  expect(outcome.goOn()).toBe(false);
  outcome.stop();
  page.asks = false;
  vi.runAllTimers();
  expect(told).toEqual(['worked', 'returned']);
});

it('is silent without the extension', () => {
  const { page, told, outcome } = setUp();
  outcome.send();
  Object.assign(page, { asks: false, alive: false });
  vi.runAllTimers();
  expect(told).toEqual([]);
});

it.each([
  ['nothing was sent', 'unsent', {}, false],
  ['the user turned away from it', 'unsent', { turned: true }, true],
  ['no answer came', 'sent', {}, true],
  ['the answer has just come', 'sent', { age: 100 }, true],
  ['the form stood long after the answer', 'stood', { age: 2_100 }, true],
  ['the form was taken', 'sent', { age: 2_100, asks: false }, true],
  ['the answer refused', 'stood', { age: 100, refused: true }, true],
] as const)('is left where %s as %s', (_, how, some, isSent) => {
  const { page, outcome } = setUp();
  if (isSent) outcome.send();
  if ('turned' in some) outcome.letBe();
  Object.assign(page, some);
  expect(outcome.end()).toBe(how);
});

it('is left without a word where it has worked', () => {
  const { page, outcome } = setUp();
  outcome.send();
  page.asks = false;
  vi.advanceTimersByTime(400);
  expect(outcome.end()).toBeNull();
});
