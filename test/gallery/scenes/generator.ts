/** Making passwords. */
import { bad, fine, type Scene } from '../scene.ts';
import { free } from './steps.ts';

const generate = { press: '.frame-foot .icon-button:nth-of-type(3)' } as const;

export const generatorScenes = {
  generator: { acts: [generate] },
  'generator-managed': {
    answers: {
      managed: () =>
        fine({
          ...free,
          generatedPasswords: { minLength: 16, upper: true, digits: true, symbols: false },
        }),
    },
    acts: [generate],
  },
  'generator-words': {
    acts: [generate, { press: '.kinds label:nth-of-type(2) input' }],
  },
  'generator-pronounceable': {
    acts: [generate, { press: '.kinds label:nth-of-type(3) input' }],
  },
  'generator-copied': { acts: [generate, { press: '.screen-body .button.primary' }] },
  'generator-failed': {
    answers: { generate: () => bad('internal') },
    acts: [generate],
  },
} as const satisfies Record<string, Scene>;
