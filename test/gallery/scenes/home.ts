/** The home screen. */
import { manyRows, rows } from '../data.ts';
import { bad, findIn, fine, ready, type Scene } from '../scene.ts';

const building = { ...ready, phase: 'building', vaultsDone: 2, items: 12 } as const;
const offline = { ...ready, phase: 'failed', problem: 'offline' } as const;

export const homeScenes = {
  home: {},
  'home-down': { acts: [{ key: 'ArrowDown' }, { key: 'ArrowDown' }, { key: 'ArrowDown' }] },
  'home-no-match': { answers: { find: findIn(rows.slice(2), { site: 'news.example.org' }) } },
  'home-search': { acts: [{ type: 'admin' }] },
  'home-filtered': { acts: [{ type: 'vault:"Infrastructure" tag:prod color:2 ' }] },
  'home-pick-vault': { acts: [{ press: '.filter' }] },
  'home-pick-tag': { acts: [{ press: '.filter:nth-of-type(2)' }] },
  'home-pick-failed': {
    answers: { facets: () => bad('server-error') },
    acts: [{ press: '.filter:nth-of-type(3)' }],
  },
  'home-nothing-found': { acts: [{ type: 'zebra crossing' }] },
  'home-empty': {
    answers: { find: findIn([], { site: '', index: { ...ready, items: 0 } }) },
  },
  'home-building-first': {
    answers: { find: findIn([], { index: { ...building, vaultsDone: 0, items: 0 } }) },
  },
  'home-building': { answers: { find: findIn(rows.slice(0, 9), { index: building }) } },
  'home-offline': { answers: { find: findIn(rows, { index: offline }) } },
  'home-offline-empty': {
    answers: { find: findIn([], { site: '', index: { ...offline, items: 0 } }) },
  },
  'home-failed': { answers: { find: () => bad('server-error') } },
  'home-10000': { answers: { find: findIn(manyRows(10_000), { matching: 0 }) } },
  'home-copied': { acts: [{ key: 'c', ctrl: true }] },
  'home-copy-failed': {
    answers: { copy: () => bad('no-value') },
    acts: [{ key: 'c', ctrl: true }],
  },
  'home-fill-failed': {
    answers: { fill: () => bad('no-field') },
    acts: [{ key: 'Enter', ctrl: true }],
  },
  'home-keys': { acts: [{ key: 'F1' }] },
  'home-draft': {
    answers: {
      drafts: () =>
        fine([{ id: 'new', ref: null, name: 'Datev, second account', at: Date.now() - 60_000 }]),
    },
  },
} as const satisfies Record<string, Scene>;
