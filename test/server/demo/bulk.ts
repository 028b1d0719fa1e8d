import type { Random } from '../state/random.ts';
import type { PlanItem } from './plan.ts';

const kinds = [
  'Reefer unit',
  'Tank sensor',
  'Gate camera',
  'Container yard',
  'Quay scale',
  'Датчик',
  '集装箱',
  'حاوية',
] as const;
const places = ['Gothenburg', 'Hamburg', 'Rotterdam', 'Gdynia', 'Busan', 'Piraeus'] as const;
const tags = ['fleet', 'sensor', 'gate', 'spare'] as const;

/** One of the many items that `--items` adds; `number` counts from 1. */
export function bulkItem(number: number, random: Random): PlanItem {
  const label = String(number).padStart(6, '0');
  const place = random.pick(places);
  return {
    name: `${random.pick(kinds)} ${label} ${place}`,
    login: `unit-${label}`,
    url: `https://unit-${label}.${place.toLowerCase()}.fleet.norrsund.example/login`,
    description: `Installed in ${place}, slot ${random.number(900)}.`,
    tags: [random.pick(tags)],
    colour: random.number(6),
  };
}

export const bulkFolderSize = 500;
