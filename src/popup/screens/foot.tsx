import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { keyActs } from '../../model/settings.ts';
import { openOptions } from '../../platform/own-page.ts';
import { keyNameOf } from '../keys.ts';
import { IconButton } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { keyLabels } from '../parts/key-name.ts';
import { sayError } from '../parts/notice.ts';
import { number, plural, t } from '../parts/text.ts';
import { ask, enter, route, show, status } from '../state.ts';
import { finder } from './home/home-state.ts';
import { loadUnread, unread } from './unread.ts';

/** What a key does on a screen. Enter fills in lists; on an item it takes Ctrl. */
const hintTexts = {
  hintOpen: 'hintOpen',
  hintEnterFill: 'hintFill',
  hintDetails: 'hintOpen',
  hintPassword: 'hintPassword',
  hintFill: 'hintFill',
  hintBack: 'hintBack',
} as const;

export type Hint = keyof typeof hintTexts;

const hintKey = (hint: Hint): string =>
  ({
    hintOpen: '↵',
    hintEnterFill: '↵',
    hintDetails: stepInKey(),
    hintPassword: keyNameOf('copy-password'),
    hintFill: keyNameOf('fill'),
    hintBack: 'Esc',
  })[hint];

/** The arrow along the line of reading. */
const stepInKey = (): string => (document.documentElement.dir === 'rtl' ? '←' : '→');

const keysShown = signal(false);

export function showKeys(): void {
  keysShown.value = true;
}

export async function lockNow(): Promise<void> {
  const result = await ask('lock', {});
  if (result.ok) enter(result.value);
  else sayError(result.error.code);
}

/** The line under every list: what the keys do, and the ways out of it. */
export function Foot({ hints }: { hints: readonly Hint[] }) {
  const { screen } = route.value;
  const inInbox = screen === 'inbox';
  const inGenerator = screen === 'generator';
  const unlocked = status.value?.state === 'unlocked';
  const refreshed = finder.found.value?.index.refreshedAt;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is counted when the list is refreshed
  useEffect(() => {
    if (unlocked) void loadUnread();
  }, [unlocked, refreshed]);
  const waiting = unread.value ?? 0;
  return (
    <>
      {/* Read out by the list of keys; here it is a reminder for the eye. */}
      <div class="grow hints" aria-hidden="true">
        {hints.map((hint) => (
          <span key={hint}>
            <kbd>{hintKey(hint)}</kbd> {t(hintTexts[hint])}
          </span>
        ))}
      </div>
      <IconButton icon="keyboard" label={t('showKeys')} onPress={showKeys} />
      <IconButton
        icon="inbox"
        label={t('inbox')}
        count={
          waiting === 0
            ? null
            : {
                shown: waiting > 99 ? '99+' : number(waiting),
                said: plural('unreadCount', waiting),
              }
        }
        pressed={inInbox}
        onPress={() => show(inInbox ? { screen: 'home' } : { screen: 'inbox' })}
      />
      <IconButton
        icon="dice"
        label={t('generator')}
        pressed={inGenerator}
        onPress={() => show({ screen: inGenerator ? 'home' : 'generator' })}
      />
      <IconButton icon="settings" label={t('settings')} onPress={() => void openOptions()} />
      {keysShown.value && <KeysDialog />}
    </>
  );
}

function KeysDialog() {
  const box = useRef<HTMLDialogElement>(null);
  return (
    <Dialog
      box={box}
      class="keys"
      labelledBy="keys-title"
      onClose={() => {
        keysShown.value = false;
      }}
    >
      <div class="keys-head">
        <h2 id="keys-title">{t('keysTitle')}</h2>
        <IconButton icon="close" label={t('close')} onPress={() => box.current?.close()} />
      </div>
      <dl>
        <KeyLine keys={['↑', '↓']} label={t('keyMove')} />
        <KeyLine keys={['↵']} label={t('keyEnter')} />
        <KeyLine keys={[stepInKey()]} label={t('keyOpen')} />
        {keyActs.map((act) => (
          <KeyLine key={act} keys={[keyNameOf(act)]} label={t(keyLabels[act])} />
        ))}
        <KeyLine keys={['Esc']} label={t('keyBack')} />
      </dl>
    </Dialog>
  );
}

function KeyLine({ keys, label }: { keys: readonly string[]; label: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dd>
    </div>
  );
}
