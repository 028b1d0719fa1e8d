import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { openOptions } from '../../platform/own-page.ts';
import { keyName, shortcuts } from '../keys.ts';
import { IconButton } from '../parts/button.tsx';
import { sayError } from '../parts/notice.ts';
import { t } from '../parts/text.ts';
import { ask, enter, route, show } from '../state.ts';

export type Hint = 'hintOpen' | 'hintPassword' | 'hintFill' | 'hintBack';

const hintKeys: Record<Hint, string> = {
  hintOpen: '↵',
  hintPassword: keyName('c'),
  hintFill: keyName('Enter'),
  hintBack: 'Esc',
};

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
  return (
    <>
      {/* Read out by the list of keys; here it is a reminder for the eye. */}
      <div class="grow hints" aria-hidden="true">
        {hints.map((hint) => (
          <span key={hint}>
            <kbd>{hintKeys[hint]}</kbd> {t(hint)}
          </span>
        ))}
      </div>
      <IconButton icon="keyboard" label={t('showKeys')} onPress={showKeys} />
      <IconButton
        icon="inbox"
        label={t('inbox')}
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
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const close = () => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      class="keys"
      aria-labelledby="keys-title"
      onClose={() => {
        keysShown.value = false;
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        // Otherwise the browser closes the popup along with the dialog.
        event.preventDefault();
        close();
      }}
    >
      <div class="keys-head">
        <h2 id="keys-title">{t('keysTitle')}</h2>
        <IconButton icon="close" label={t('close')} onPress={close} />
      </div>
      <dl>
        <KeyLine keys={['↑', '↓']} label={t('keyMove')} />
        <KeyLine keys={['↵']} label={t('keyOpen')} />
        {shortcuts.map(({ key, label }) => (
          <KeyLine key={key} keys={[keyName(key)]} label={t(label)} />
        ))}
        <KeyLine keys={['Esc']} label={t('keyBack')} />
      </dl>
    </dialog>
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
