/** The settings. */
import { bad, fine, type Scene } from '../scene.ts';
import { free, setUp } from './steps.ts';

export const optionsScenes = {
  options: { page: 'options' },
  'options-sites-locked': { page: 'options', answers: { sites: () => bad('locked') } },
  'options-site-refused': {
    page: 'options',
    answers: { setSite: () => bad('invalid-input') },
    acts: [{ into: 'site', text: 'not a site' }, { press: '.sites form button' }],
  },
  'options-not-set-up': { page: 'options', answers: { ...setUp, accounts: () => fine([]) } },
  'options-managed': {
    page: 'options',
    answers: {
      managed: () =>
        fine({ ...free, settings: ['lockAfterMinutes', 'offerInPage'], pinAllowed: false }),
    },
  },
  'options-pin': {
    page: 'options',
    acts: [
      { press: 'form.setting button' },
      { into: 'pin', text: '123' },
      { press: 'form.setting .acts button' },
    ],
  },
  'options-challenges': { page: 'options', acts: [{ press: '#challenges' }] },
  'options-sign-out': { page: 'options', acts: [{ press: '#accounts .setting > .button' }] },
  'options-report': { page: 'options', acts: [{ press: '#diagnostics .button' }] },
} as const satisfies Record<string, Scene>;
