import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { t } from '../../parts/text.ts';

type LeaveProps = { onKeep: () => void; onDiscard: () => void; onStay: () => void };

/** Asked only where something was typed. */
export function Leave({ onKeep, onDiscard, onStay }: LeaveProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  // Closed and not just taken away: the browser then gives the focus back to where it was.
  const stay = () => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      class="ask"
      aria-labelledby="leave-title"
      aria-describedby="leave-text"
      onClose={onStay}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        // Otherwise the browser closes the popup along with the dialog.
        event.preventDefault();
        stay();
      }}
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
        <Button kind="quiet" size="wide" onPress={stay}>
          {t('leaveStay')}
        </Button>
      </div>
    </dialog>
  );
}
