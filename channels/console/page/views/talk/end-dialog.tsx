/** Give back or finish: what the citizen will hear is said before it is done. */
import { texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { Dialog } from '../../view/dialog.tsx';
import { useOpenTalk } from './talk-context.ts';

interface EndDialogProps {
  readonly as: 'returned' | 'finished';
  readonly onClose: () => void;
}

export function EndDialog({ as, onClose }: EndDialogProps) {
  const { model, draft, state, onChanged } = useOpenTalk();
  const { say, fail } = useConsole();
  const title = as === 'returned' ? texts.end.return : texts.end.finish;
  const end = async () => {
    try {
      await model.end('end', { as });
      say(texts.end[as]);
      onClose();
    } catch (error) {
      fail(error);
    }
    onChanged();
  };
  const unsent = draft.text.trim() !== '' || state.outgoing.length > 0;
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{as === 'returned' ? texts.end.returnText : texts.end.finishText}</p>
      {unsent ? <p class="band band-warn">{texts.end.unsent}</p> : null}
      <p class="form-actions">
        <button type="button" class="button strong" onClick={() => void end()}>
          {title}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {texts.cancel}
        </button>
      </p>
    </Dialog>
  );
}
