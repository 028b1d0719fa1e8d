/** An item, and what can be done with it. */
import { brokenItem, item, rows } from '../data.ts';
import { bad, fine, never, type Scene } from '../scene.ts';
import { free, openFirst } from './steps.ts';

const large = { press: '.value .icon-button:nth-last-of-type(3)' } as const;

export const itemScenes = {
  item: { acts: openFirst },
  'item-revealed': { acts: [...openFirst, { press: '.value .icon-button[aria-pressed]' }] },
  'item-fill-rule': { answers: { itemRule: () => fine('starts-with') }, acts: openFirst },
  'item-no-reveal': {
    answers: { managed: () => fine({ ...free, revealAllowed: false }) },
    acts: openFirst,
  },
  'item-same-passwords': {
    answers: {
      // Short, so that it is seen without scrolling.
      open: () =>
        fine({ ...item, urls: [], fields: [], tags: [], description: '', attachments: [] }),
      health: () =>
        fine({
          strength: 'weak',
          same: [...rows.slice(2, 4), ...rows.slice(14, 15)],
          sameTotal: 3,
          compared: 41,
        }),
    },
    acts: [...openFirst, { wait: '.same-passwords' }],
  },
  'item-draft': {
    answers: {
      drafts: () => fine([{ id: 'd', ref: item.ref, name: item.name, at: Date.now() - 60_000 }]),
    },
    acts: openFirst,
  },
  'item-loading': { answers: { open: never }, acts: openFirst },
  'item-gone': { answers: { open: () => bad('not-found') }, acts: openFirst },
  'item-unreadable': {
    answers: { open: () => fine(brokenItem), code: () => bad('unreadable') },
    acts: openFirst,
  },
  'item-long-notes': {
    answers: {
      open: () => fine({ ...brokenItem, description: 'Line of a very long note. '.repeat(400) }),
    },
    acts: openFirst,
  },
  'item-large': { acts: [...openFirst, large] },
  'item-qr': { acts: [...openFirst, large, { press: '.large .button' }] },
  'item-acts': { acts: [...openFirst, { press: '.acts .act:nth-of-type(1)' }] },
  'item-shared': {
    acts: [
      ...openFirst,
      { press: '.acts .act:nth-of-type(1)' },
      { press: '.act-panel .button.primary' },
    ],
  },
  'item-move': { acts: [...openFirst, { press: '.acts .act:nth-of-type(2)' }] },
  'item-history': {
    answers: {
      open: () => fine({ ...item, can: { ...item.can, history: true, favourite: false } }),
    },
    acts: [...openFirst, { press: '.acts .act:nth-of-type(1)' }],
  },
  'item-detach': {
    acts: [...openFirst, { press: '.value > svg:first-child ~ .icon-button:last-child' }],
  },
  'item-removing': { acts: [...openFirst, { press: '.acts .act.danger' }] },
  'item-remove-failed': {
    answers: {
      removals: () =>
        fine([{ ref: item.ref, name: item.name, due: Date.now(), problem: 'denied' }]),
    },
  },
} as const satisfies Record<string, Scene>;
