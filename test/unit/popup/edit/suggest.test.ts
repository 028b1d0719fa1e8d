import { expect, it } from 'vitest';
import { suggest } from '../../../../src/popup/screens/edit/tags.tsx';

const known = ['production', 'Project X', 'old project', 'finance'];

it.each([
  ['', [], []],
  ['pro', [], ['production', 'Project X', 'old project']],
  ['PROJ', [], ['Project X', 'old project']],
  ['pro', ['production'], ['Project X', 'old project']],
  ['(', [], []],
])('%j beside %j is completed to %j', (typed, chosen, found) => {
  expect(suggest(known, chosen, typed)).toEqual(found);
});
