/** Which answers are held for an officer's look, and the form that changes it for one place. */
import { useState } from 'preact/hooks';
import type { RulesReply } from '../../../held/schemas.ts';
import { useConsole } from '../../view/console-context.ts';
import { useLoaded } from '../editorial/use-loaded.ts';
import { UnitField } from '../switches/unit-field.tsx';
import { ruleWord, statusWord, words } from './held-words.ts';

export function RulesView() {
  const { value: found, again } = useLoaded<RulesReply>('/held/rules');
  return (
    <div class="sheet-page">
      <h1>{words.rules.title}</h1>
      <p>{words.rules.intro}</p>
      {found ? <Rules found={found} onDone={again} /> : <p role="status">{words.rules.loading}</p>}
    </div>
  );
}

interface RulesProps {
  readonly found: RulesReply;
  readonly onDone: () => void;
}

const Rules = ({ found, onDone }: RulesProps) => (
  <>
    <section class="switch-card" aria-labelledby="rules-current">
      <h2 id="rules-current">{words.rules.current}</h2>
      {found.rules.length === 0 ? <p>{words.rules.none}</p> : null}
      <ul>
        {found.rules.map((rule) => (
          <li key={rule.unit ?? ''}>{ruleWord(rule)}</li>
        ))}
      </ul>
    </section>
    <RuleForm found={found} onDone={onDone} />
  </>
);

const usualMinutes = 5;

function RuleForm({ found, onDone }: RulesProps) {
  const { caller, fail, say } = useConsole();
  const [unit, setUnit] = useState(found.reach?.[0]?.code ?? '');
  const now = found.rules.find((rule) => (rule.unit ?? '') === unit);
  const [statuses, setStatuses] = useState<readonly string[]>(now?.statuses ?? []);
  const [fields, setFields] = useState<readonly string[]>(now?.fields ?? []);
  const [minutes, setMinutes] = useState(now?.minutes ?? usualMinutes);
  const save = async (event: Event) => {
    event.preventDefault();
    try {
      await caller.put('/held/rules', { unit: unit === '' ? null : unit, statuses, fields, minutes });
      say(words.rules.saved);
      onDone();
    } catch (error) {
      fail(error);
    }
  };
  return (
    <form class="switch-card" aria-labelledby="rules-change" onSubmit={(event) => void save(event)}>
      <h2 id="rules-change">{words.rules.change}</h2>
      <UnitField reach={found.reach} unit={unit} onUnit={setUnit} />
      <Choices
        legend={words.rules.statuses}
        all={found.statuses.map((value) => ({ value, text: statusWord(value) }))}
        chosen={statuses}
        onChosen={setStatuses}
      />
      <Choices
        legend={words.rules.fields}
        all={found.fields.map((value) => ({ value, text: value }))}
        chosen={fields}
        onChosen={setFields}
      />
      <label class="field">
        {words.rules.minutes}
        <input
          type="number"
          min={1}
          max={30}
          required
          value={minutes}
          onInput={(event) => setMinutes(event.currentTarget.valueAsNumber)}
        />
      </label>
      <p class="note">{words.rules.off}</p>
      <button type="submit" class="button strong">
        {words.rules.save}
      </button>
    </form>
  );
}

interface ChoicesProps {
  readonly legend: string;
  readonly all: readonly { readonly value: string; readonly text: string }[];
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: readonly string[]) => void;
}

const Choices = ({ legend, all, chosen, onChosen }: ChoicesProps) => (
  <fieldset class="held-choices">
    <legend>{legend}</legend>
    {all.map(({ value, text }) => (
      <label key={value}>
        <input
          type="checkbox"
          checked={chosen.includes(value)}
          onChange={(event) =>
            onChosen(event.currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
          }
        />{' '}
        {text}
      </label>
    ))}
  </fieldset>
);
