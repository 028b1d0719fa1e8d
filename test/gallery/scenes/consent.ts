/** What waits for a yes. */
import { rows } from '../data.ts';
import { bad, fine, type Scene, wish } from '../scene.ts';
import { openFirst } from './steps.ts';

export const consentScenes = {
  consent: {
    answers: { fill: () => bad('address-changed') },
    acts: [...openFirst, { press: '.item-acts button' }],
  },
  'consent-address-changed': {
    answers: {
      fill: () => bad('address-changed'),
      wish: () => fine({ ...wish, addressChanged: true, site: 'github-login.example' }),
    },
    acts: [...openFirst, { press: '.item-acts button' }],
  },
  'consent-sends-elsewhere': {
    answers: {
      fill: () => bad('sends-elsewhere'),
      wish: () => fine({ ...wish, destinations: ['https://collect.example'] }),
    },
    acts: [...openFirst, { press: '.item-acts button' }],
  },
  challenge: {},
  'challenge-exposed': {
    answers: {
      challenge: () =>
        fine({
          site: 'printer.northwind.example',
          realm: '',
          exposed: true,
          mayRemember: true,
          rows: rows.slice(0, 1),
        }),
      answerChallenge: () => bad('offline'),
    },
  },
  'challenge-over': { answers: { challenge: () => fine(null) } },
} as const satisfies Record<string, Scene>;
