import { useEffect, useRef } from 'preact/hooks';
import { useTexts } from './useTexts';

interface ConfirmDialogProps {
  title: string;
  text: string;
  action: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once more before something is gone. Escape and "Cancel" leave everything as it was. */
export function ConfirmDialog({ title, text, action, onConfirm, onClose }: ConfirmDialogProps) {
  const t = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="confirm-title">
      <h2 id="confirm-title">{title}</h2>
      <p>{text}</p>
      <div class="actions">
        <button type="button" class="button danger" onClick={onConfirm} data-testid="confirm">{action}</button>
        <button type="button" class="button secondary" onClick={() => dialog.current?.close()} data-testid="cancel">{t.cancel}</button>
      </div>
    </dialog>
  );
}
