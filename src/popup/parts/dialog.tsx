import type { ComponentChildren, RefObject } from 'preact';
import { useOpened } from './use-opened.ts';

type DialogProps = {
  /** Whoever closes it calls `close` on this: taken away by hand, it would keep the focus from going back. */
  box: RefObject<HTMLDialogElement | null>;
  class: string;
  /** Its name, or the id of what names it. */
  label?: string;
  labelledBy?: string;
  /** Id of what explains it. */
  describedBy?: string;
  /** A press beside it closes it. */
  isLight?: boolean;
  /** Hears that it is closed, in whichever way. */
  onClose: () => void;
  /** True where the key was its own, so that the page does nothing with it. */
  onKey?: (event: KeyboardEvent) => boolean;
  children: ComponentChildren;
};

/** A box over the screen; the screen's own keys rest meanwhile. */
export function Dialog(props: DialogProps) {
  const { box, onClose, onKey } = props;
  useOpened(() => {
    box.current?.showModal();
  });
  return (
    <dialog
      ref={box}
      class={props.class}
      aria-label={props.label}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      onClose={onClose}
      onClick={(event) => {
        if (props.isLight && event.target === box.current) box.current?.close();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') box.current?.close();
        else if (!onKey?.(event)) return;
        // Otherwise the browser closes the popup along with the dialog.
        event.preventDefault();
      }}
    >
      {props.children}
    </dialog>
  );
}
