/** One switch: whether it is on, where it is off and why, and the form that turns it off. */
import { useState } from 'preact/hooks';
import { fill } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { momentWord } from '../figures/figures-words.ts';
import { aboutWord, momentOf, type SwitchRow, type What, whatWord, whereWord, words } from './switches-words.ts';
import { type Reach, UnitField } from './unit-field.tsx';

interface SwitchCardProps {
  readonly what: What;
  /** Where it is off now. */
  readonly rows: readonly SwitchRow[];
  readonly reach: Reach;
  readonly onDone: () => Promise<void>;
}

export function SwitchCard({ what, rows, reach, onDone }: SwitchCardProps) {
  const id = `switch-${what}`;
  return (
    <section class="switch-card" aria-labelledby={id}>
      <h2 id={id}>{whatWord(what)}</h2>
      <p class="note">{aboutWord(what)}</p>
      {rows.length === 0 ? <p class="switch-state">{words.on}</p> : null}
      {rows.map((row) => (
        <OffLine key={row.id} row={row} onDone={onDone} />
      ))}
      <TurnOff what={what} reach={reach} onDone={onDone} />
    </section>
  );
}

interface OffLineProps {
  readonly row: SwitchRow;
  readonly onDone: () => Promise<void>;
}

function OffLine({ row, onDone }: OffLineProps) {
  const { caller, fail, say } = useConsole();
  const [because, setBecause] = useState('');
  const turnOn = async (event: Event) => {
    event.preventDefault();
    try {
      await caller.post('/switches/on', { what: row.what, unit: row.unit, because });
      say(fill(words.done.on, { what: whatWord(row.what) }));
    } catch (error) {
      fail(error);
    }
    await onDone();
  };
  return (
    <div>
      <p class="switch-state switch-state-off">{fill(words.off, { where: whereWord(row) })}</p>
      <p>
        {fill(words.by, { by: row.by, since: momentWord(row.since), because: row.because })}{' '}
        {row.until ? fill(words.until, { until: momentWord(row.until) }) : ''}
      </p>
      <form class="inline-form" onSubmit={(event) => void turnOn(event)}>
        <label class="field">
          {words.because}
          <input
            type="text"
            required
            minLength={3}
            maxLength={500}
            value={because}
            onInput={(event) => setBecause(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button strong">
          {words.turnOn}
        </button>
      </form>
    </div>
  );
}

interface TurnOffProps {
  readonly what: What;
  readonly reach: Reach;
  readonly onDone: () => Promise<void>;
}

function TurnOff({ what, reach, onDone }: TurnOffProps) {
  const { caller, fail, say } = useConsole();
  const [unit, setUnit] = useState(reach?.[0]?.code ?? '');
  const [because, setBecause] = useState('');
  const [until, setUntil] = useState('');
  const turnOff = async (event: Event) => {
    event.preventDefault();
    try {
      await caller.post('/switches/off', { what, unit: unit || null, because, until: momentOf(until) });
      say(fill(words.done.off, { what: whatWord(what) }));
      setBecause('');
    } catch (error) {
      fail(error);
    }
    await onDone();
  };
  return (
    <details>
      <summary aria-label={`${words.turnOff} ${whatWord(what)}`}>{words.turnOff}</summary>
      <form class="form" onSubmit={(event) => void turnOff(event)}>
        <UnitField reach={reach} unit={unit} onUnit={setUnit} />
        <label class="field">
          {words.because}
          <textarea
            required
            minLength={3}
            maxLength={500}
            rows={2}
            placeholder={words.becauseExample}
            value={because}
            onInput={(event) => setBecause(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          {words.untilLabel}
          <input type="datetime-local" value={until} onInput={(event) => setUntil(event.currentTarget.value)} />
        </label>
        <p class="form-actions">
          <button type="submit" class="button strong">
            {words.turnOffNow}
          </button>
        </p>
      </form>
    </details>
  );
}
