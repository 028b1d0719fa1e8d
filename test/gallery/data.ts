/** A believable company's items, in the scripts its people write. */

import type { InboxEntry } from '../../src/model/item.ts';
import type { ItemCan } from '../../src/model/item-can.ts';
import type { Editing, PlaceRow, Places } from '../../src/protocol/edit-calls.ts';
import type { ItemView } from '../../src/protocol/item-calls.ts';
import type { BrowseAnswer, FacetsAnswer, ItemRow } from '../../src/protocol/list-calls.ts';

type Line = readonly [name: string, login: string, host: string, path: string, colour?: number];

const lines: readonly Line[] = [
  ['GitHub – organisation owner', 'ops@northwind.example', 'github.com', 'Engineering / Code'],
  ['GitHub – release bot', 'northwind-release-bot', 'github.com', 'Engineering / Code', 4],
  ['AWS root account', 'aws-root@northwind.example', 'console.aws.amazon.com', 'Infrastructure', 1],
  ['Бухгалтерия: 1С:Предприятие', 'главбух', '1c.northwind.example', 'Finance'],
  ['请假系统 (HR)', '王小明', 'hr.northwind.example', 'People'],
  ['بوابة الموردين', 'المشتريات', 'suppliers.northwind.example', 'Finance / Suppliers'],
  ['Cloudflare', 'dns@northwind.example', 'dash.cloudflare.com', 'Infrastructure', 2],
  ['Coffee machine, 3rd floor', 'admin', '10.20.3.14', 'Office'],
  ['Datev', 'k.fischer', 'secure.datev.de', 'Finance'],
  ['Fastmail (postmaster)', 'postmaster@northwind.example', 'app.fastmail.com', 'Infrastructure'],
  ['Figma', 'design@northwind.example', 'www.figma.com', 'Design', 6],
  ['Firewall, Vienna office', 'netadmin', 'fw-vie.northwind.example', 'Infrastructure / Network'],
  ['Grafana', 'admin', 'grafana.northwind.example', 'Infrastructure / Monitoring', 5],
  ['Hetzner Robot', 'K1029384756', 'robot.hetzner.com', 'Infrastructure'],
  [
    'Internal certificate authority: offline root key ceremony, safe 2, envelope 7 (two people needed)',
    'ceremony-officer-with-a-remarkably-long-login@northwind.example',
    'ca.northwind.example',
    'Infrastructure / Keys',
    1,
  ],
  ['Jira service account', 'svc-jira', 'northwind.atlassian.net', 'Engineering'],
  ['Kubernetes dashboard', '', 'k8s.northwind.example', 'Engineering / Clusters'],
  ['LinkedIn company page', 'marketing@northwind.example', 'www.linkedin.com', 'Marketing', 3],
  ['Mailchimp', 'newsletter@northwind.example', 'login.mailchimp.com', 'Marketing'],
  ['Матрица: сервер чата', 'администратор', 'matrix.northwind.example', 'Infrastructure'],
  ['NAS – backup', 'backup', 'nas.northwind.example', 'Office'],
  ['npm publish token', 'northwind', 'www.npmjs.com', 'Engineering / Code', 4],
  ['Printer Kyocera 2554ci', 'admin', '10.20.3.30', 'Office'],
  ['PostgreSQL production', 'postgres', '', 'Engineering / Databases', 1],
  ['ルーター管理画面', 'admin', '192.168.1.1', 'Office'],
  ['SAP Concur', 'travel@northwind.example', 'www.concursolutions.com', 'Finance'],
  ['Sentry', 'dev@northwind.example', 'sentry.io', 'Engineering'],
  ['Slack – workspace owner', 'ops@northwind.example', 'northwind.slack.com', 'People'],
  ['Stripe', 'billing@northwind.example', 'dashboard.stripe.com', 'Finance', 2],
  ['VPN, emergency account', 'break-glass', 'vpn.northwind.example', 'Infrastructure / Network', 1],
  ['Wi-Fi guests', 'Northwind-Guest', '', 'Office'],
  ['', 'unnamed@northwind.example', '', 'Office'],
];

export const rows: readonly ItemRow[] = lines.map(([name, login, host, path, colour], index) => ({
  id: `item-${index}`,
  shortcutId: index === 6 ? 'shortcut-6' : null,
  name,
  login,
  host,
  colour: colour ?? 0,
  favourite: index === 0 || index === 12,
  path: path.split(' / '),
}));

/** As many rows as asked for, the same ones over again. */
export function manyRows(count: number): ItemRow[] {
  return Array.from({ length: count }, (_, index) => {
    const row = rows[index % rows.length];
    if (row === undefined) throw new Error('no rows');
    return { ...row, id: `item-${index}`, name: `${row.name} ${index + 1}` };
  });
}

const plainField = { empty: false, unreadable: false };

const can: ItemCan = {
  edit: true,
  favourite: true,
  attach: true,
  detach: true,
  share: ['hour', 'day', 'week', 'forever'],
  move: 'anywhere',
  duplicate: true,
  remove: true,
  history: false,
  page: true,
};

