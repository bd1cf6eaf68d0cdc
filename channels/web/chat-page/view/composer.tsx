/** Where the citizen writes. Enter asks, Shift + Enter starts a new line; a key that only composes a letter does neither. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { SendIcon } from './icons.tsx';
import { usePage } from './page-context.ts';

interface ComposerProps {
  /** What was typed before the page came alive. */
  readonly draft: string;
}

const mostLetters = 4000;

export function Composer({ draft }: ComposerProps) {
  const { texts, ask, type } = usePage();
  const [text, setText] = useState(draft);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const area = box.current;
    if (!area) return;
    area.rows = 1;
    const lines = Math.round((area.scrollHeight - 20) / Number.parseFloat(getComputedStyle(area).lineHeight));
    area.rows = Math.max(1, Math.min(5, lines || 1));
  }, [text]);
  const submit = (event: Event) => {
    event.preventDefault();
    if (text.trim() === '') return;
    ask(text);
    setText('');
    box.current?.focus();
  };
  return (
    <form class="composer" action="/hoi" method="post" onSubmit={submit}>
      <label class="hidden" for="question">
        {texts.ask}
      </label>
      <div class="composer-row">
        <textarea
          id="question"
          ref={box}
          rows={1}
          maxLength={mostLetters}
          autocomplete="off"
          enterkeyhint="send"
          placeholder={texts.askPlaceholder}
          aria-describedby="question-hint"
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            type(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
          }}
        />
        <button type="submit" class="send">
          <SendIcon />
          {texts.send}
        </button>
      </div>
      <p class="hint" id="question-hint">
        {texts.hint} <span class="hint-keys">{texts.hintKeys}</span>
      </p>
    </form>
  );
}
