import type { ItemRow } from '../../../protocol/list-calls.ts';
import { Icon } from '../../parts/icon.tsx';
import { t } from '../../parts/text.ts';
import { Tile } from '../../parts/tile.tsx';

/** What a row says: name, login, and where it lives. Grey bars until it is known. */
export function RowWords({
  row,
  withPath = true,
}: {
  row: ItemRow | undefined;
  withPath?: boolean;
}) {
  if (row === undefined) {
    return (
      <>
        <span class="tile" />
        <span class="words">
          <span class="bar w-7" />
          <span class="bar w-5" />
        </span>
      </>
    );
  }
  return (
    <>
      <Tile name={row.name || row.host} colour={row.colour} />
      <span class="words">
        <bdi class="name">{row.name || row.host || t('nameless')}</bdi>
        <bdi class="under">{row.login || row.host || t('noLogin')}</bdi>
      </span>
      <span class="side">
        {row.shortcutId !== null && (
          <span title={t('shortcut')}>
            <Icon name="shortcut" size={14} />
            <span class="hidden-visually">{t('shortcut')}</span>
          </span>
        )}
        {row.favourite && (
          <span class="favourite" title={t('favourite')}>
            <Icon name="star" size={14} />
            <span class="hidden-visually">{t('favourite')}</span>
          </span>
        )}{' '}
        {withPath && <bdi>{row.path[0]}</bdi>}
      </span>
    </>
  );
}
