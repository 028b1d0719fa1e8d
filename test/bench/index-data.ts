/** Summaries of a believable company, as many as wanted, the same for the same seed. */
import type { ItemSummary, Vault } from '../../src/model/item.ts';
import type { VaultContent } from '../../src/passwork/passwork.ts';

const services = [
  'GitHub',
  'GitLab',
  'Jenkins',
  'Grafana',
  'Zabbix',
  'Kubernetes',
  'PostgreSQL',
  'MySQL',
  'Redis',
  'Router',
  'Switch',
  'Firewall',
  'VPN',
  'Wi-Fi',
  'Mail',
  'Exchange',
  'SharePoint',
  'Confluence',
  'Jira',
  'Slack',
  'AWS Console',
  'Azure',
  'Cloudflare',
  'Hetzner',
  'DigitalOcean',
  'Stripe',
  'PayPal',
  'HubSpot',
  'Salesforce',
  'Bank',
  'Printer',
  'Camera',
  'Почта',
  'Бухгалтерия',
  'Сервер',
  'База данных',
  'Резервная копия',
  'Касса',
  'Госуслуги',
  'Принтер',
  'Büro',
  'Lohnabrechnung',
  'Comptabilité',
  'Messagerie',
  '会計',
  '勤怠管理',
  '邮箱',
  '服务器',
  'بريد',
  'خادم',
  'Backup',
  'Monitoring',
];
const teams = [
  'Berlin',
  'Zürich',
  'Москва',
  'Paris',
  'Sales',
  'Finance',
  'Support',
  'DevOps',
  'Marketing',
  'Legal',
  'Склад',
  'HR',
  '東京',
  'Warehouse',
];
const environments = ['prod', 'stage', 'test', 'dev', 'old', 'новый', 'admin', 'readonly'];
const people = [
  'anna',
  'boris',
  'chen',
  'dmitry',
  'elena',
  'farid',
  'greta',
  'hiroshi',
  'ivan',
  'julia',
  'karim',
  'lena',
  'marco',
  'nina',
  'olga',
  'pavel',
];
const surnames = [
  'petrova',
  'schmidt',
  'ivanov',
  'tanaka',
  'moreau',
  'haddad',
  'kuznetsov',
  'weber',
  'rossi',
  'li',
  'novak',
  'smith',
];
const domains = [
  'corp.example',
  'intra.example',
  'partner.test',
  'cloud.test',
  'shop.example',
  'бюро.рф',
  'example.co.uk',
  'tenant.github.io',
];
const tags = [
  'prod',
  'finance',
  'shared',
  'critical',
  'сервер',
  'rotate',
  'external',
  'legacy',
  'vpn',
  'web',
];
const notes = [
  '',
  '',
  'Ask the on-call engineer before changing.',
  'Rotate every 90 days; owner is the infrastructure team.',
  'Доступ только из офиса, ключ у дежурного администратора.',
  'Contract 2024, invoice goes to accounting.',
];

export type Company = {
  readonly vaults: readonly Vault[];
  readonly contents: ReadonlyMap<string, VaultContent>;
};

export function makeCompany(count: number, { seed = 1, vaultCount = 40 } = {}): Company {
  let state = seed;
  /** Mulberry32: small, even enough, the same everywhere. */
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const one = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  // Names that only this company has: they make most of the words of an index.
  const syllables =
    'ka lo mi ne ru ta vo zi be do fa gu po sa tri wen bra cle дом сер мол кра'.split(' ');
  const projects = Array.from({ length: 20_000 }, () =>
    Array.from({ length: 3 + Math.floor(random() * 2) }, () => one(syllables)).join(''),
  );
  const idOf = (kind: string, number: number) =>
    (kind + number.toString(16)).padStart(24, '5f3a9c');
  const vaults: Vault[] = Array.from({ length: vaultCount }, (_, index) => ({
    id: idOf('a', index),
    name: `${one(teams)} ${index}`,
    kind: index % 4 === 0 ? 'private' : 'company',
  }));
  const contents = new Map(
    vaults.map((vault, vaultIndex) => {
      const folders = Array.from({ length: 12 }, (_, index) => ({
        id: idOf('b', vaultIndex * 100 + index),
        vaultId: vault.id,
        parentId: index < 4 ? null : idOf('b', vaultIndex * 100 + (index % 4)),
        name: one([...services, ...environments]),
      }));
      const items: ItemSummary[] = [];
      for (let number = vaultIndex; number < count; number += vaultCount) {
        const service = one(services);
        const host =
          random() < 0.2
            ? `10.${Math.floor(random() * 20)}.${Math.floor(random() * 255)}.${Math.floor(random() * 255)}`
            : `${service.toLowerCase().replace(/[^a-z]/g, '') || 'srv'}${Math.floor(random() * 300)}.${one(domains)}`;
        const login =
          random() < 0.4
            ? one(['admin', 'root', 'administrator', 'service'])
            : `${one(people)}.${one(surnames)}${random() < 0.5 ? Math.floor(random() * 9999) : ''}@${one(domains)}`;
        items.push({
          id: idOf('c', number),
          vaultId: vault.id,
          folderId:
            random() < 0.2 ? null : (folders[Math.floor(random() * folders.length)]?.id ?? null),
          shortcutId: null,
          name: `${random() < 0.4 ? one(projects) : service} ${one(teams)} ${one(environments)}${random() < 0.6 ? ` ${Math.floor(random() * 900)}` : ''}`,
          login,
          urls: random() < 0.9 ? [`https://${host}/login`] : [],
          description: one(notes),
          tags: random() < 0.5 ? [one(tags)] : [],
          colour: Math.floor(random() * 6),
          favourite: random() < 0.01,
          passwordChangedAt: 0,
        });
      }
      return [vault.id, { folders, items }] as const;
    }),
  );
  return { vaults, contents };
}
