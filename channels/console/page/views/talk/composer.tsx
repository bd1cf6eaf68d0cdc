/** Where the officer writes: to the citizen, or a note that only colleagues see. The two look nothing alike. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { maySpeak } from '../../talk/claim-state.ts';
import { texts } from '../../texts/texts.ts';
import { useMay } from '../../view/console-context.ts';
import { SendIcon } from '../../view/icon.tsx';
import { ComposeTools } from './compose-tools.tsx';
import { PictureRow } from './picture-row.tsx';
import { useOpenTalk } from './talk-context.ts';
import { useNoteDraft } from './use-note-draft.ts';
import { usePictures } from './use-pictures.ts';

export type ComposeMode = 'reply' | 'note';
const modes: readonly ComposeMode[] = ['reply', 'note'];
const mostLetters = { reply: 4000, note: 2000 } as const;

export function Composer() {
  const { state, model, draft, id } = useOpenTalk();
  const answers = useMay('answer');
  const [mode, setMode] = useState<ComposeMode>(answers ? 'reply' : 'note');
  const note = useNoteDraft(id);
  const pictures = usePictures();
  const speaks = maySpeak(state.claim);
  const isNote = mode === 'note';
  const text = isNote ? note.text : draft.text;
  const ready = isNote
    ? text.trim() !== ''
    : speaks && !pictures.going && (text.trim() !== '' || pictures.list.length > 0);
  const submit = (event: Event) => {
    event.preventDefault();
    if (!ready) return;
    if (isNote) return note.send();
    model.say(
      text.trim(),
      pictures.list.map((one) => one.id),
    );
    draft.set('');
    pictures.clear();
  };
  return (
    <form class={`compose compose-${mode}`} onSubmit={submit}>
      {answers ? <Modes mode={mode} onMode={setMode} /> : null}
      <label class="hidden" for="compose">
        {isNote ? texts.compose.noteLabel : texts.compose.replyLabel}
      </label>
      <Box
        text={text}
        mode={mode}
        onText={(next) => {
          if (isNote) return note.set(next);
          draft.set(next);
          model.typing();
        }}
        onCursor={draft.at}
        onSubmit={submit}
      />
      <PictureRow pictures={pictures} />
      <div class="compose-foot">
        {isNote ? null : <ComposeTools pictures={pictures} />}
        <p class="hint compose-hint" id="compose-hint">
          {isNote ? texts.compose.noteHint : speaks ? texts.compose.replyHint : texts.compose.claimFirst}
        </p>
        <button type="submit" class="send" aria-disabled={!ready}>
          <SendIcon />
          {isNote ? texts.compose.keepNote : texts.compose.send}
        </button>
      </div>
    </form>
  );
}

function Modes({ mode, onMode }: { readonly mode: ComposeMode; readonly onMode: (mode: ComposeMode) => void }) {
  return (
    <fieldset class="modes">
      <legend class="hidden">{texts.compose.mode}</legend>
      {modes.map((one) => (
        <button
          key={one}
          id={`mode-${one}`}
          type="button"
          class="mode"
          aria-pressed={one === mode}
          onClick={() => onMode(one)}
        >
          {texts.compose[one]}
        </button>
      ))}
    </fieldset>
  );
}

interface BoxProps {
  readonly text: string;
  readonly mode: ComposeMode;
  readonly onText: (text: string) => void;
  readonly onCursor: (cursor: number) => void;
  readonly onSubmit: (event: Event) => void;
}

/** Grows with its text; Enter sends, Shift + Enter starts a line, a key that only composes a letter does neither. */
function Box({ text, mode, onText, onCursor, onSubmit }: BoxProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = box.current;
    if (!area) return;
    area.rows = 1;
    const lines = Math.round((area.scrollHeight - 20) / Number.parseFloat(getComputedStyle(area).lineHeight));
    area.rows = Math.max(2, Math.min(8, lines || 1));
  }, [text]);
  return (
    <textarea
      id="compose"
      ref={box}
      rows={2}
      maxLength={mostLetters[mode]}
      autocomplete="off"
      enterkeyhint="send"
      placeholder={mode === 'note' ? texts.compose.noteExample : texts.compose.replyExample}
      aria-describedby="compose-hint"
      value={text}
      onInput={(event) => onText(event.currentTarget.value)}
      onSelect={(event) => onCursor(event.currentTarget.selectionStart)}
      onBlur={(event) => onCursor(event.currentTarget.selectionStart)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) onSubmit(event);
      }}
    />
  );
}
