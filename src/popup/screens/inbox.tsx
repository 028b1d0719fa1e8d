import { signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { ErrorCode } from '../../model/error.ts';
import type { InboxEntry } from '../../model/item.ts';
import { Blank } from '../parts/blank.tsx';
import { IconButton } from '../parts/button.tsx';
import { Frame } from '../parts/frame.tsx';
import { ListState } from '../parts/list-state.tsx';
import { stepFocus } from '../parts/step-focus.ts';
import { t } from '../parts/text.ts';
import { Tile } from '../parts/tile.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { useOpened } from '../parts/use-opened.ts';
import { ask, show, whenLocked } from '../state.ts';
import { useKeys } from '../use-keys.ts';
import { Foot, lockNow, showKeys } from './foot.tsx';
import { unread } from './unread.ts';

/** Outlives the screen, so that coming back from an item finds the list at once. */
const rows = signal<readonly InboxEntry[] | null>(null);
const problem = signal<ErrorCode | null>(null);

whenLocked(() => {
  rows.value = null;
});

async function load(): Promise<void> {
  problem.value = null;
  const result = await ask('inbox', {});
  if (!result.ok) {
    problem.value = result.error.code;
    return;
  }
  rows.value = result.value;
  unread.value = result.value.filter(({ viewed }) => !viewed).length;
}

/** What colleagues have sent. */
export function Inbox() {
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLElement>(null);

  useOpened(() => {
    heading.current?.focus();
    void load();
  });

  useKeys(({ event, act }) => {
    if (act === 'lock') void lockNow();
    else if (event.key === 'Escape') show({ screen: 'home' });
    else if (event.key === 'ArrowDown') stepFocus(body.current, 1);
    else if (event.key === 'ArrowUp') stepFocus(body.current, -1);
    else if (event.key === '?' || event.key === 'F1') showKeys();
    else return false;
    return true;
  });

  return (
    <Frame
      bodyRef={body}
      head={
        <>
          <IconButton icon="back" label={t('back')} onPress={() => show({ screen: 'home' })} />
          <h1 class="title" ref={heading} tabIndex={-1}>
            {t('inbox')}
          </h1>
          <IconButton icon="lock" label={t('lockNow')} onPress={() => void lockNow()} />
        </>
      }
      foot={<Foot hints={['hintOpen', 'hintBack']} />}
    >
      <InboxBody heading={heading} />
    </Frame>
  );
}

function InboxBody({ heading }: { heading: RefObject<HTMLElement | null> }) {
  useKeptFocus(heading);
  return (
    <ListState
      problem={problem.value}
      problemTitle={t('inboxFailedTitle')}
      onAgain={() => void load()}
      waiting={rows.value === null}
    >
      {rows.value?.length === 0 ? (
        <Blank icon="inbox" title={t('inboxEmptyTitle')} text={t('inboxEmptyText')} />
      ) : (
        <ul class="list">
          {rows.value?.map((row) => (
            <li key={row.id}>
              <Row row={row} />
            </li>
          ))}
        </ul>
      )}
    </ListState>
  );
}

function Row({ row }: { row: InboxEntry }) {
  const { id, name, login, viewed } = row;
  const open = () =>
    show({
      screen: 'item',
      ref: { kind: 'inbox', id },
      name,
      fits: false,
      hasSite: false,
      from: 'inbox',
    });
  return (
    <button type="button" class="row still" onClick={open}>
      <Tile name={name} colour={0} />
      <span class="words">
        <bdi class="name">{name || t('nameless')}</bdi>
        <bdi class="under">{login || t('noLogin')}</bdi>
      </span>
      {!viewed && <span class="chip">{t('unread')}</span>}
    </button>
  );
}
