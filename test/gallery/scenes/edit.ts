/** Writing an item. */
import type { Editing } from '../../../src/protocol/edit-calls.ts';
import { editing, places } from '../data.ts';
import { bad, fine, never, type Scene } from '../scene.ts';
import { openFirst } from './steps.ts';

const edit = { press: '.frame-head .icon-button:nth-of-type(2)' } as const;
const newItem = { press: '.frame-head > .icon-button:nth-last-of-type(2)' } as const;
const save = { press: '.frame-foot .button.primary' } as const;
const conflicting: Editing = {
  ...editing,
  form: { ...editing.form, name: 'GitHub, renamed' },
  leftAt: Date.now(),
  conflicts: [
    { what: 'name', theirs: { name: 'GitHub (Northwind)' } },
    { what: 'password', theirs: { password: null } },
    { what: 'description', theirs: { description: 'Ask Katharina first.\n\nNew line.' } },
    {
      what: 'field',
      at: 1,
      theirs: { from: 1, name: 'Billing contact', type: 'text', value: 'ap@northwind.example' },
    },
    { what: 'field', at: 2, theirs: null },
  ],
};

export const editScenes = {
  edit: { acts: [...openFirst, edit] },
  'edit-loading': { answers: { edit: never }, acts: [...openFirst, edit] },
  'edit-failed': { answers: { edit: () => bad('offline') }, acts: [...openFirst, edit] },
  'edit-denied': {
    answers: { save: () => bad('denied') },
    acts: [...openFirst, edit, { into: 'name', text: 'GitHub, renamed' }, save],
  },
  'edit-unsure': {
    answers: { save: () => bad('unknown-outcome') },
    acts: [...openFirst, edit, { into: 'name', text: 'GitHub, renamed' }, save],
  },
  'edit-leave': {
    acts: [
      ...openFirst,
      edit,
      { into: 'name', text: 'GitHub, renamed' },
      { press: '.frame-head .icon-button' },
    ],
  },
  'edit-left': {
    answers: { edit: () => fine({ ...editing, leftAt: Date.now() - 180_000 }) },
    acts: [...openFirst, edit],
  },
  'edit-fields': {
    answers: {
      edit: () =>
        fine({
          ...editing,
          form: {
            ...editing.form,
            fields: [
              ...editing.form.fields,
              { from: null, name: 'Код', type: 'totp', value: 'not base32!' },
              { from: null, name: 'كلمة المرور', type: 'password', value: 'x' },
              { from: 3, name: '', type: 'text', value: null },
              { from: null, name: 'SSH', type: 'ssh-key', value: null },
            ],
          },
          stored: {
            password: 'unreadable',
            fields: ['present', 'present', 'present', 'unreadable'],
          },
        }),
    },
    acts: [...openFirst, edit],
  },
  'edit-conflict': {
    answers: {
      save: () => fine({ state: 'conflict', editing: conflicting }),
    },
    acts: [...openFirst, edit, { into: 'name', text: 'GitHub, renamed' }, save],
  },
  'new-item': { acts: [newItem] },
  'new-item-missing': { acts: [newItem, save] },
  'new-item-places': { acts: [newItem, { press: '[name=place]' }] },
  'new-item-no-places': {
    answers: { places: () => bad('offline') },
    acts: [newItem],
  },
  'new-item-last-place': {
    answers: { places: () => fine({ ...places, last: [] }) },
    acts: [newItem],
  },
} as const satisfies Record<string, Scene>;