export const item: ItemView = {
  can,
  ref: { kind: 'item', id: 'item-0' },
  name: 'GitHub – organisation owner',
  login: 'ops@northwind.example',
  urls: ['https://github.com/login', 'https://github.com/enterprises/northwind/settings'],
  description:
    'Owner of the organisation. Use only for billing and for adding members.\n\nRecovery codes: envelope 4 in the safe. <b>Not bold</b> on purpose.',
  tags: ['code', 'critical', 'two people'],
  colour: 4,
  favourite: true,
  path: ['Engineering', 'Code', 'Owners'],
  passwordChangedAt: 1_767_225_600,
  password: 'present',
  fields: [
    { name: 'One-time code', type: 'totp', value: null, ...plainField },
    { name: 'Billing contact', type: 'text', value: 'finance@northwind.example', ...plainField },
    { name: 'Recovery key', type: 'password', value: null, ...plainField },
  ],
  attachments: [
    { id: 'file-1', name: 'recovery-codes.txt' },
    { id: 'file-2', name: 'Vertrag Github Enterprise 2026 – unterschrieben (Kopie 2).pdf' },
  ],
};

const placeRows: readonly PlaceRow[] = [
  'Design',
  'Engineering',
  'Engineering / Clusters',
  'Engineering / Code',
  'Engineering / Code / Owners',
  'Finance',
  'Finance / Suppliers',
  'Infrastructure',
  'Infrastructure / Keys',
  'Infrastructure / Network',
  'Бухгалтерия',
  'Katharina',
].map((path, at, all) => {
  const names = path.split(' / ');
  return {
    vaultId: `vault-${all.indexOf(names[0] ?? '')}`,
    folderId: names.length === 1 ? null : `folder-${at}`,
    path: names,
    kind: names[0] === 'Katharina' ? 'private' : 'company',
  };
});

export const places: Places = { all: placeRows, last: placeRows.slice(4, 5) };

export const newEditing: Editing = {
  id: 'new',
  ref: null,
  form: {
    place: null,
    name: '',
    login: '',
    password: '',
    urls: [],
    description: '',
    tags: [],
    colour: 0,
    fields: [],
  },
  stored: { password: 'empty', fields: [] },
  conflicts: [],
  manyUrls: false,
  leftAt: null,
};

export const editing: Editing = {
  ...newEditing,
  id: 'item:item-0',
  ref: item.ref,
  form: {
    place: null,
    name: item.name,
    login: item.login,
    password: null,
    urls: item.urls.slice(0, 1),
    description: item.description,
    tags: item.tags,
    colour: item.colour,
    fields: item.fields.map(({ name, type, value }, from) => ({ from, name, type, value })),
  },
  stored: { password: 'present', fields: ['present', 'present', 'present'] },
};

export const brokenItem: ItemView = {
  ...item,
  ref: { kind: 'shortcut', id: 'shortcut-6' },
  name: 'Бухгалтерия: 1С:Предприятие, доступ главного бухгалтера и его заместителя',
  login: '',
  urls: ['ldap://directory.northwind.example', 'javascript:alert(1)'],
  description: '',
  tags: ['бухгалтерия'],
  colour: 0,
  favourite: false,
  path: ['財務部', 'بوابة', 'Бухгалтерия'],
  password: 'unreadable',
  fields: [
    { name: '', type: 'password', value: null, empty: false, unreadable: true },
    { name: 'PIN', type: 'password', value: null, empty: true, unreadable: false },
    { name: 'Код', type: 'totp', value: null, ...plainField },
    { name: 'ملاحظة', type: 'text', value: 'الطابق الثالث، مكتب ١٢', ...plainField },
  ],
  attachments: [],
};

export const inboxRows: readonly InboxEntry[] = [
  { id: 'in-1', name: 'VPN for the audit', login: 'auditor-7', viewed: false },
  { id: 'in-2', name: 'Ключ от серверной', login: '', viewed: false },
  { id: 'in-3', name: 'Hotel Wi-Fi, offsite Graz', login: 'northwind', viewed: true },
  { id: 'in-4', name: '', login: 'temp@northwind.example', viewed: true },
];

export const facets: FacetsAnswer = {
  vaults: [
    { id: 'v1', name: 'Design', kind: 'company', count: 14 },
    { id: 'v2', name: 'Engineering', kind: 'company', count: 1_204 },
    { id: 'v3', name: 'Finance', kind: 'company', count: 88 },
    { id: 'v4', name: 'Infrastructure', kind: 'company', count: 12_310 },
    {
      id: 'v5',
      name: 'Отдел продаж и связи с общественностью (Москва)',
      kind: 'company',
      count: 0,
    },
    { id: 'v6', name: 'بوابة', kind: 'company', count: 7 },
    { id: 'v7', name: 'Katharina Fischer', kind: 'private', count: 31 },
  ],
  tags: [
    { name: 'prod', count: 610 },
    { name: 'two people', count: 44 },
    { name: 'бухгалтерия', count: 12 },
    { name: 'legacy', count: 3 },
  ],
  colours: [
    { colour: 1, count: 4 },
    { colour: 2, count: 2 },
    { colour: 4, count: 12 },
  ],
};

export const browsed: Pick<BrowseAnswer, 'path' | 'folders'> = {
  path: [
    { folderId: null, name: 'Infrastructure' },
    { folderId: 'f1', name: 'Network' },
    { folderId: 'f2', name: 'Offices' },
  ],
  folders: [
    { id: 'f3', name: 'Graz', count: 12 },
    { id: 'f4', name: 'Москва', count: 120 },
    { id: 'f5', name: 'Vienna', count: 0 },
  ],
};
