import { useEffect, useRef } from 'preact/hooks';
import { copyPart, fillItem, refOf } from '../../actions.ts';
import { IconButton } from '../../parts/button.tsx';
import { Frame } from '../../parts/frame.tsx';
import { SkeletonRows } from '../../parts/skeleton.tsx';
import { number, plural, t } from '../../parts/text.ts';
import { useKeptFocus } from '../../parts/use-kept-focus.ts';
import { show, status } from '../../state.ts';
import { useKeys } from '../../use-keys.ts';
import { Foot, type Hint, lockNow, showKeys } from '../foot.tsx';
import { HomeBlank } from './blank-list.tsx';
import { active, finder, search } from './home-state.ts';
import { IndexStrip } from './index-strip.tsx';
import { ItemList, rowId } from './item-list.tsx';
import { SearchBox } from './search-box.tsx';

const listId = 'items';

export function Home() {
  const input = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLElement>(null);
  const found = finder.found.value;
  const unlocked = status.value?.state === 'unlocked';

  useEffect(() => {
    input.current?.focus();
    if (unlocked) void (finder.found.value ? finder.again() : finder.search(finder.query.value));
  }, [unlocked]);

  const total = found?.total ?? 0;
  const at = Math.min(active.value, total - 1);
  const row = found?.rows.get(at);

  const move = (to: number) => {
    if (total > 0) active.value = Math.max(0, Math.min(total - 1, to));
    input.current?.focus();
  };
  const open = (index: number) => {
    const chosen = finder.found.value?.rows.get(index);
    if (chosen === undefined) return;
    active.value = index;
    const fits = index < (finder.found.value?.matching ?? 0);
    const { name } = chosen;
    const hasSite = chosen.host !== '';
    show({ screen: 'item', ref: refOf(chosen), name, fits, hasSite, from: 'home' });
  };

  useKeptFocus(input);
  useKeys(({ event, act }) => {
    const inSearch = event.target === input.current;
    const page = Math.max(1, Math.floor((body.current?.clientHeight ?? 0) / 60) - 1);
    if (act === 'lock') void lockNow();
    else if (act !== null && row !== undefined) {
      const ref = refOf(row);
      if (act === 'fill') void fillItem(ref);
      if (act === 'copy-password') void copyPart(ref, { part: 'password' }, t('password'));
      if (act === 'copy-login') void copyPart(ref, { part: 'login' }, t('login'));
      if (act === 'copy-code') void copyPart(ref, { part: 'code', index: null }, t('code'));
    } else if (event.key === 'ArrowDown') move(at + 1);
    else if (event.key === 'ArrowUp') move(at - 1);
    else if (event.key === 'PageDown') move(at + page);
    else if (event.key === 'PageUp') move(at - page);
    else if (event.key === 'Enter' && inSearch) open(at);
    else if (event.key === 'Escape' && finder.query.value !== '') search('');
    else if (event.key === 'F1' || (event.key === '?' && finder.query.value === '')) showKeys();
    else return false;
    return true;
  });

  return (
    <Frame
      bodyRef={body}
      head={
        <>
          <SearchBox
            value={finder.query.value}
            onText={(text) => {
              search(text);
              input.current?.focus();
            }}
            inputRef={input}
            listId={total > 0 ? listId : null}
            activeId={row ? rowId(at) : null}
          />
          <IconButton icon="lock" label={t('lockNow')} onPress={() => void lockNow()} />
        </>
      }
      foot={<Foot hints={hintsFor(row !== undefined, at < (found?.matching ?? 0))} />}
    >
      {found === null && finder.problem.value === null ? (
        <SkeletonRows />
      ) : found === null || total === 0 ? (
        <HomeBlank />
      ) : (
        <ItemList
          id={listId}
          label={t('itemsLabel')}
          scroller={body}
          rows={found.rows}
          matching={found.matching}
          total={total}
          active={at}
          headings={headings()}
          onActive={(index) => {
            active.value = index;
          }}
          onOpen={open}
          onSight={finder.need}
          acts={row && <RowActs index={at} fits={at < found.matching} />}
        />
      )}
      <IndexStrip />
      <p class="hidden-visually" role="status">
        {found && found.query !== '' && plural('foundCount', total)}
      </p>
    </Frame>
  );
}

function hintsFor(chosen: boolean, fits: boolean): readonly Hint[] {
  if (!chosen) return [];
  return fits ? ['hintFill', 'hintPassword'] : ['hintOpen', 'hintPassword'];
}

function headings() {
  const { site = '', matching = 0, total = 0, query = '' } = finder.found.value ?? {};
  const rest = (
    <>
      <span class="name">{t(query === '' ? 'headingAll' : 'headingFound')}</span>
      <span class="number">{number(total - matching)}</span>
    </>
  );
  if (matching > 0) return { first: <span class="name">{t('headingSite', site)}</span>, rest };
  if (site === '' || query !== '') return { first: rest, rest: null };
  const first = (
    <>
      <span class="name">{t('headingNoneForSite', site)}</span>
      <span class="number">{number(total)}</span>
    </>
  );
  return { first, rest: null };
}

function RowActs({ index, fits }: { index: number; fits: boolean }) {
  const row = finder.found.value?.rows.get(index);
  if (row === undefined) return null;
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
