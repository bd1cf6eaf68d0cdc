/** One practice talk. */
import { useEffect, useState } from 'preact/hooks';
import { useConsole } from '../../view/console-context.ts';
import { Link } from '../../view/link.tsx';
import { FeedbackView } from './feedback-view.tsx';
import { useLoaded } from './use-loaded.ts';
import type { PracticeTalk } from './wire-types.ts';
import { fill, words } from './words.ts';

export function PracticeSheet({ id }: { readonly id: string }) {
  const { caller, fail } = useConsole();
  const { practice: own } = words;
  const { value } = useLoaded<PracticeTalk>(`/editorial/practice/${id}`);
  const [talk, setTalk] = useState<PracticeTalk | null>(null);
  const [text, setText] = useState('');
  useEffect(() => setTalk(value), [value]);
  if (!talk) return <p aria-busy="true" />;
  const { scenario, entries, edition, over, endedAt } = talk;
  const send = async () => {
    if (text.trim() === '') return;
    try {
      setTalk(await caller.post<PracticeTalk>(`/editorial/practice/${id}/words`, { edition, text }));
      setText('');
    } catch (error) {
      fail(error);
    }
  };
  const end = () => caller.post<PracticeTalk>(`/editorial/practice/${id}/end`).then(setTalk, fail);
  return (
    <>
      <p>
        <Link to="/console/luyen-tap">{own.back}</Link>
      </p>
      <p class="editorial-practice">{own.mark}</p>
      <h2>{scenario.title}</h2>
      <p>{scenario.citizen}</p>
      <p class="note">{fill(own.about, { about: scenario.about })}</p>
      {scenario.dossier ? <DossierBox dossier={scenario.dossier} /> : null}
      <ol class="editorial-log" aria-label={own.log} aria-live="polite">
        {entries.map((entry, index) => (
          <li key={index} class={`editorial-bubble ${entry.speaker}`}>
            <span class="note">{entry.speaker === 'citizen' ? own.citizen : own.you}</span>
            <p>{entry.text}</p>
          </li>
        ))}
      </ol>
      {over && !endedAt ? <p role="status">{own.over}</p> : null}
      {!over && !endedAt ? (
        <form
          class="editorial-form"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <label class="field">
            {own.words}
            <textarea
              rows={3}
              maxLength={4000}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
                event.preventDefault();
                void send();
              }}
            />
          </label>
          <button type="submit" class="button strong">
            {own.send}
          </button>
        </form>
      ) : null}
      {endedAt ? null : (
        <button type="button" class="button" onClick={() => void end()}>
          {own.end}
        </button>
      )}
      {talk.feedback ? <FeedbackView feedback={talk.feedback} /> : null}
    </>
  );
}

function DossierBox({ dossier }: { readonly dossier: NonNullable<PracticeTalk['scenario']['dossier']> }) {
  return (
    <aside class="editorial-item" aria-label={words.practice.dossier}>
      <h3>{words.practice.dossier}</h3>
      <p>{[dossier.code, dossier.status, dossier.promised, dossier.waitsFor].filter(Boolean).join('; ')}</p>
    </aside>
  );
}
