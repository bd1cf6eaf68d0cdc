/** What is typed to the citizen, kept for a reload until it is sent. Other parts of the view put pieces into it. */
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { keepDraft, readDraft } from '../../keep/drafts.ts';
import { insertText } from '../../talk/insert-text.ts';

export interface Draft {
  readonly text: string;
  readonly set: (text: string) => void;
  /** Where the cursor stands now, told by the box. */
  readonly at: (cursor: number) => void;
  /** Puts a piece in where the cursor stood, and the focus into the box behind it. */
  readonly insert: (piece: string) => void;
}

export function useDraft(id: string): Draft {
  const [text, setText] = useState(() => readDraft(sessionStorage, id));
  const cursor = useRef(text.length);
  const latest = useRef(text);
  const set = useCallback(
    (next: string) => {
      latest.current = next;
      keepDraft(sessionStorage, id, next);
      setText(next);
    },
    [id],
  );
  const insert = useCallback(
    (piece: string) => {
      const next = insertText({ text: latest.current, cursor: Math.min(cursor.current, latest.current.length) }, piece);
      set(next.text);
      cursor.current = next.cursor;
      setTimeout(() => {
        const box = document.getElementById('compose');
        if (!(box instanceof HTMLTextAreaElement)) return;
        box.focus();
        box.setSelectionRange(next.cursor, next.cursor);
      });
    },
    [set],
  );
  const at = useCallback((place: number) => {
    cursor.current = place;
  }, []);
  return useMemo(() => ({ text, set, insert, at }), [text, set, insert, at]);
}
