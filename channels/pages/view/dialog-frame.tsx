/** A dialog of the browser's own: Esc closes it, the focus stays inside and goes back to what opened it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { CloseIcon } from './icon.tsx';

export interface DialogFrameProps {
  readonly title: string;
  readonly kind: 'drawer' | 'sheet' | 'question';
  /** Of the button that closes it. */
  readonly close: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function DialogFrame({ title, kind, close, onClose, children }: DialogFrameProps) {
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    const dialog = box.current;
    if (dialog?.showModal) dialog.showModal();
    else dialog?.setAttribute('open', '');
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the dialog closes it; the keyboard has Esc and the button
    <dialog
      ref={box}
      class={`dialog ${kind}`}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === box.current) onClose();
      }}
    >
      <div class="dialog-body">
        <div class="dialog-head">
          <h2 id={id}>{title}</h2>
          <button type="button" class="button round" aria-label={close} onClick={onClose}>
            <CloseIcon />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
