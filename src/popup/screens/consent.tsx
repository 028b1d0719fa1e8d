import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Wish } from '../../protocol/consent-calls.ts';
import { sayFilled } from '../actions.ts';
import { Banner } from '../parts/banner.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { Frame } from '../parts/frame.tsx';
import { sayError } from '../parts/notice.ts';
import { SkeletonRow } from '../parts/skeleton.tsx';
import { t } from '../parts/text.ts';
import { Tile } from '../parts/tile.tsx';
import { useOpened } from '../parts/use-opened.ts';
import { ask, show, whenLocked } from '../state.ts';
import { closePopup } from '../tab.ts';
import { useKeys } from '../use-keys.ts';
import { lockNow } from './foot.tsx';

/**
 * Milliseconds that the question stands before an answer counts: the popup comes up under the hands of
 * somebody who is typing in a page, and a page can lead a second click or a held Enter here.
 */
const dwell = 600;

const cameForThis = new URLSearchParams(location.search).has('consent');

const wish = signal<Wish | null>(null);

whenLocked(() => {
  wish.value = null;
});

/** Asks whether an item shall be filled that was chosen where the choice alone is not enough. */
export function Consent() {
  const shownAt = useRef(Number.POSITIVE_INFINITY);
  /** A popup that came up for this question goes with it. */
  const home = () => {
    show({ screen: 'home' });
    if (cameForThis) void closePopup();
  };

  async function load() {
    const result = await ask('wish', {});
    if (!result.ok) sayError(result.error.code);
    if (!result.ok || result.value === null) return show({ screen: 'home' });
    wish.value = result.value;
    setTimeout(() => {
      shownAt.current = performance.now();
      document.querySelector<HTMLButtonElement>('.foot-acts button')?.focus();
    });
  }

  async function fill({ ref, tabId, destinations }: Wish) {
    if (performance.now() - shownAt.current < dwell) return;
    shownAt.current = Number.POSITIVE_INFINITY;
    const result = await ask('fillConfirmed', { ref, tabId, destinations });
    if (result.ok) return sayFilled(result.value);
    // Read only now, or changed meanwhile: where the form sends is a question of its own.
    if (result.error.code === 'sends-elsewhere') return load();
    sayError(result.error.code);
    show({ screen: 'home' });
  }

  useOpened(() => void load());
  useKeys(({ event, act }) => {
    if (act === 'lock') void lockNow();
    else if (event.key === 'Escape') home();
    // A key that is held down since before the popup was there is no answer.
    else return event.repeat && event.key === 'Enter';
    return true;
  });

  const asked = wish.value;
  return (
    <Frame
      head={
        <>
          <IconButton icon="back" label={t('back')} onPress={home} />
          <span class="title">{t('consentTitle')}</span>
          <IconButton icon="lock" label={t('lockNow')} onPress={() => void lockNow()} />
        </>
      }
      foot={
        // Below all that is to be read first, and in sight where that is long.
        asked !== null && (
          <div class="item-acts foot-acts">
            <Button kind="primary" icon="fill" onPress={() => void fill(asked)}>
              {t('fillNamed', asked.site)}
            </Button>
            <Button onPress={home}>{t('consentNo')}</Button>
          </div>
        )
      }
    >
      {asked === null ? (
        <SkeletonRow />
      ) : (
        <article class="item">
          <div class="item-head">
            <Tile name={asked.name} colour={0} />
            <h1>
              <bdi>{asked.name || t('nameless')}</bdi>
            </h1>
          </div>
          {asked.destinations.length > 0 && (
            <Banner>{t('consentSendsElsewhere', asked.site, asked.destinations.join(', '))}</Banner>
          )}
          {asked.addressChanged && <Banner>{t('consentAddressChanged', asked.site)}</Banner>}
          <p>
            {t('consentQuestion', asked.login === '' ? t('nameless') : asked.login, asked.site)}
          </p>
        </article>
      )}
    </Frame>
  );
}
