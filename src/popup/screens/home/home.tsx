import { useEffect, useRef } from 'preact/hooks';
import { refOf } from '../../../protocol/item-calls.ts';
import type { Section } from '../../../protocol/list-calls.ts';
import { actOnItem, fillItem, newItem } from '../../actions.ts';
import { IconButton } from '../../parts/button.tsx';
import { Frame } from '../../parts/frame.tsx';
import { SkeletonRows } from '../../parts/skeleton.tsx';
import { number, plural, t } from '../../parts/text.ts';
import { useKeptFocus } from '../../parts/use-kept-focus.ts';
import { show, status } from '../../state.ts';
import { useKeys } from '../../use-keys.ts';
import { DraftStrip } from '../draft-strip.tsx';
import { Foot, type Hint, lockNow, showKeys } from '../foot.tsx';
import { HomeBlank } from './blank-list.tsx';
import { Filters } from './filters.tsx';
import { active, finder, homeScroll, search } from './home-state.ts';
import { IndexStrip } from './index-strip.tsx';
import { ItemList, type ListSection, rowId } from './item-list.tsx';
import { RowActs } from './row-acts.tsx';
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
  const fits = (index: number) => index < (finder.found.value?.matching ?? 0);

  const move = (to: number) => {
    if (total > 0) active.value = Math.max(0, Math.min(total - 1, to));
    input.current?.focus();
  };
  const open = (index: number) => {
    const chosen = finder.found.value?.rows.get(index);
    if (chosen === undefined) return;
    active.value = index;
    const { name } = chosen;
    const hasSite = chosen.host !== '';
    const ref = refOf(chosen);
    show({ screen: 'item', ref, name, fits: fits(index), hasSite, from: 'home' });
  };
  const type = (text: string) => {
    search(text);
    input.current?.focus();
  };

  useKeptFocus(input);
  useKeys(({ event, act }) => {
    // Before the field has the focus, keys go to the page as a whole.
    const inSearch = event.target === input.current || event.target === document.body;
    const page = Math.max(1, Math.floor((body.current?.clientHeight ?? 0) / 60) - 1);
    if (act === 'lock') void lockNow();
    else if (act !== null && row !== undefined) void actOnItem(refOf(row), act);
    else if (event.key === 'ArrowDown') move(at + 1);
    else if (event.key === 'ArrowUp') move(at - 1);
    else if (event.key === 'PageDown') move(at + page);
    else if (event.key === 'PageUp') move(at - page);
    else if (event.key === 'Enter' && inSearch) {
      if (row !== undefined && fits(at)) void fillItem(refOf(row));
      else open(at);
    } else if (isStepIn(event) && row !== undefined) open(at);
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
            onText={type}
            inputRef={input}
            listId={total > 0 ? listId : null}
            activeId={row ? rowId(at) : null}
          />
          <IconButton icon="add" label={t('newItem')} onPress={newItem} />
          <IconButton icon="lock" label={t('lockNow')} onPress={() => void lockNow()} />
          <Filters query={finder.query.value} onQuery={type} />
        </>
      }
      foot={<Foot hints={hintsFor(row !== undefined, fits(at))} />}
      over={
        <>
          <IndexStrip />
          <DraftStrip />
        </>
      }
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
          kept={homeScroll}
          rows={found.rows}
          total={total}
          active={at}
          sections={headed(found.sections, found)}
          onActive={(index) => {
            active.value = index;
          }}
          onOpen={open}
          onSight={finder.need}
          acts={row && <RowActs row={row} fits={fits(at)} />}
        />
      )}
      <p class="hidden-visually" role="status">
        {found && found.query !== '' && plural('foundCount', total)}
      </p>
    </Frame>
  );
}

function hintsFor(chosen: boolean, fits: boolean): readonly Hint[] {
  if (!chosen) return [];
  return fits ? ['hintEnterFill', 'hintPassword', 'hintDetails'] : ['hintOpen', 'hintPassword'];
}

/** The arrow that leads on along the line of reading, at the end of what is typed. */
function isStepIn(event: KeyboardEvent): boolean {
  const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  if (event.key !== forward || event.ctrlKey || event.shiftKey || event.altKey || event.metaKey) {
    return false;
  }
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || field.id !== 'search') return false;
  return field.selectionStart === field.value.length;
}

const headingTexts = {
  favourites: 'headingFavourites',
  recent: 'headingRecent',
} as const;

function headed(
  sections: readonly Section[],
  { site, query }: { site: string; query: string },
): readonly ListSection[] {
  const shown = sections.map(({ kind, count }): ListSection => {
    const text =
      kind === 'site'
        ? t('headingSite', site)
        : kind === 'rest'
          ? t(query === '' ? 'headingAll' : 'headingFound')
          : t(headingTexts[kind]);
    return { kind, count, heading: <Heading text={text} count={kind === 'site' ? 0 : count} /> };
  });
  if (query !== '' || site === '' || sections[0]?.kind === 'site') return shown;
  const none = <Heading text={t('headingNothingForSite', site)} count={0} />;
  return [{ kind: 'site', count: 0, heading: none }, ...shown];
}

function Heading({ text, count }: { text: string; count: number }) {
  return (
    <>
      <span class="name">{text}</span>
      {count > 0 && <span class="number">{number(count)}</span>}
    </>
  );
}
