import { useRef, useState } from 'preact/hooks';
import type { Generated } from '../../../model/generator.ts';
import { sayCopied } from '../../actions.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { Frame } from '../../parts/frame.tsx';
import { Generator } from '../../parts/generator.tsx';
import { sayError } from '../../parts/notice.ts';
import { t } from '../../parts/text.ts';
import { useOpened } from '../../parts/use-opened.ts';
import { ask, managed, show } from '../../state.ts';
import { useKeys } from '../../use-keys.ts';
import { Foot, lockNow, showKeys } from '../foot.tsx';
import { History } from './history.tsx';

/** Makes a password to copy; those that were used before stand below. */
export function GeneratorScreen() {
  const heading = useRef<HTMLHeadingElement>(null);
  const [made, setMade] = useState<Generated | null>(null);
  const [used, setUsed] = useState(0);

  useOpened(() => {
    heading.current?.focus();
  });

  async function copy(): Promise<void> {
    if (made === null) return;
    const result = await ask('keepGenerated', { password: made.text, copy: true });
    if (result.ok) {
      setUsed(used + 1);
      sayCopied(t('password'), result.value.clearsIn);
    } else sayError(result.error.code);
  }

  useKeys(({ event, act }) => {
    if (act === 'lock') void lockNow();
    else if (act === 'copy-password') void copy();
    else if (event.key === 'Escape') show({ screen: 'home' });
    else if (event.key === '?' || event.key === 'F1') showKeys();
    else return false;
    return true;
  });

  return (
    <Frame
      head={
        <>
          <IconButton icon="back" label={t('back')} onPress={() => show({ screen: 'home' })} />
          <h1 class="title" ref={heading} tabIndex={-1}>
            {t('generator')}
          </h1>
          <IconButton icon="lock" label={t('lockNow')} onPress={() => void lockNow()} />
        </>
      }
      foot={<Foot hints={['hintPassword', 'hintBack']} />}
    >
      <div class="screen-body">
        <Generator least={managed.value?.generatedPasswords ?? null} onMade={setMade} />
        <Button kind="primary" size="wide" icon="copy" onPress={() => void copy()}>
          {t('copyPassword')}
        </Button>
        <History turn={used} />
      </div>
    </Frame>
  );
}
