import { useEffect, useState } from 'preact/hooks';
import { takePicture } from '../../../platform/tabs.ts';
import type { CodeAnswer } from '../../../protocol/item-calls.ts';
import { IconButton } from '../../parts/button.tsx';
import { say } from '../../parts/notice.ts';
import { type MessageKey, t } from '../../parts/text.ts';
import { ask } from '../../state.ts';
import { tabId } from '../../tab.ts';
import { SecretLine } from './secret-line.tsx';

type CodeSecretProps = {
  at: number;
  label: string;
  value: string | null;
  onText: (text: string) => void;
  stored: Parameters<typeof SecretLine>[0]['stored'];
};

type Tried = { readonly code: CodeAnswer | null; readonly problem: MessageKey | null };

const untried: Tried = { code: null, problem: null };
/** Milliseconds after the last key. */
const tryAfter = 250;

/** A one-time-code secret: typed, pasted as a link or a picture, or read off the tab. It shows its code, so that a wrong one is noticed here. */
export function CodeSecret({ at, label, value, onText, stored }: CodeSecretProps) {
  const [tried, setTried] = useState<Tried>(untried);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    setTried(untried);
    if (value === null || value.trim() === '') return;
    let current = true;
    const timer = setTimeout(async () => {
      const result = await ask('tryCode', { value });
      if (current)
        setTried(result.ok ? { code: result.value, problem: null } : problemOf(result.error.code));
    }, tryAfter);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [value]);

  async function read(address: string) {
    const { readQr } = await import('../../parts/read-qr.ts');
    const text = await readQr(address);
    if (text === null) say(t('qrNone'), { bad: true });
    else if (!/^otpauth:\/\/totp\//i.test(text)) say(t('qrOther'), { bad: true });
    else {
      onText(text);
      say(t('qrRead'));
    }
  }

  async function scan() {
    if (busy) return;
    setBusy(true);
    try {
      const tab = await tabId();
      const picture = tab === null ? null : await takePicture(tab).catch(() => null);
      if (picture === null) say(t('qrForbidden'), { bad: true });
      else await read(picture);
    } finally {
      setBusy(false);
    }
  }

  async function paste(event: ClipboardEvent) {
    const file = [...(event.clipboardData?.files ?? [])].find(({ type }) =>
      type.startsWith('image/'),
    );
    if (file === undefined) return;
    event.preventDefault();
    const address = URL.createObjectURL(file);
    await read(address).finally(() => URL.revokeObjectURL(address));
  }

  const under = tried.problem !== null ? 'problem' : 'hint';
  return (
    <div class="code-secret" onPaste={(event) => void paste(event)}>
      <SecretLine
        bare
        name={`field-${at}`}
        label={label}
        value={value}
        onText={onText}
        stored={stored}
      >
        {busy ? (
          <span class="spinner" role="img" aria-label={t('scanQr')} />
        ) : (
          <IconButton icon="qr" label={t('scanQr')} onPress={() => void scan()} />
        )}
      </SecretLine>
      <p class={under} role="status">
        {tried.problem !== null
          ? t(tried.problem)
          : tried.code !== null
            ? t('codeNow', tried.code.code)
            : (value ?? '') === '' && stored?.state !== 'present' && t('codeSecretHint')}
      </p>
    </div>
  );
}

function problemOf(code: string): Tried {
  return { code: null, problem: code === 'unsupported-server' ? 'codeUnsupported' : 'codeWrong' };
}
