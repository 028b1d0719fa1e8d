import { refOf } from '../../../protocol/item-calls.ts';
import type { ItemRow } from '../../../protocol/list-calls.ts';
import { copyPart, fillItem } from '../../actions.ts';
import { IconButton } from '../../parts/button.tsx';
import { t } from '../../parts/text.ts';

/** The buttons of the row in front: fill where it belongs to the site, and what is copied most. */
export function RowActs({ row, fits }: { row: ItemRow; fits: boolean }) {
  const ref = refOf(row);
  const name = row.name || row.host;
  return (
    <>
      {fits && (
        <IconButton icon="fill" label={t('fillNamed', name)} onPress={() => void fillItem(ref)} />
      )}
      {row.login !== '' && (
        <IconButton
          icon="user"
          label={t('copyLoginOf', name)}
          onPress={() => void copyPart(ref, { part: 'login' }, t('login'))}
        />
      )}
      <IconButton
        icon="key"
        label={t('copyPasswordOf', name)}
        onPress={() => void copyPart(ref, { part: 'password' }, t('password'))}
      />
    </>
  );
}
