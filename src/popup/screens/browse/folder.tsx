import { useEffect, useRef } from 'preact/hooks';
import type { Place } from '../../../protocol/edit-calls.ts';
import { refOf } from '../../../protocol/item-calls.ts';
import type { FolderRow, SortOrder } from '../../../protocol/list-calls.ts';
import { actOnItem } from '../../actions.ts';
import { Blank } from '../../parts/blank.tsx';
import { Button, IconButton } from '../../parts/button.tsx';
import { errorText } from '../../parts/error-text.ts';
import { Frame } from '../../parts/frame.tsx';
import { Icon } from '../../parts/icon.tsx';
import { SkeletonRows } from '../../parts/skeleton.tsx';
import { number, plural, t } from '../../parts/text.ts';
import { show } from '../../state.ts';
import { useKeys } from '../../use-keys.ts';
import { Foot, lockNow, showKeys } from '../foot.tsx';
import { searchFor } from '../home/home-state.ts';
import { ItemList, type ListSection, rowId } from '../home/item-list.tsx';
import { writeFilter } from '../home/query-filters.ts';
import { RowWords } from '../home/row.tsx';
import { RowActs } from '../home/row-acts.tsx';
import { lister, setSort } from './browse-state.ts';
import { browseTo, browsing } from './browsing.ts';
import { Crumbs } from './crumbs.tsx';
import { isLetter } from './vaults.tsx';

const orders = { name: 'sortName', changed: 'sortChanged', used: 'sortUsed' } as const;

/** One folder: the folders in it, then its own items in the order that was chosen. */
export function FolderScreen({ place }: { place: Place }) {
  const list = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLElement>(null);
  const { sort, row: chosen } = browsing.value;
  const found = lister.found.value;
  const folders = found?.folders ?? [];
  const total = folders.length + (found?.total ?? 0);
  const at = Math.max(0, Math.min(chosen, total - 1));
  const item = found?.rows.get(at - folders.length);

  useEffect(() => void lister.open(place, sort), [place, sort]);
  // The keys belong to the list from the start, also to one that is still to come.
  const known = found !== null;
  useEffect(() => {
    if (known) list.current?.focus();
  }, [known]);

  const move = (to: number) => {
    browsing.value = { ...browsing.value, row: Math.max(0, Math.min(total - 1, to)) };
    list.current?.focus();
  };
  const up = () => {
    const path = found?.path ?? [];
    const above = path.at(-2);
    if (above === undefined) browseTo(null);
    else browseTo({ vaultId: place.vaultId, folderId: above.folderId });
  };
  const open = (index: number) => {
    const folder = folders[index];
    const row = found?.rows.get(index - folders.length);
    if (folder !== undefined) browseTo({ vaultId: place.vaultId, folderId: folder.id });
    else if (row !== undefined) {
      browsing.value = { ...browsing.value, row: index };
      const { name, host } = row;
      show({
        screen: 'item',
        ref: refOf(row),
        name,
        fits: false,
        hasSite: host !== '',
        from: 'browse',
      });
    }
  };
  const search = (text: string) => {
    const vault = found?.path[0]?.name;
    searchFor(vault === undefined ? text : `${writeFilter('vault', vault)} ${text}`);
  };

  useKeys(({ event, act }) => {
    const inList = event.target === list.current || event.target === document.body;
    const [forward, back] =
      document.documentElement.dir === 'rtl'
        ? ['ArrowLeft', 'ArrowRight']
        : ['ArrowRight', 'ArrowLeft'];
    const page = Math.max(1, Math.floor((body.current?.clientHeight ?? 0) / 60) - 1);
    if (act === 'lock') void lockNow();
    else if (act !== null && item !== undefined) void actOnItem(refOf(item), act);
    else if (event.target instanceof HTMLSelectElement) return false;
    else if (event.key === 'ArrowDown') move(at + 1);
    else if (event.key === 'ArrowUp') move(at - 1);
    else if (event.key === 'PageDown') move(at + page);
    else if (event.key === 'PageUp') move(at - page);
    else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(total - 1);
    else if ((event.key === 'Enter' && inList) || event.key === forward) open(at);
    else if (event.key === 'Escape' || event.key === 'Backspace' || event.key === back) up();
    else if (event.key === '?' || event.key === 'F1') showKeys();
    else if (isLetter(event)) search(event.key);
    else return false;
    return true;
  });

  const sections: ListSection[] = [];
  if (folders.length > 0) {
    sections.push({
      kind: 'folders',
      count: folders.length,
      heading: <Title text={t('folders')} />,
    });
  }
  if ((found?.total ?? 0) > 0) {
    const count = found?.total ?? 0;
    sections.push({ kind: 'items', count, heading: <Title text={plural('itemCount', count)} /> });
  }

  return (
    <Frame
      bodyRef={body}
      head={
        <>
          <IconButton icon="back" label={t('back')} onPress={up} />
          <Crumbs
            path={found?.path ?? []}
            onGo={(to) =>
              browseTo(to === null ? null : { vaultId: place.vaultId, folderId: to.folderId })
            }
          />
          <select
            class="sort"
            aria-label={t('sortLabel')}
            value={sort}
            onChange={(event) => {
              const wanted = event.currentTarget.value;
              const order = (Object.keys(orders) as SortOrder[]).find((each) => each === wanted);
              if (order !== undefined) setSort(order);
              list.current?.focus();
            }}
          >
            {(Object.keys(orders) as SortOrder[]).map((order) => (
              <option key={order} value={order} selected={order === sort}>
                {t(orders[order])}
              </option>
            ))}
          </select>
          <IconButton icon="search" label={t('searchHere')} onPress={() => search('')} />
        </>
      }
      foot={
        <Foot
          hints={item === undefined ? ['hintOpen', 'hintBack'] : ['hintOpen', 'hintPassword']}
        />
      }
    >
      {lister.problem.value !== null ? (
        <Blank
          icon="warning"
          bad
          title={t('listFailedTitle')}
          text={errorText(lister.problem.value)}
        >
          <Button icon="refresh" onPress={() => void lister.open(place, sort)}>
            {t('tryAgain')}
          </Button>
          <Button onPress={() => browseTo(null)}>{t('vaults')}</Button>
        </Blank>
      ) : found === null ? (
        <SkeletonRows />
      ) : total === 0 ? (
        <Blank icon="folder" title={t('folderEmptyTitle')} text={t('folderEmptyText')} />
      ) : (
        <ItemList
          id="folder-items"
          label={found.path.at(-1)?.name ?? t('itemsLabel')}
          listRef={list}
          activeId={rowId(at)}
          scroller={body}
          rows={found.rows}
          line={(index) => {
            const folder = folders[index];
            if (folder !== undefined) return <FolderWords folder={folder} />;
            const row = found.rows.get(index - folders.length);
            return row && <RowWords row={row} withPath={false} />;
          }}
          total={total}
          active={at}
          sections={sections}
          onActive={(index) => {
            browsing.value = { ...browsing.value, row: index };
          }}
          onOpen={open}
          onSight={(from, to) => lister.need(from - folders.length, to - folders.length)}
          acts={item && <RowActs row={item} fits={false} />}
        />
      )}
    </Frame>
  );
}

function Title({ text }: { text: string }) {
  return <span class="name">{text}</span>;
}

function FolderWords({ folder }: { folder: FolderRow }) {
  return (
    <>
      <span class="tile plain">
        <Icon name="folder" />
      </span>
      <span class="words">
        <bdi class="name">{folder.name || t('nameless')}</bdi>
      </span>
      <span class="side-count">{number(folder.count)}</span>
    </>
  );
}
