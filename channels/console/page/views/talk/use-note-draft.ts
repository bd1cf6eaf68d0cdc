/** A note that is being written, kept for a reload like words to the citizen. */
import { useState } from 'preact/hooks';
import { keepDraft, readDraft } from '../../keep/drafts.ts';
import { texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { useOpenTalk } from './talk-context.ts';

export function useNoteDraft(id: string) {
  const { caller, say, fail } = useConsole();
  const { model } = useOpenTalk();
  const key = `note.${id}`;
  const [text, setText] = useState(() => readDraft(sessionStorage, key));
  const [going, setGoing] = useState(false);
  const set = (next: string) => {
    keepDraft(sessionStorage, key, next);
    setText(next);
  };
  const send = async () => {
    if (going) return;
    setGoing(true);
    try {
      await caller.post(`/hand-offs/${id}/notes`, { text: text.trim() });
      set('');
      say(texts.compose.noted);
      await model.read();
    } catch (error) {
      fail(error);
    } finally {
      setGoing(false);
    }
  };
  return { text, set, send: () => void send() };
}
