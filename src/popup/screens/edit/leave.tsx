import { useRef } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { t } from '../../parts/text.ts';

type LeaveProps = { onKeep: () => void; onDiscard: () => void; onStay: () => void };

/** Asked only where something was typed. */
export function Leave({ onKeep, onDiscard, onStay }: LeaveProps) {
  const box = useRef<HTMLDialogElement>(null);
  return (
    <Dialog
      box={box}
      class="ask"
      labelledBy="leave-title"
      describedBy="leave-text"
      onClose={onStay}
    >
      <h2 id="leave-title">{t('leaveTitle')}</h2>
      <p id="leave-text">{t('leaveText')}</p>
      <div class="ask-acts">
        <Button kind="primary" size="wide" onPress={onKeep}>
          {t('leaveKeep')}
        </Button>
        <Button kind="danger" size="wide" onPress={onDiscard}>
          {t('leaveDiscard')}
        </Button>
        <Button kind="quiet" size="wide" onPress={() => box.current?.close()}>
          {t('leaveStay')}
        </Button>
      </div>
    </Dialog>
  );
}
