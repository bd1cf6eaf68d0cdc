/** A draft: each sentence with its source, what was cut with the reason, and a box to edit before it is used. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { CopilotDraftReply, CopilotSentence } from '../../../copilot/schemas.ts';
import { fill } from '../../texts/texts.ts';
import { ruleWords, usableText, words } from './copilot-words.ts';

interface DraftViewProps {
  readonly draft: CopilotDraftReply;
  /** Of the button that uses it. */
  readonly action: string;
  readonly onUse: (text: string) => void;
}

export function DraftView({ draft, action, onUse }: DraftViewProps) {
  const { end, sentences, fields } = draft;
  const head = useRef<HTMLParagraphElement>(null);
  // Whoever works by keyboard goes on from the result.
  useEffect(() => head.current?.focus(), [draft]);
  const usable = usableText(sentences, fields);
  return (
    <section class="copilot-draft" aria-label={words.draft}>
      <p ref={head} tabIndex={-1} class="copilot-end">
        {words.end[end]}
      </p>
      {sentences.length > 0 ? (
        <>
          <h3>{words.draft}</h3>
          <Sentences sentences={sentences} />
        </>
      ) : null}
      {fields.length > 0 ? (
        <>
          <h3>{words.fields}</h3>
          <Sentences sentences={fields} />
        </>
      ) : null}
      {usable === '' ? null : <EditBox key={usable} text={usable} action={action} onUse={onUse} />}
    </section>
  );
}

const Sentences = ({ sentences }: { readonly sentences: readonly CopilotSentence[] }) => (
  <ol class="copilot-sentences">
    {sentences.map((sentence, index) => (
      <li key={index} class={sentence.caught.length > 0 ? 'is-cut' : undefined}>
        {sentence.caught.length > 0 ? <del>{sentence.text}</del> : <span>{sentence.text}</span>}
        {sentence.caught.length > 0 ? (
          <p class="note cut-because">{fill(words.cut, { rules: ruleWords(sentence.caught) })}</p>
        ) : (
          <Sources sentence={sentence} />
        )}
      </li>
    ))}
  </ol>
);

function Sources({ sentence: { sources } }: { readonly sentence: CopilotSentence }) {
  if (sources.length === 0) return <p class="note">{words.noSource}</p>;
  return (
    <>
      {sources.map(({ title, code, url }) => {
        const name = fill(words.source, { title: code ? `${title} (${code})` : title });
        return (
          <p class="note" key={`${code} ${title}`}>
            {url && /^https?:\/\//.test(url) ? (
              <a href={url} target="_blank" rel="noopener noreferrer">
                {name}
              </a>
            ) : (
              name
            )}
          </p>
        );
      })}
    </>
  );
}

interface EditBoxProps extends Pick<DraftViewProps, 'action' | 'onUse'> {
  readonly text: string;
}

function EditBox({ text: first, action, onUse }: EditBoxProps) {
  const [text, setText] = useState(first);
  const id = useId();
  return (
    <form
      class="copilot-edit"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onUse(text.trim());
      }}
    >
      <label class="field" for={id}>
        {words.edit}
        <textarea
          id={id}
          rows={6}
          maxLength={4000}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button strong" aria-disabled={text.trim() === ''}>
        {action}
      </button>
    </form>
  );
}
