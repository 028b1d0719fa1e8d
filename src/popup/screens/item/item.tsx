import { useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../../model/error.ts';
import { webAddress } from '../../../model/web-address.ts';
import type { ItemView } from '../../../protocol/item-calls.ts';
import { actOnItem, editItem, fillItem, openAndFill } from '../../actions.ts';
import { Blank } from '../../parts/blank.tsx';
import { Button, IconButton } from '../../parts/button.tsx';
import { errorText } from '../../parts/error-text.ts';
import { Frame } from '../../parts/frame.tsx';
import { Icon } from '../../parts/icon.tsx';
import { sayError } from '../../parts/notice.ts';
import { stepFocus } from '../../parts/step-focus.ts';
import { t } from '../../parts/text.ts';
import { Tile } from '../../parts/tile.tsx';
import { useKeptFocus } from '../../parts/use-kept-focus.ts';
import { useOpened } from '../../parts/use-opened.ts';
import { ask, type ItemRoute, show } from '../../state.ts';
import { useKeys } from '../../use-keys.ts';
import { DraftBanner, useDrafts } from '../draft-strip.tsx';
import { Foot, lockNow, showKeys } from '../foot.tsx';
import { Acts } from './acts.tsx';
import { ItemDetails } from './details.tsx';

export function Item({ route }: { route: ItemRoute }) {
  const { ref } = route;
  const [view, setView] = useState<ItemView | null>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLElement>(null);
  const drafts = useDrafts(ref);

  async function load() {
    setProblem(null);
    const result = await ask('open', { ref });
    if (result.ok) setView(result.value);
    else setProblem(result.error.code);
  }

  useOpened(() => {
    heading.current?.focus();
    void load();
  });

  async function toggleFavourite(shown: ItemView) {
    // Shown at once; the server's no takes it back.
    setView({ ...shown, favourite: !shown.favourite });
    const result = await ask('favourite', { ref, on: !shown.favourite });
    if (result.ok) return;
    setView(shown);
    sayError(result.error.code);
  }

  const back = () => show(route.back ?? { screen: route.from });

  useKeptFocus(heading);
  useKeys(({ event, act }) => {
    // In a list of choices or a line of text these keys are its own.
    const inControl = event.target instanceof Element && event.target.matches('input, select');
    if (inControl && event.key !== 'Escape' && act !== 'lock') return false;
    if (act === 'lock') void lockNow();
    else if (act !== null) void actOnItem(ref, act);
    else if (event.key.toLowerCase() === 'e' && !event.ctrlKey && view?.can.edit)
      editItem(ref, name);
    else if (event.key === 'Escape') back();
    else if (event.key === 'ArrowDown') stepFocus(body.current, 1);
    else if (event.key === 'ArrowUp') stepFocus(body.current, -1);
    else if (event.key === '?' || event.key === 'F1') showKeys();
    else return false;
    return true;
  });

  const waiting = view === null && problem === null;
  const name = view?.name ?? route.name;
  const place = route.from === 'inbox' ? t('inbox') : (view?.path ?? []).join(' / ');
  return (
    <Frame
      bodyRef={body}
      head={
        <>
          <IconButton icon="back" label={t('back')} onPress={back} />
          <bdi class="title path">{place}</bdi>
          {view?.can.edit && (
            <IconButton icon="edit" label={t('editItem')} onPress={() => editItem(ref, name)} />
          )}
          <IconButton icon="lock" label={t('lockNow')} onPress={() => void lockNow()} />
        </>
      }
      foot={<Foot hints={['hintPassword', 'hintBack']} />}
    >
      <article class="item" aria-busy={waiting}>
        <div class="item-head">
          <Tile name={name} colour={view?.colour ?? 0} />
          <h1 ref={heading} tabIndex={-1}>
            <bdi>{name || t('nameless')}</bdi>
          </h1>
          {view?.can.favourite ? (
            <span class={view.favourite ? 'favourite' : 'favourite not'}>
              <IconButton
                icon="star"
                label={t(view.favourite ? 'removeFavourite' : 'addFavourite')}
                pressed={view.favourite}
                onPress={() => void toggleFavourite(view)}
              />
            </span>
          ) : (
            view?.favourite && (
              <span class="favourite" title={t('favourite')}>
                <Icon name="star" />
                <span class="hidden-visually">{t('favourite')}</span>
              </span>
            )
          )}
        </div>
        {/* An inbox item belongs to no site, so there is nothing to fill it into. */}
        {problem === null && ref.kind !== 'inbox' && (
          <ItemActs route={route} urls={view?.urls ?? null} />
        )}
        {problem !== null ? (
          <Blank
            icon={problem === 'offline' ? 'offline' : 'warning'}
            bad
            title={t('itemFailedTitle')}
            text={errorText(problem)}
          >
            <Button icon="refresh" onPress={() => void load()}>
              {t('tryAgain')}
            </Button>
            <Button onPress={back}>{t('back')}</Button>
          </Blank>
        ) : view === null ? (
          <ItemSkeleton />
        ) : (
          <>
            <DraftBanner {...drafts} />
            <ItemDetails view={view} route={route} onChanged={load} />
            {ref.kind !== 'inbox' && <Acts view={view} route={route} />}
          </>
        )}
      </article>
    </Frame>
  );
}

/** Stands from the start: filling needs nothing of what is still being opened. */
function ItemActs({ route, urls }: { route: ItemRoute; urls: readonly string[] | null }) {
  const { ref, fits } = route;
  const site = urls?.find((url) => webAddress(url) !== null);
  // The list says whether there is an address, so its button keeps its place until that is known.
  const opens = urls === null ? route.hasSite : site !== undefined;
  return (
    <div class="item-acts">
      <Button kind={fits ? 'primary' : 'plain'} icon="fill" onPress={() => void fillItem(ref)}>
        {t('fill')}
      </Button>
      {opens && (
        <Button
          kind={fits ? 'plain' : 'primary'}
          icon="open"
          onPress={() => site !== undefined && void openAndFill(ref, site)}
        >
          {t('openAndFill')}
        </Button>
      )}
    </div>
  );
}

function ItemSkeleton() {
  return (
    <div class="card skeleton" aria-hidden="true">
      {[0, 1, 2].map((line) => (
        <div class="value" key={line}>
          <div class="words">
            <span class="bar w-3" />
            <span class="bar w-7" />
          </div>
        </div>
      ))}
    </div>
  );
}
