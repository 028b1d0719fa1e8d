/** The question whether to save a login. */
import type { SaveQuestion } from '../../../src/protocol/save-calls.ts';
import { places, rows } from '../data.ts';
import { bad, fine, type Scene } from '../scene.ts';

const question: SaveQuestion = {
  id: 'typed',
  kind: 'login',
  site: 'github.com',
  url: 'https://github.com',
  generated: false,
  draft: { name: 'github.com', login: 'katharina.fischer', place: null },
  matches: [],
  same: 0,
  unsure: false,
};

const submit = { press: 'button[type=submit]' } as const;
// A press before would be answered otherwise.
const placesKnown = { wait: '.field.place .chevron' } as const;

export const saveScenes = {
  save: { answers: { saveQuestion: () => fine(question) } },
  'save-no-place': {
    answers: {
      saveQuestion: () => fine(question),
      places: () => fine({ all: places.all, last: [] }),
    },
    acts: [placesKnown, submit],
  },
  'save-failed': {
    answers: { saveQuestion: () => fine(question), saveTyped: () => bad('offline') },
    acts: [placesKnown, submit],
  },
  'save-unsure': { answers: { saveQuestion: () => fine({ ...question, unsure: true }) } },
  'save-update': {
    answers: {
      saveQuestion: () => fine({ ...question, kind: 'change', matches: rows.slice(0, 7), same: 1 }),
    },
  },
  'save-long': {
    answers: {
      saveQuestion: () =>
        fine({
          ...question,
          generated: true,
          site: `${'a-very-long-name-of-a-host.'.repeat(6)}example`,
          draft: { ...question.draft, name: 'n'.repeat(200), login: 'l'.repeat(200) },
        }),
    },
  },
} as const satisfies Record<string, Scene>;
