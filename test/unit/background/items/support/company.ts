/**
 * A believable company of 150 people with offices in Berlin, Moscow, Istanbul, Tokyo and Dubai: what its
 * teams keep in their vaults, for searching in.
 */
import type { Folder, ItemSummary } from '../../../../../src/model/item.ts';
import { type FakeVault, fakeVault, summary } from './vault-client.ts';

/** name, login, url, then tags, and what else matters. */
type Line = readonly [
  name: string,
  login: string,
  url: string,
  tags?: string,
  more?: { description?: string; colour?: number; favourite?: boolean; urls?: string[] },
];

const vaults: Readonly<Record<string, Readonly<Record<string, readonly Line[]>>>> = {
  Infrastructure: {
    '': [
      [
        'Proxmox Berlin',
        'root@pam',
        'https://pve1.berlin.corp.example:8006',
        'prod,virtualisation',
        { colour: 1 },
      ],
      [
        'Proxmox Moscow',
        'root@pam',
        'https://pve1.moscow.corp.example:8006',
        'prod,virtualisation',
        { colour: 1 },
      ],
      [
        'vCenter',
        'administrator@vsphere.local',
        'https://vcenter.corp.example',
        'prod,virtualisation',
        { favourite: true },
      ],
      ['Zabbix', 'Admin', 'https://zabbix.corp.example', 'monitoring'],
      ['Grafana', 'admin', 'https://grafana.corp.example', 'monitoring'],
      ['Grafana Cloud', 'ops@corp.example', 'https://corp.grafana.net', 'monitoring'],
      ['Prometheus Alertmanager', 'admin', 'https://alerts.corp.example', 'monitoring'],
      ['Kibana', 'elastic', 'https://kibana.corp.example:5601', 'logs'],
      ['Graylog', 'admin', 'https://graylog.corp.example', 'logs'],
      [
        'Veeam Backup',
        'CORP\\svc-veeam',
        'https://backup.corp.example:9443',
        'backup',
        { description: 'Restore tests every first Monday. Tape library in room 114.' },
      ],
      [
        'Borg repository key',
        '',
        '',
        'backup',
        { description: 'Passphrase of the offsite repository at Hetzner' },
      ],
    ],
    Network: [
      ['Core switch Berlin', 'admin', 'https://10.0.0.1', 'network'],
      ['Core switch Moscow', 'admin', 'https://10.0.1.1', 'network'],
      ['Router 10.0.0.254', 'admin', 'http://10.0.0.254', 'network'],
      [
        'Firewall pfSense',
        'admin',
        'https://10.0.0.2:8443',
        'network,critical',
        { colour: 2, favourite: true },
      ],
      ['MikroTik office Istanbul', 'admin', 'http://192.168.88.1', 'network'],
      ['UniFi Controller', 'wifi@corp.example', 'https://unifi.corp.example:8443', 'network,wifi'],
      ['Wi-Fi guests', '', '', 'wifi', { description: 'SSID corp-guest, changed every month' }],
      ['Wi-Fi employees', '', '', 'wifi', { description: 'SSID corp-staff, WPA3' }],
      ['OpenVPN admin', 'openvpn', 'https://vpn.corp.example/admin', 'network,vpn'],
      ['WireGuard hub', 'root', 'ssh://wg.corp.example', 'network,vpn'],
      ['Cisco ASA old', 'enable', 'https://10.0.0.3', 'network,legacy'],
    ],
    Servers: [
      [
        'srv-db-01',
        'root',
        'ssh://srv-db-01.corp.example',
        'prod,database',
        { description: 'PostgreSQL primary' },
      ],
      [
        'srv-db-02',
        'root',
        'ssh://srv-db-02.corp.example',
        'prod,database',
        { description: 'PostgreSQL replica' },
      ],
      ['srv-web-01', 'deploy', 'ssh://srv-web-01.corp.example', 'prod'],
      ['srv-web-10', 'deploy', 'ssh://srv-web-10.corp.example', 'prod'],
      ['srv-web-2', 'deploy', 'ssh://srv-web-2.corp.example', 'prod'],
      [
        'PostgreSQL billing',
        'billing_app',
        '',
        'prod,database',
        { description: 'jdbc:postgresql://srv-db-01/billing' },
      ],
      ['MySQL wordpress', 'wp', '', 'database'],
      ['Redis sessions', 'default', '', 'database'],
      ['MongoDB catalogue', 'catalogue_rw', 'https://cloud.mongodb.com', 'database'],
      ['Oracle ERP', 'sys', 'https://erp-db.corp.example:1521', 'database,critical', { colour: 2 }],
      ['iDRAC srv-db-01', 'root', 'https://192.168.100.11', 'hardware'],
      ['iDRAC srv-db-02', 'root', 'https://192.168.100.12', 'hardware'],
      ['UPS server room', 'apc', 'http://192.168.100.5', 'hardware'],
    ],
  },
  Development: {
    '': [
      ['GitHub', 'corp-bot', 'https://github.com/login', 'git', { favourite: true }],
      ['GitHub Enterprise', 'anna.petrova@corp.example', 'https://github.corp.example', 'git'],
      ['GitLab', 'root', 'https://gitlab.corp.example', 'git'],
      ['Bitbucket (old)', 'corp', 'https://bitbucket.org', 'git,legacy'],
      ['npm registry', 'corp-publisher', 'https://www.npmjs.com', 'packages'],
      ['Docker Hub', 'corpexample', 'https://hub.docker.com', 'packages'],
      ['Jenkins', 'admin', 'https://ci.corp.example', 'ci'],
      ['TeamCity', 'admin', 'https://teamcity.corp.example', 'ci'],
      ['SonarQube', 'admin', 'https://sonar.corp.example', 'ci'],
      ['Artifactory', 'deployer', 'https://repo.corp.example', 'packages'],
      ['Jira', 'anna.petrova@corp.example', 'https://corp.atlassian.net', 'tracker'],
      ['Confluence', 'anna.petrova@corp.example', 'https://corp.atlassian.net/wiki', 'docs'],
      ['Sentry', 'dev@corp.example', 'https://sentry.io', 'monitoring'],
      ['Figma', 'design@corp.example', 'https://www.figma.com', 'design'],
      ['Postman', 'dev@corp.example', 'https://www.postman.com', ''],
      ['Stack Overflow Teams', 'dev@corp.example', 'https://stackoverflowteams.com', 'docs'],
      ['JetBrains account', 'licences@corp.example', 'https://account.jetbrains.com', 'licence'],
      ['Test user: Max Mustermann', 'max.mustermann', 'https://shop.example/de', 'test'],
      ['Test user: Иван Тестов', 'ivan.testov', 'https://shop.example/ru', 'test'],
      ['Node.js demo', 'demo', 'http://localhost:3000', 'test'],
      ['C++ build agent', 'agent', 'https://ci.corp.example/agents', 'ci'],
    ],
    Cloud: [
      [
        'AWS root account',
        'aws-root@corp.example',
        'https://signin.aws.amazon.com',
        'cloud,critical',
        { colour: 2 },
      ],
      [
        'AWS prod console',
        'anna.petrova',
        'https://123456789012.signin.aws.amazon.com/console',
        'cloud,prod',
      ],
      [
        'AWS staging console',
        'anna.petrova',
        'https://210987654321.signin.aws.amazon.com/console',
        'cloud',
      ],
      ['Azure portal', 'admin@corp.onmicrosoft.example', 'https://portal.azure.com', 'cloud'],
      ['Google Cloud', 'gcp@corp.example', 'https://console.cloud.google.com', 'cloud'],
      ['Hetzner Robot', 'K1234567', 'https://robot.hetzner.com', 'cloud'],
      ['Hetzner Cloud', 'ops@corp.example', 'https://console.hetzner.cloud', 'cloud'],
      ['DigitalOcean', 'ops@corp.example', 'https://cloud.digitalocean.com', 'cloud'],
      ['Cloudflare', 'dns@corp.example', 'https://dash.cloudflare.com', 'cloud,dns'],
      ['Yandex Cloud', 'corp', 'https://console.yandex.cloud', 'cloud'],
      ['Let’s Encrypt account key', '', '', 'dns'],
      ['Namecheap domains', 'corpexample', 'https://www.namecheap.com', 'dns'],
      [
        'S3 bucket backups',
        'AKIAIOSFODNN7EXAMPLE',
        'https://corp-backups.s3.amazonaws.com',
        'cloud,backup',
      ],
    ],
  },
  Finance: {
    '': [
      [
        'Deutsche Bank',
        'corp-gmbh',
        'https://banking.deutsche-bank.example',
        'bank',
        { colour: 3 },
      ],
      [
        'Sparkasse Geschäftskonto',
        'corp.berlin',
        'https://www.sparkasse.example',
        'bank',
        { colour: 3 },
      ],
      ['PayPal', 'finance@corp.example', 'https://www.paypal.com', 'payments'],
      ['Stripe', 'finance@corp.example', 'https://dashboard.stripe.com', 'payments'],
      [
        'Stripe (test mode)',
        'dev@corp.example',
        'https://dashboard.stripe.com/test',
        'payments,test',
      ],
      ['DATEV', 'K-4711', 'https://www.datev.example', 'accounting'],
      ['ELSTER Steuerportal', 'corp-gmbh', 'https://www.elster.example', 'accounting,tax'],
      ['Lohnabrechnung Büro', 'lohn', 'https://lohn.corp.example', 'payroll'],
      ['Société Générale', 'corp-fr', 'https://entreprises.societegenerale.example', 'bank'],
      ['Café loyalty card', 'office', '', ''],
      ['İş Bankası', 'corp-tr', 'https://www.isbank.example', 'bank'],
      ['Vergi Dairesi', 'corp-tr', 'https://ivd.gib.example', 'tax'],
      ['Żabka invoices', 'corp-pl', 'https://zabka.example', 'accounting'],
      ['Ångpanne service', 'corp-se', 'https://angpanne.example', ''],
      ['Sørensen & Co', 'corp-dk', 'https://sorensen.example', 'supplier'],
      ['Łódź warehouse portal', 'magazyn', 'https://lodz.example', 'logistics'],
      ['Æther Logistics', 'corp', 'https://aether.example', 'logistics'],
      ['Weißbier Großhandel', 'einkauf', 'https://weissbier.example', 'supplier'],
      ['O’Reilly Learning', 'training@corp.example', 'https://learning.oreilly.com', 'training'],
    ],
  },
  'Отдел продаж': {
    '': [
      ['Почта отдела', 'sales@corp.example', 'https://mail.corp.example', 'почта'],
      ['Битрикс24', 'sales', 'https://corp.bitrix24.example', 'crm'],
      ['amoCRM', 'sales@corp.example', 'https://corp.amocrm.example', 'crm'],
      ['Яндекс Директ', 'corp-direct', 'https://direct.yandex.example', 'реклама'],
      ['ВКонтакте', '+79990000000', 'https://vk.com', 'реклама'],
      ['Авито', 'sales@corp.example', 'https://www.avito.example', 'реклама'],
      ['Телефония Mango', 'mango', 'https://lk.mango.example', ''],
      ['Ёлочные игрушки (поставщик)', 'opt', 'https://elka.example', 'поставщик'],
    ],
    Тендеры: [
      ['Госзакупки', 'tender', 'https://zakupki.example', 'тендер'],
      ['Сбербанк-АСТ', 'tender', 'https://www.sberbank-ast.example', 'тендер'],
      ['Росэлторг', 'tender', 'https://www.roseltorg.example', 'тендер'],
      ['ЭЦП директора', '', '', 'тендер', { description: 'Ключ в сейфе, каб. 305' }],
    ],
  },
  Бухгалтерия: {
    '': [
      ['1С Бухгалтерия', 'Администратор', 'http://1c.corp.example/buh', '1с'],
      ['1С Зарплата и кадры', 'Кадры', 'http://1c.corp.example/zup', '1с'],
      ['Госуслуги', 'corp-ooo', 'https://www.gosuslugi.example', 'отчётность'],
      ['Налог.ру личный кабинет', 'corp-ooo', 'https://lkul.nalog.example', 'отчётность'],
      ['СБИС', 'corp-ooo', 'https://online.sbis.example', 'отчётность'],
      ['Контур.Экстерн', 'corp-ooo', 'https://kontur.example', 'отчётность'],
      ['Сбербанк Бизнес', 'corp-ooo', 'https://sbi.sberbank.example', 'банк', { favourite: true }],
      ['Альфа-Банк', 'corp-ooo', 'https://link.alfabank.example', 'банк'],
      ['Тинькофф Бизнес', 'corp-ooo', 'https://business.tinkoff.example', 'банк'],
      ['Сайт компании бюро.рф', 'admin', 'https://бюро.рф/admin', 'сайт'],
      ['Сейф, код', '', '', ''],
      ['Принтер бухгалтерии', 'admin', 'http://192.168.10.20', 'принтер'],
    ],
  },
  東京支社: {
    '': [
      ['会計システム', 'keiri', 'https://kaikei.example', '経理'],
      ['勤怠管理', 'jinji', 'https://kintai.example', '人事'],
      ['三菱UFJ銀行', 'corp-jp', 'https://bizstation.example', '銀行'],
      ['みずほ銀行', 'corp-jp', 'https://mizuho.example', '銀行'],
      ['サーバー管理', 'root', 'https://10.8.0.1', 'サーバー'],
      ['ガス会社', 'corp-jp', 'https://gas.example', ''],
      ['楽天市場', 'shop', 'https://rakuten.example', '販売'],
    ],
  },
  上海办公室: {
    '': [
      ['微信公众平台', 'corp-cn', 'https://mp.weixin.example', '市场'],
      ['支付宝商家', 'corp-cn', 'https://b.alipay.example', '支付'],
      ['阿里云', 'corp-cn', 'https://account.aliyun.example', '云'],
      ['企业邮箱', 'admin@corp.example.cn', 'https://exmail.example', '邮箱'],
    ],
  },
  'مكتب دبي': {
    '': [
      ['بريد الشركة', 'info@corp.ae', 'https://mail.corp.ae', 'بريد'],
      ['بنك الإمارات', 'corp-ae', 'https://bank.ae', 'بنك'],
      ['بوابة الضرائب', 'corp-ae', 'https://tax.ae', 'ضرائب'],
      ['خادم الملفات', 'admin', 'https://files.corp.ae', 'خادم'],
      ['مُدِير الشبكة', 'admin', 'https://net.corp.ae', 'شبكة'],
    ],
  },
  'Private (Anna)': {
    '': [
      [
        'Google',
        'anna.petrova.1990@gmail.example',
        'https://accounts.google.com',
        'personal',
        { favourite: true },
      ],
      ['Google Ads', 'marketing@corp.example', 'https://ads.google.com', 'marketing'],
      ['LinkedIn', 'anna.petrova@corp.example', 'https://www.linkedin.com', 'personal'],
      ['Lufthansa Miles & More', '992000123456789', 'https://www.miles-and-more.example', 'travel'],
      ['Deutsche Bahn', 'anna.petrova@corp.example', 'https://www.bahn.example', 'travel'],
      ['Booking.com', 'anna.petrova@corp.example', 'https://www.booking.com', 'travel'],
      ['Zoom', 'anna.petrova@corp.example', 'https://zoom.us', 'meeting'],
      ['Slack', 'anna.petrova@corp.example', 'https://corp.slack.com', 'meeting'],
      [
        'Microsoft 365',
        'anna.petrova@corp.example',
        'https://login.microsoftonline.com',
        'office',
        { urls: ['https://outlook.office.com'] },
      ],
      ['OpenAI', 'anna.petrova@corp.example', 'https://platform.openai.com', 'ai'],
      ['Ελληνική Τράπεζα', 'anna', 'https://bank.gr', ''],
      ['בנק הפועלים', 'anna', 'https://bank.il', ''],
      ['🔑 Office door code', '', '', ''],
    ],
  },
};

export const company: FakeVault[] = Object.entries(vaults).map(([name, folders], vaultNumber) => {
  const id = `v${vaultNumber}`;
  const list: Folder[] = [];
  const items: ItemSummary[] = [];
  for (const [folderName, lines] of Object.entries(folders)) {
    const folderId = folderName === '' ? null : `${id}f${list.length}`;
    if (folderId !== null)
      list.push({ id: folderId, vaultId: id, parentId: null, name: folderName });
    for (const [itemName, login, url, tags = '', more = {}] of lines) {
      items.push(
        summary({
          id: `${id}i${items.length}`,
          vaultId: id,
          folderId,
          name: itemName,
          login,
          urls: [...(url === '' ? [] : [url]), ...(more.urls ?? [])],
          tags: tags === '' ? [] : tags.split(','),
          description: more.description ?? '',
          colour: more.colour ?? 0,
          favourite: more.favourite ?? false,
        }),
      );
    }
  }
  return fakeVault(id, items, { name, folders: list });
});
