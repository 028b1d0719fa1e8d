/** What colleagues have sent. */
import { bad, fine, never, type Scene } from '../scene.ts';

export const inboxScenes = {
  inbox: { acts: [{ press: '.frame-foot .icon-button:nth-of-type(2)' }] },
  'inbox-empty': {
    answers: { inbox: () => fine([]) },
    acts: [{ press: '.frame-foot .icon-button:nth-of-type(2)' }],
  },
  'inbox-loading': {
    answers: { inbox: never },
    acts: [{ press: '.frame-foot .icon-button:nth-of-type(2)' }],
  },
  'inbox-failed': {
    answers: { inbox: () => bad('timeout') },
    acts: [{ press: '.frame-foot .icon-button:nth-of-type(2)' }],
  },
} as const satisfies Record<string, Scene>;
