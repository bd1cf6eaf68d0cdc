/** Ready replies, their fields filled from the guide that the talk is about. */
import { useEffect, useState } from 'preact/hooks';
import { foldText } from '../../talk/insert-text.ts';
import { fill, texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { Dialog } from '../../view/dialog.tsx';
import type { CannedReplies } from '../../wire/wire-types.ts';
import { useOpenTalk } from './talk-context.ts';

interface CannedDialogProps {
  readonly onInsert: (text: string) => void;
  readonly onClose: () => void;
}

export function CannedDialog({ onInsert, onClose }: CannedDialogProps) {
  const { talk } = useOpenTalk();
  const { caller, fail } = useConsole();
  const [list, setList] = useState<CannedReplies | null>(null);
  const [wanted, setWanted] = useState('');
  const guide = talk.handOff.summary.asked[0];
  const code = guide?.code;
  useEffect(() => {
    caller
      .get<CannedReplies>(code ? `/canned?code=${encodeURIComponent(code)}` : '/canned')
      .then(setList, (error: unknown) => {
        setList([]);
        fail(error);
      });
  }, [caller, code, fail]);
  const shown = list?.filter(({ title, text }) => foldText(`${title} ${text}`).includes(foldText(wanted))) ?? [];
  return (
    <Dialog title={texts.canned.title} kind="drawer" onClose={onClose}>
      {guide ? <p class="note">{fill(texts.canned.forGuide, { title: guide.title })}</p> : null}
      <label class="field">
        {texts.canned.find}
        <input type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
      </label>
      {list && shown.length === 0 ? <p role="status">{texts.canned.none}</p> : null}
      <ul class="canned">
        {shown.map(({ id, title, text }) => (
          <li key={id} class="canned-one">
            <h3>{title}</h3>
            <p class="said-text">{text}</p>
            <button
              type="button"
              class="button"
              aria-label={`${texts.canned.insert}: ${title}`}
              onClick={() => onInsert(text)}
            >
              {texts.canned.insert}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
