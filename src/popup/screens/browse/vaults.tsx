import { useRef } from 'preact/hooks';
import type { FacetsAnswer } from '../../../protocol/list-calls.ts';
import { Blank } from '../../parts/blank.tsx';
import { IconButton } from '../../parts/button.tsx';
import { Frame } from '../../parts/frame.tsx';
import { type Glyph, Icon } from '../../parts/icon.tsx';
import { ListState } from '../../parts/list-state.tsx';
import { stepFocus } from '../../parts/step-focus.ts';
import { number, plural, t } from '../../parts/text.ts';
import { useKeptFocus } from '../../parts/use-kept-focus.ts';
import { useOpened } from '../../parts/use-opened.ts';
import { show } from '../../state.ts';
import { useKeys } from '../../use-keys.ts';
import { Foot, lockNow, showKeys } from '../foot.tsx';
import { searchFor } from '../home/home-state.ts';
import { unread } from '../unread.ts';
import { loadVaults, vaults, vaultsProblem } from './browse-state.ts';
import { browseTo } from './browsing.ts';

/** The vaults, those of the company and one's own, and the inbox. */
export function VaultsScreen() {
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLElement>(null);
  const home = () => show({ screen: 'home' });

  useOpened(() => {
    heading.current?.focus();
    void loadVaults();
  });
  useKeptFocus(heading);
  useKeys(({ event, act }) => {
    if (act === 'lock') void lockNow();
    else if (event.key === 'Escape' || event.key === 'Backspace') home();
    else if (event.key === 'ArrowDown') stepFocus(body.current, 1);
    else if (event.key === 'ArrowUp') stepFocus(body.current, -1);
    else if (event.key === '?' || event.key === 'F1') showKeys();
    else if (isLetter(event)) searchFor(event.key);
    else return false;
    return true;
  });

  return (
    <Frame
      bodyRef={body}
      head={
        <>
          <IconButton icon="back" label={t('back')} onPress={home} />
          <h1 class="title" ref={heading} tabIndex={-1}>
            {t('vaults')}
          </h1>
          <IconButton icon="lock" label={t('lockNow')} onPress={() => void lockNow()} />
        </>
      }
      foot={<Foot hints={['hintOpen', 'hintBack']} />}
    >
      <VaultsBody />
    </Frame>
  );
}

/** A letter that a person types to search, whatever has the focus. */
export function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}

function VaultsBody() {
  return (
    <ListState
      problem={vaultsProblem.value}
      problemTitle={t('listFailedTitle')}
      onAgain={() => void loadVaults()}
      waiting={vaults.value === null}
    >
      {vaults.value?.length === 0 ? (
        <Blank icon="vault" title={t('emptyTitle')} text={t('emptyText')} />
      ) : (
        <VaultLists all={vaults.value ?? []} />
      )}
    </ListState>
  );
}

function VaultLists({ all }: { all: FacetsAnswer['vaults'] }) {
  const kinds = [
    ['company', 'vaultsCompany'],
    ['private', 'vaultsPrivate'],
  ] as const;
  return (
    <>
      <ul class="list">
        <li>
          <Line icon="inbox" name={t('inbox')} onPress={() => show({ screen: 'inbox' })}>
            {unread.value !== null && unread.value > 0 && (
              <span class="chip">{plural('unreadCount', unread.value)}</span>
            )}
          </Line>
        </li>
      </ul>
      {kinds.map(([kind, title]) => {
        const some = all.filter((vault) => vault.kind === kind);
        return (
          some.length > 0 && (
            <section key={kind} aria-labelledby={`vaults-${kind}`}>
              <h2 class="list-title" id={`vaults-${kind}`}>
                {t(title)}
              </h2>
              <ul class="list">
                {some.map(({ id, name, count }) => (
                  <li key={id}>
                    <Line
                      icon="vault"
                      name={name}
                      onPress={() => browseTo({ vaultId: id, folderId: null })}
                    >
                      <span class="side-count">{number(count)}</span>
                    </Line>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>
  );
}

type LineProps = {
  icon: Glyph;
  name: string;
  onPress: () => void;
  children: preact.ComponentChildren;
};

function Line({ icon, name, onPress, children }: LineProps) {
  return (
    <button type="button" class="row still slim" onClick={onPress}>
      <span class="tile plain">
        <Icon name={icon} />
      </span>
      <span class="words">
        <bdi class="name">{name || t('nameless')}</bdi>
      </span>
      {children}
    </button>
  );
}
