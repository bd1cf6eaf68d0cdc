/** What was said, oldest first, the notes between it, and at the end what is under way. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { momentWords } from '../../inbox/waiting-words.ts';
import { linesOf } from '../../talk/entries.ts';
import { fill, texts } from '../../texts/texts.ts';
import { useNow } from '../../view/use-now.ts';
import type { Talk } from '../../wire/wire-types.ts';
import { EntryView } from './entry-view.tsx';
import { OutgoingView } from './outgoing-view.tsx';
import { useOpenTalk } from './talk-context.ts';

/** Within so many pixels of the end one is reading along. */
const nearEnd = 120;

export function TalkLog() {
  const { talk, state } = useOpenTalk();
  const now = useNow();
  const { box, isBelow, toEnd } = useFollow(talk.entries.length + state.outgoing.length + talk.notes.length);
  return (
    <div class="log-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard */}
      <div class="log" ref={box} role="log" aria-label={texts.talk.log} tabIndex={0}>
        {linesOf(talk.entries, talk.notes).map((line) =>
          line.kind === 'entry' ? (
            <EntryView key={line.entry.id} entry={line.entry} citizenName={talk.citizenName} now={now} />
          ) : (
            <NoteView key={line.note.id} note={line.note} now={now} />
          ),
        )}
        {state.outgoing.map((words) => (
          <OutgoingView key={words.key} words={words} />
        ))}
      </div>
      {isBelow ? (
        <button type="button" class="button new-below" onClick={toEnd}>
          {texts.talk.newBelow}
        </button>
      ) : null}
      {/* Letter by letter it would be read out without end: the eye alone sees what is being typed. */}
      <p class="citizen-typing" aria-hidden="true">
        {state.typing ? fill(texts.talk.typing, { text: state.typing }) : ''}
      </p>
    </div>
  );
}

function NoteView({ note, now }: { readonly note: Talk['notes'][number]; readonly now: Date }) {
  return (
    <article class="internal-note">
      <p class="said-by">
        <strong>{texts.note.title}</strong> ({texts.note.hidden}), {note.by},{' '}
        <time dateTime={note.at}>{momentWords(note.at, now)}</time>
      </p>
      <p class="said-text">{note.text}</p>
    </article>
  );
}

/** Stays at the end while one reads there; does not pull away whoever reads further up. */
function useFollow(count: number) {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(0);
  const [isBelow, setBelow] = useState(false);
  const toEnd = () => {
    box.current?.scrollTo({ top: box.current.scrollHeight });
    setBelow(false);
  };
  useEffect(() => {
    const log = box.current;
    if (!log || count === before.current) return;
    const first = before.current === 0;
    before.current = count;
    const away = log.scrollHeight - log.scrollTop - log.clientHeight;
    const added = log.lastElementChild?.clientHeight ?? 0;
    if (first || away < nearEnd + added) toEnd();
    else setBelow(true);
  });
  useEffect(() => {
    const log = box.current;
    const look = () => {
      if (log && log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd) setBelow(false);
    };
    log?.addEventListener('scroll', look, { passive: true });
    return () => log?.removeEventListener('scroll', look);
  }, []);
  return { box, isBelow, toEnd };
}
