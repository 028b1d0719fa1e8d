import { useRef, useState } from 'preact/hooks';
import { Button, IconButton } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { QrCode } from '../../parts/qr-code.tsx';
import { spell } from '../../parts/spell.ts';
import { t } from '../../parts/text.ts';
import { useHideAfter } from '../../parts/use-hide-after.ts';

type LargeProps = { label: string; text: string; onClose: () => void };

/**
 * A secret in letters that are read from across the desk: letters, digits and signs differ in colour and in
 * their frame, each is spelled out, and a phone can take it over as a QR code.
 */
export function Large({ label, text, onClose }: LargeProps) {
  const box = useRef<HTMLDialogElement>(null);
  const [asQr, setAsQr] = useState(false);
  const close = () => box.current?.close();
  useHideAfter(true, close);
  const spelled = spell(text);
  return (
    <Dialog box={box} class="large" labelledBy="large-title" onClose={onClose}>
      <div class="keys-head">
        <h2 id="large-title">
          <bdi>{t('largeTitle', label)}</bdi>
        </h2>
        <IconButton icon="close" label={t('close')} onPress={close} />
      </div>
      {asQr ? (
        <QrCode text={text} label={t('qrTitle')} />
      ) : (
        <ol class="large-chars" dir="ltr" aria-label={t('spellTitle')}>
          {spelled.map(({ char, kind, said }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a character is its place in the text
            <li key={at} class={kind}>
              <span class="char">{char === ' ' ? '␣' : char}</span>
              <span class="said">{said || char}</span>
              <span class="place" aria-hidden="true">
                {at + 1}
              </span>
            </li>
          ))}
        </ol>
      )}
      <Button size="wide" icon={asQr ? 'large' : 'qr'} onPress={() => setAsQr(!asQr)}>
        {t(asQr ? 'qrHide' : 'qrShow')}
      </Button>
    </Dialog>
  );
}
