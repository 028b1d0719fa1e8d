import type { SiteAccount } from '../accounts.ts';
import { documentFile, textFile } from '../files.ts';
import type { PlanItem, PlanVault } from '../plan.ts';

/** Ports, ships and the people on watch; also the logins of the demo site. */
export function operationsVault(
  site: string,
  accounts: readonly [SiteAccount, SiteAccount, SiteAccount],
): PlanVault {
  const [ingrid, admin, kiosk] = accounts;
  return {
    name: 'Operations',
    kind: 'company',
    members: { main: 'admin', second: 'write', guest: 'read' },
    items: [
      {
        name: 'Intranet',
        login: ingrid.login,
        password: ingrid.password,
        url: `${site}/login`,
        description: 'Own account. The planning board opens on the first page.',
        tags: ['intranet', 'daily'],
        colour: 2,
        favourite: true,
        mark: 'intranet',
      },
      {
        name: 'Intranet (duty administrator)',
        login: admin.login,
        password: admin.password,
        url: `${site}/login`,
        description: 'Asks for a code after the password. Shared by the watch.',
        tags: ['intranet', 'watch'],
        colour: 1,
        fields: [
          { name: 'One-time code', type: 'totp', value: admin.codeSecret ?? '' },
          { name: 'Owner', type: 'text', value: 'Watch leader' },
        ],
        mark: 'intranet-admin',
      },
      {
        name: 'Intranet (yard kiosk)',
        login: kiosk.login,
        password: kiosk.password,
        url: site.replace(/^http:\/\//, ''),
        tags: ['intranet'],
      },
    ],
    folders: [
      {
        name: 'Ports',
        items: [
          {
            name: 'Port community system',
            login: 'norrsund-agency',
            url: 'https://portal.portbase-nord.example/login',
            tags: ['port', 'daily'],
            colour: 3,
            favourite: true,
            fields: [{ name: 'Agent code', type: 'text', value: 'NRSD-0417' }],
          },
          {
            name: 'Berth booking Gothenburg',
            login: 'berths@norrsund.example',
            url: 'https://berths.gothenburg-harbour.example:8443/',
            tags: ['port'],
          },
        ],
        folders: [
          {
            name: 'Northern Europe',
            items: northern,
            folders: [{ name: 'Pilots', items: pilots }],
          },
          { name: 'Asia and Gulf', items: faraway },
        ],
      },
      { name: 'Vessels', items: vessels },
    ],
  };
}

const northern: PlanItem[] = [
  {
    name: 'Hamburg vessel registration',
    login: 'norrsund',
    url: 'https://melden.hafen-hamburg.example',
    tags: ['port', 'germany'],
  },
  {
    name: 'Rotterdam gate',
    login: 'gate-norrsund',
    url: 'gate.rotterdam-terminals.example',
    description: 'Stored without a scheme on purpose: that is how the terminal prints it.',
    tags: ['port'],
  },
  {
    name: 'Портовая служба Мурманск',
    login: 'агент.норсунд',
    url: 'https://порт-мурманск.рф/вход',
    description: 'Заявки на лоцмана подавать за сутки.',
    tags: ['порт'],
    colour: 4,
  },
  {
    name: 'Санкт-Петербург, таможенный терминал',
    login: 'norrsund-spb',
    url: 'https://terminal.spb-tamozhnya.example/auth',
    tags: ['порт', 'customs'],
  },
];

const pilots: PlanItem[] = [
  {
    name: 'Pilot ordering Sweden',
    login: 'watch@norrsund.example',
    url: 'https://pilot.lots-verket.example/order',
    tags: ['pilot', 'watch'],
    fields: [
      { name: 'Telephone PIN', type: 'password', value: '4471-02' },
      { name: 'Desk', type: 'text', value: '+46 31 555 01 02' },
    ],
  },
  {
    name: 'Elbe pilots',
    login: 'NRSD',
    url: 'https://elbe-pilots.example',
    tags: ['pilot'],
    password: 'kurz & "quoted" <b>',
  },
];

const faraway: PlanItem[] = [
  {
    name: '上海港 船舶代理',
    login: 'norrsund_sh',
    url: 'https://agency.shanghai-gang.example/denglu',
    description: '靠泊申请须提前四十八小时提交。',
    tags: ['港口'],
    colour: 5,
    attachments: [textFile('靠泊说明.txt', '泊位 12，拖轮两艘。\n')],
  },
  {
    name: '釜山 터미널 예약',
    login: 'norrsund.kr',
    url: 'https://booking.busan-terminal.example',
    tags: ['港口'],
  },
  {
    name: '横浜 通関ポータル',
    login: 'norrsund-yok',
    url: 'https://tsukan.yokohama-port.example/login',
  },
  {
    name: 'ميناء جبل علي',
    login: 'norrsund-ae',
    url: 'https://portal.jebel-ali-terminal.example/ar/login',
    description: 'يرجى حجز الرصيف قبل يومين.',
    tags: ['ميناء'],
    colour: 3,
  },
  {
    name: 'بوابة الجمارك',
    login: 'customs-ae',
    url: 'https://customs.gulf-gate.example',
    tags: ['ميناء', 'customs'],
  },
];

const vessels: PlanItem[] = [
  {
    name: 'MV Halvard: ship server',
    login: 'master',
    url: 'https://halvard.fleet.norrsund.example:9443',
    tags: ['vessel'],
    fields: [{ name: 'Satellite PIN', type: 'password', value: '90 11 27' }],
  },
  {
    name: 'MV Signe: ship server',
    login: 'master',
    url: 'https://signe.fleet.norrsund.example:9443',
    tags: ['vessel'],
  },
  {
    name: 'MV Torunn: ship server',
    login: 'master',
    url: 'https://torunn.fleet.norrsund.example:9443',
    tags: ['vessel'],
    fields: [
      { name: 'Satellite PIN', type: 'password', value: '31 40 88' },
      { name: 'Chief engineer', type: 'text', value: 'B. Aalto' },
    ],
    garbled: true,
  },
  {
    name: 'Class certificates',
    login: 'fleet@norrsund.example',
    url: 'https://certificates.class-register.example/sign-in',
    tags: ['vessel', 'papers'],
    attachments: [
      documentFile('Halvard certificate 2025.pdf', 'MV Halvard'),
      textFile('../../etc/passwd <img src=x>.txt', 'A name that tries to be a path.\n'),
    ],
  },
  {
    name: 'AIS tracking',
    login: 'norrsund-fleet',
    url: 'https://track.ais-chart.example',
    tags: [],
  },
];
