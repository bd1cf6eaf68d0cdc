/** From a group to a draft: what is to be made of it, and of which procedure. */
import { useState } from 'preact/hooks';
import { useConsole } from '../../view/console-context.ts';
import { Dialog } from '../../view/dialog.tsx';
import { useLoaded } from './use-loaded.ts';
import type { Content, Draft, Group, Kind, Likely } from './wire-types.ts';
import { words } from './words.ts';

interface MakeDraftProps {
  readonly group: Group;
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

export function MakeDraft({ group, onClose, onMade }: MakeDraftProps) {
  const { caller, fail } = useConsole();
  const question = (group.questions[0]?.text ?? '').slice(0, 400);
  const { value } = useLoaded<{ readonly likely: readonly Likely[] }>(
    `/editorial/likely?${new URLSearchParams({ question })}`,
  );
  const [kind, setKind] = useState<Kind>('way');
  const [code, setCode] = useState<string | null>(null);
  const from = kind === 'guide' ? 'imported' : 'knowledge';
  const choices = (value?.likely ?? []).filter((one) => one.from === from);
  const begin = async () => {
    try {
      const chosen = kind === 'way' || kind === 'guide' ? code : null;
      const { content } = await caller.post<{ content: Content }>('/editorial/proposals', {
        kind,
        question,
        code: chosen,
      });
      const turnIds = group.questions.map(({ turnId }) => turnId);
      const draft = await caller.post<Draft>('/editorial/drafts', { content, turnIds, askedBy: group.persons });
      onMade(draft.id);
    } catch (error) {
      fail(error);
    }
  };
  return (
    <Dialog title={words.questions.make} onClose={onClose}>
      <form
        class="editorial-form"
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <p>
          <strong>{question}</strong>
        </p>
        <Choices
          name="kind"
          legend={words.questions.kind}
          value={kind}
          choices={Object.entries(words.kinds).map(([value, text]) => ({ value, text }))}
          onChoose={(next) => {
            setKind(next as Kind);
            setCode(null);
          }}
        />
        {kind === 'way' || kind === 'guide' ? (
          <Choices
            name="code"
            legend={kind === 'way' ? words.questions.which : words.questions.whichGuide}
            value={code ?? ''}
            choices={[
              ...choices.map(({ code: value, title }) => ({ value, text: `${title} (${value})` })),
              { value: '', text: words.questions.noneOfThese },
            ]}
            onChoose={(next) => setCode(next === '' ? null : next)}
          />
        ) : null}
        <button type="submit" class="button strong">
          {words.questions.begin}
        </button>
      </form>
    </Dialog>
  );
}

interface ChoicesProps {
  readonly name: string;
  readonly legend: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly onChoose: (value: string) => void;
}

/** Radio buttons: the arrow keys move among them. */
export function Choices({ name, legend, value, choices, onChoose }: ChoicesProps) {
  return (
    <fieldset class="editorial-choices">
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChoose(choice.value)} />
          {choice.text}
        </label>
      ))}
    </fieldset>
  );
}
