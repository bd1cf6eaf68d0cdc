/** What the checks refused of a model's drafts: filtered, read beside the record, and judged. */
import { useState } from 'preact/hooks';
import { useLoaded } from '../editorial/use-loaded.ts';
import { dayText } from '../editorial/words.ts';
import { CaughtCard } from './caught-card.tsx';
import type { CaughtReply } from './caught-types.ts';
import { words as copilot, ruleWords } from './copilot-words.ts';

const { caught: words } = copilot;
const rules = Object.keys(copilot.rule);

export function CaughtView() {
  const [rule, setRule] = useState('');
  const [verdict, setVerdict] = useState('open');
  const [before, setBefore] = useState('');
  const asked = Object.entries({ rule, verdict, before }).filter(([, value]) => value !== '');
  const query = new URLSearchParams(asked);
  const filterBy = (set: (value: string) => void) => (value: string) => {
    set(value);
    setBefore('');
  };
  const { value, again } = useLoaded<CaughtReply>(`/editorial/caught?${query}`);
  return (
    <section class="sheet-page editorial">
      <h1>{words.title}</h1>
      <p class="note">{words.intro}</p>
      <div class="caught-filter">
        <Choice
          name={words.rule}
          value={rule}
          onValue={filterBy(setRule)}
          choices={[['', words.allRules], ...rules.map((one) => [one, ruleWords([one])] as const)]}
        />
        <Choice
          name={words.verdict}
          value={verdict}
          onValue={filterBy(setVerdict)}
          choices={[
            ['open', words.open],
            ['invented', words.invented],
            ['wrongly-caught', words['wrongly-caught']],
            ['', words.all],
          ]}
        />
      </div>
      {value ? null : <p role="status">{words.loading}</p>}
      {value?.items.length === 0 ? <p role="status">{words.none}</p> : null}
      {value?.items.map((item) => (
        <CaughtCard key={item.id} item={item} onJudged={again} />
      ))}
      {value ? <Pages older={value.older} isOlder={before !== ''} onPage={setBefore} /> : null}
      {value && value.counts.length > 0 ? <Counts counts={value.counts} /> : null}
    </section>
  );
}

interface PagesProps {
  readonly older: string | null;
  readonly isOlder: boolean;
  /** @param before '' for the newest. */
  readonly onPage: (before: string) => void;
}

const Pages = ({ older, isOlder, onPage }: PagesProps) => (
  <div class="copilot-buttons">
    {older ? (
      <button type="button" class="button" onClick={() => onPage(older)}>
        {words.more}
      </button>
    ) : null}
    {isOlder ? (
      <button type="button" class="button" onClick={() => onPage('')}>
        {words.newest}
      </button>
    ) : null}
  </div>
);

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly choices: readonly (readonly [value: string, text: string])[];
}

const Choice = ({ name, value, onValue, choices }: ChoiceProps) => (
  <label class="field">
    {name}
    <select value={value} onChange={(event) => onValue(event.currentTarget.value)}>
      {choices.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  </label>
);

const Counts = ({ counts }: Pick<CaughtReply, 'counts'>) => (
  <section class="editorial-item">
    <h2>{words.counts}</h2>
    <div class="figure-table">
      <table>
        <caption class="hidden">{words.counts}</caption>
        <thead>
          <tr>
            {[words.day, words.rule, words.count].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map(({ day, rule, count }) => (
            <tr key={`${day} ${rule}`}>
              <th scope="row">{dayText(day)}</th>
              <td>{ruleWords([rule])}</td>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
);
