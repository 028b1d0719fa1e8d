import { pictureFile, textFile } from '../files.ts';
import type { PlanItem, PlanVault } from '../plan.ts';

/** Servers, networks and cloud accounts. The guest sees that this vault exists, and no more. */
export function infrastructureVault(): PlanVault {
  return {
    name: 'IT and infrastructure',
    kind: 'company',
    members: { main: 'admin', second: 'admin', guest: 'none' },
    items: [
      {
        name: 'Microsoft 365 administrator',
        login: 'admin@norrsund.example',
        url: 'https://login.microsoftonline.com',
        tags: ['cloud', 'admin'],
        colour: 1,
        favourite: true,
        fields: [
          {
            name: 'Code',
            type: 'totp',
            value:
              'otpauth://totp/Norrsund:admin?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Norrsund&algorithm=SHA256&digits=8&period=60',
          },
          { name: 'Recovery code', type: 'password', value: 'tern-gull-skua-4419' },
        ],
      },
      {
        name: 'GitHub (company)',
        login: 'norrsund-build',
        url: 'https://github.com/login',
        tags: ['cloud', 'build'],
        fields: [{ name: 'Code', type: 'totp', value: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' }],
        mark: 'github',
      },
      {
        name: 'GitHub (Ingrid)',
        login: 'isolberg',
        url: 'https://github.com/login',
        tags: ['cloud'],
      },
      {
        name: 'GitHub (robot)',
        login: 'norrsund-robot',
        url: 'https://github.com',
        tags: ['cloud', 'build'],
        fields: [{ name: 'Code', type: 'totp', value: 'abc' }],
      },
    ],
    folders: [
      {
        name: 'Servers',
        items: servers,
        folders: [
          {
            name: 'Gothenburg',
            items: gothenburg,
            folders: [{ name: 'Rack 7', items: rack }],
          },
        ],
      },
      { name: 'Network', items: network },
    ],
  };
}

const servers: PlanItem[] = [
  {
    name: 'Virtualisation cluster',
    login: 'root@pam',
    url: 'https://vm01.it.norrsund.example:8006/#v1:0:18:4:::::::',
    tags: ['server', 'admin'],
  },
  {
    name: 'Backup console',
    login: 'backup',
    url: 'https://backup.it.norrsund.example/ui/',
    tags: ['server'],
    fields: [
      { name: 'Encryption phrase', type: 'password', value: 'hawser capstan bollard fairlead' },
      { name: 'Retention', type: 'text', value: '35 days' },
      { name: 'Vendor reference', type: 'reference', value: 'kind of field that nobody knows' },
    ],
  },
  {
    name: 'Monitoring',
    login: 'watch',
    url: 'https://metrics.it.norrsund.example',
    tags: ['server', 'watch'],
    favourite: true,
  },
  {
    name: 'PostgreSQL: cargo',
    login: 'cargo_owner',
    url: 'postgres://db01.it.norrsund.example:5432/cargo',
    tags: ['database'],
    fields: [{ name: 'Read-only user', type: 'text', value: 'cargo_reader' }],
  },
  {
    name: 'SSH deploy key',
    login: 'deploy',
    password: null,
    url: null,
    tags: ['server'],
    fields: [{ name: 'Passphrase', type: 'password', value: 'lee shore, weather gauge' }],
    attachments: [textFile('known_hosts', 'vm01.it.norrsund.example ssh-ed25519 AAAAC3Nz\n')],
  },
];

const gothenburg: PlanItem[] = [
  {
    name: 'File server',
    login: 'NORRSUND\\administrator',
    url: 'smb://files.it.norrsund.example/plans',
    tags: ['server'],
  },
  {
    name: 'Printer room 2',
    login: 'admin',
    url: 'http://192.168.40.12/',
    tags: [],
  },
];

const rack: PlanItem[] = [
  {
    name: 'iDRAC vm01',
    login: 'root',
    url: 'https://192.168.44.21',
    tags: ['server', 'hardware'],
    attachments: [pictureFile('rack 7 front.png')],
  },
  { name: 'iDRAC vm02', login: 'root', url: 'https://192.168.44.22', tags: ['server', 'hardware'] },
  { name: 'Power strip', login: 'apc', url: 'http://192.168.44.5', tags: ['hardware'] },
];

const network: PlanItem[] = [
  {
    name: 'Firewall',
    login: 'admin',
    url: 'https://fw.it.norrsund.example:4444',
    tags: ['network', 'admin'],
    colour: 1,
  },
  {
    name: 'Wi-Fi controller',
    login: 'wifi-admin',
    url: 'https://wifi.it.norrsund.example/manage',
    tags: ['network'],
  },
  {
    name: 'Guest Wi-Fi',
    login: null,
    url: null,
    description: 'Changed every Monday.',
    tags: ['network'],
  },
  {
    name: 'Domain registrar',
    login: 'hostmaster@norrsund.example',
    url: 'https://account.registrar.example/sign-in',
    tags: ['network'],
    fields: [{ name: 'Transfer code', type: 'password', value: 'NX-77-TRANSFER-19' }],
  },
];
