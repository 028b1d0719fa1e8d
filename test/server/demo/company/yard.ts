import { pictureFile } from '../files.ts';
import type { PlanItem, PlanVault } from '../plan.ts';

/** The engineering yard. Its vault is older than version 5.4. */
export function yardVault(): PlanVault {
  return {
    name: 'Yard (since 2016)',
    kind: 'company',
    members: { main: 'admin', second: 'write' },
    old: true,
    items: [
      {
        name: 'Time clock',
        login: 'foreman',
        url: 'https://time.yard.norrsund.example/login.php',
        tags: ['yard', 'daily'],
      },
    ],
    folders: [
      { name: 'Drawings', items: drawings, folders: [{ name: 'Suppliers', items: suppliers }] },
      { name: 'Machines', items: machines },
    ],
  };
}

const longNote = Array.from(
  { length: 220 },
  (_, index) => `Step ${index + 1}: check gauge ${(index * 7) % 40} and write the value down.`,
).join('\n');

const drawings: PlanItem[] = [
  {
    name: 'CAD licences',
    login: 'yard@norrsund.example',
    url: 'https://licences.hullform-cad.example',
    tags: ['yard', 'licence'],
  },
  {
    name: 'Drawing archive',
    login: 'archive',
    url: 'https://drawings.yard.norrsund.example/',
    tags: ['yard'],
    attachments: [pictureFile('Søknad – tegning №7.png')],
  },
];

const suppliers: PlanItem[] = [
  {
    name: 'Steel supplier',
    login: 'norrsund-steel',
    url: 'https://shop.baltic-steel.example/account/login',
    tags: ['supplier'],
  },
  {
    name: 'Ναυπηγικά Πειραιά',
    login: 'norrsund.gr',
    url: 'https://parts.piraeus-marine.example',
    tags: ['supplier'],
  },
  { name: 'Paint shop', login: 'yard', url: 'shop.marine-paint.example/login', tags: ['supplier'] },
];

const machines: PlanItem[] = [
  {
    name: 'Plasma cutter controller',
    login: 'operator',
    url: 'http://10.20.0.14:8080/panel',
    description: longNote,
    tags: ['machine'],
    fields: [
      { name: 'Service menu', type: 'password', value: '00-00-41' },
      { name: '', type: 'text', value: '' },
    ],
  },
  { name: 'Crane 3', login: 'crane', password: '', url: null, tags: ['machine'] },
  {
    name: 'Dry dock pumps',
    login: 'pumps',
    url: 'https://pumps.yard.norrsund.example:10443',
    tags: ['machine', 'watch'],
    colour: 1,
  },
];
