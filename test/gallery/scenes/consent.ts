/** What waits for a yes. */
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
} as const satisfies Record<string, Scene>;
