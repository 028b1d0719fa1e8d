import { documentFile } from '../files.ts';
import type { PlanItem, PlanVault } from '../plan.ts';

/** Banks, customs and insurers. */
export function financeVault(): PlanVault {
  return {
    name: 'Finance and customs',
    kind: 'company',
    members: { main: 'write', second: 'read' },
    items: [
      {
        name: 'Invoice portal',
        login: 'accounts@norrsund.example',
        url: 'https://invoices.ledgerline.example/login',
        tags: ['finance', 'daily'],
        colour: 2,
      },
      {
        name: null,
        login: 'ledger-export',
        url: 'https://export.ledgerline.example',
        tags: ['finance'],
      },
    ],
    folders: [
      { name: 'Banks', items: banks },
      { name: 'Customs', items: customs, folders: [{ name: 'Archive 2019', items: archive }] },
    ],
  };
}

const banks: PlanItem[] = [
  {
    name: 'House bank',
    login: '5560-4471',
    url: 'https://business.skargardsbanken.example/inloggning',
    description: 'Two people sign every payment above 50 000 kr.',
    tags: ['finance', 'bank'],
    colour: 1,
    favourite: true,
    fields: [
      { name: 'Customer number', type: 'text', value: '88 4120 77' },
      { name: 'Card PIN', type: 'password', value: '7719' },
      { name: 'Code', type: 'totp', value: 'KRSXG5CTMVRXEZLUKN2XAZLSONSWG4TF' },
    ],
    mark: 'bank',
  },
  {
    name: 'Banque de fret — paiements',
    login: 'trésorerie',
    url: 'https://paiements.banque-de-fret.example',
    description: 'Éviter le vendredi après 16 h.',
    tags: ['finance', 'bank'],
  },
  {
    name: 'Fuel cards',
    login: 'norrsund-fuel',
    url: 'https://cards.bunker-fuel.example/portal',
    tags: ['finance'],
  },
];

const customs: PlanItem[] = [
  {
    name: 'Customs declarations',
    login: 'SE556044711901',
    url: 'https://declare.tullverket-portal.example/auth/login',
    tags: ['customs', 'daily'],
    colour: 3,
    fields: [{ name: 'Signing phrase', type: 'password', value: 'Klippan står stadig' }],
    mark: 'customs',
  },
  {
    name: 'Zoll-Portal Österreich',
    login: 'norrsund-at',
    url: 'https://zoll-österreich.example/anmelden',
    tags: ['customs'],
  },
  {
    name: 'Insurance: hull and cargo',
    login: 'claims@norrsund.example',
    url: 'https://members.hull-mutual.example',
    tags: ['insurance'],
    attachments: [documentFile('Policy 2025.pdf', 'Hull and cargo')],
  },
];

const archive: PlanItem[] = [
  {
    name: 'Old customs terminal',
    login: 'tdx2',
    url: 'http://tdx.customs-old.example',
    description: 'Switched off in 2019; kept for the auditors.',
    tags: ['customs', 'archive'],
    colour: 0,
  },
];
