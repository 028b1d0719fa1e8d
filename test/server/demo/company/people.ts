import type { PlanVault } from '../plan.ts';

/** Vaults of single people, and one of a few. */
export function privateVaults(): PlanVault[] {
  return [
    {
      name: 'Management',
      kind: 'private',
      members: { main: 'admin', second: 'read' },
      items: [
        {
          name: 'Board portal',
          login: 'i.solberg',
          url: 'https://board.minutes.example/login',
          tags: ['board'],
          colour: 4,
        },
        {
          name: 'Company register',
          login: 'norrsund-as',
          url: 'https://register.bolagsverket-portal.example',
          tags: ['board', 'papers'],
        },
      ],
      folders: [
        {
          name: 'Contracts',
          items: [
            {
              name: 'Signing service',
              login: 'ingrid.solberg@norrsund.example',
              url: 'https://sign.paperless.example',
              tags: ['papers'],
              fields: [{ name: 'PIN', type: 'password', value: '661204' }],
            },
            {
              name: 'Lawyers’ data room',
              login: 'norrsund-guest',
              url: 'https://data-room.fjeld-partners.example/r/4471',
              tags: ['papers'],
            },
          ],
          folders: [
            {
              name: 'New building 2026',
              items: [
                {
                  name: 'Shipyard portal',
                  login: 'owner',
                  url: 'https://owner.ulsund-yard.example',
                  tags: ['papers', 'vessel'],
                },
              ],
            },
          ],
        },
      ],
    },
    {
      name: 'Ingrid, private',
      kind: 'private',
      members: { main: 'admin' },
      items: [
        {
          name: 'Webmail',
          login: 'ingrid@solberg.example',
          url: 'https://mail.solberg.example',
          tags: ['home'],
          favourite: true,
        },
        {
          name: 'Railway',
          login: 'ingrid@solberg.example',
          url: 'https://www.sj-resor.example',
          tags: ['home'],
        },
        {
          name: 'Library card',
          login: '1978 0412',
          password: '0412',
          url: 'https://bibliotek.example',
          tags: ['home'],
        },
      ],
      folders: [
        {
          name: 'Дом',
          items: [
            {
              name: 'Электричество',
              login: 'solberg',
              url: 'https://el.hem-energi.example',
              tags: ['home'],
            },
            {
              name: 'Семейный архив',
              login: null,
              url: null,
              description: 'Диск в шкафу.',
              tags: ['home'],
            },
          ],
        },
      ],
    },
    {
      name: 'Tomasz, private',
      kind: 'private',
      members: { second: 'admin' },
      items: [
        { name: 'Parking', login: 'twilk', url: 'https://parking.example', tags: [] },
        {
          name: 'Harbour gate code',
          login: 'gate',
          url: null,
          description: 'For the watch only.',
          tags: ['watch'],
          fields: [{ name: 'Gate', type: 'password', value: '2580#' }],
          mark: 'gate-code',
        },
        {
          name: 'Отчёт для аудита',
          login: 'audit',
          url: 'https://audit.reviewers.example/upload',
          tags: ['papers'],
          mark: 'audit',
        },
      ],
      folders: [],
    },
    {
      name: 'Hardware on loan',
      kind: 'private',
      members: { second: 'admin' },
      items: [
        {
          name: 'Spare laptop',
          login: 'local\\ingrid',
          url: null,
          tags: ['hardware'],
          mark: 'laptop',
        },
      ],
      folders: [],
    },
  ];
}
