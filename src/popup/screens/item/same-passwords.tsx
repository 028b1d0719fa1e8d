import type { PasswordHealth } from '../../../protocol/act-calls.ts';
import { refOf } from '../../../protocol/item-calls.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { plural, t } from '../../parts/text.ts';
import { type ItemRoute, show } from '../../state.ts';
import { searchFor } from '../home/home-state.ts';
import { RowWords } from '../home/row.tsx';

type SamePasswordsProps = { health: PasswordHealth; route: ItemRoute };

/** The other items that have the same password, each a step away, and what was compared to find them. */
export function SamePasswords({ health, route }: SamePasswordsProps) {
  return (
    <div class="same-passwords">
      <h2 class="label" id="same-title">
        <Icon name="warning" size={18} />
        {plural('samePassword', health.sameTotal)}
      </h2>
      <ul aria-labelledby="same-title">
        {health.same.map((row) => (
          <li key={`${row.id} ${row.shortcutId}`}>
            <button
              type="button"
              class="row still"
              onClick={() =>
                show({
                  screen: 'item',
                  ref: refOf(row),
                  name: row.name,
                  fits: false,
                  hasSite: row.host !== '',
                  from: route.from,
                  // One step back is enough: the way between two items may be gone many times.
                  back: { ...route, back: null },
                })
              }
            >
              <RowWords row={row} />
            </button>
          </li>
        ))}
      </ul>
      <p class="hint">{plural('comparedWith', health.compared)}</p>
      <Button kind="quiet" size="small" onPress={() => searchFor('is:reused')}>
        {t('showReused')}
      </Button>
    </div>
  );
}
