/** The co-pilot: what is asked, what it does as it does it, and a draft that the officer edits and uses himself. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { copyText } from '../../../../pages/keep/copy-text.ts';
import { texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { stepWords, words } from './copilot-words.ts';
import { DraftView } from './draft-view.tsx';
import { type CopilotRun, useCopilot } from './use-copilot.ts';

interface CopilotPanelProps {
  /** The talk that he holds; `null`: none. */
  readonly handOffId: string | null;
  /** Puts the draft where he writes; without it he copies it. */
  readonly onUse?: (text: string) => void;
}

export function CopilotPanel({ handOffId, onUse }: CopilotPanelProps) {
  const run = useCopilot(handOffId);
  const { state, used } = run;
  const { say } = useConsole();
  const use = async (text: string) => {
    void used();
    if (onUse) {
      onUse(text);
      say(words.used);
    } else say((await copyText(text)) ? words.copied : texts.compose.copyFailed);
  };
  return (
    <div class="copilot">
      <p class="note">{handOffId === null ? words.about : `${words.about} ${words.aboutTalk}`}</p>
      <AskForm run={run} usual={handOffId === null ? '' : words.usual} />
      <Steps run={run} />
      {state.draft ? (
        <DraftView draft={state.draft} action={onUse ? words.use : words.copy} onUse={(text) => void use(text)} />
      ) : null}
      {state.problem ? <p class="band band-warn">{state.problem}</p> : null}
    </div>
  );
}

const mostLetters = 1000;

function AskForm({ run, usual }: { readonly run: CopilotRun; readonly usual: string }) {
  const { state, ask, stop } = run;
  const [text, setText] = useState(usual);
  const id = useId();
  return (
    <form
      class="copilot-ask"
      onSubmit={(event) => {
        event.preventDefault();
        if (!state.going && text.trim() !== '') void ask(text.trim());
      }}
    >
      <label class="field" for={id}>
        {words.label}
        <textarea
          id={id}
          rows={2}
          maxLength={mostLetters}
          placeholder={words.example}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <div class="copilot-buttons">
        <button type="submit" class="button strong" aria-disabled={state.going || text.trim() === ''}>
          {words.do}
        </button>
        {state.going ? (
          <button type="button" class="button" onClick={stop}>
            {words.stop}
          </button>
        ) : null}
      </div>
    </form>
  );
}

/** Each step stands there as it happens; a screen reader hears it once, politely. */
function Steps({ run: { state } }: { readonly run: CopilotRun }) {
  const list = useRef<HTMLDivElement>(null);
  const title = useId();
  const shown = state.going || state.steps.length > 0 || state.stopped;
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' });
  }, [state.steps.length]);
  return (
    <section class="copilot-steps" aria-labelledby={title} hidden={!shown} ref={list}>
      <h3 id={title}>{state.going ? words.going : words.steps}</h3>
      <div aria-live="polite" aria-busy={state.going}>
        <ol>
          {state.steps.map((step) => (
            <li key={step.number} class={`copilot-step step-${step.state}`}>
              {stepWords(step)}
            </li>
          ))}
        </ol>
        {state.going ? <p class="note">{words.thinking}</p> : null}
        {state.stopped ? <p>{words.end.stopped}</p> : null}
      </div>
    </section>
  );
}
