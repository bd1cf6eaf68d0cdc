/** The weekly sample: one answer at a time, read and marked. */
import { useState } from 'preact/hooks';
import { useMay } from '../../view/console-context.ts';
import { Link } from '../../view/link.tsx';
import { words as copilot } from '../copilot/copilot-words.ts';
import { SampleSheet } from './sample-sheet.tsx';
import { useLoaded } from './use-loaded.ts';
import type { Report, SampleItem, Share } from './wire-types.ts';
import { fill, percentText, words } from './words.ts';

export function SamplesView() {
  const { samples: own } = words;
  const { value } = useLoaded<{ readonly weeks: readonly string[] }>('/editorial/samples');
  const [chosen, setChosen] = useState<string | null>(null);
  const week = chosen ?? value?.weeks[0] ?? null;
  const sample = useLoaded<{ readonly items: readonly SampleItem[] }>(week && `/editorial/samples/items?week=${week}`);
  return (
    <section class="sheet-page editorial">
      <h1>{own.title}</h1>
      <p class="note">{own.intro}</p>
      <p>
        <Link to="/console/bi-chan">{copilot.caught.title}</Link>
      </p>
      {value?.weeks.length === 0 ? <p>{own.none}</p> : null}
      {value && value.weeks.length > 1 ? (
        <label class="field">
          {own.choose}
          <select value={week ?? ''} onChange={(event) => setChosen(event.currentTarget.value)}>
            {value.weeks.map((one) => (
              <option key={one} value={one}>
                {fill(own.week, { day: one.split('-').reverse().join('/') })}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {sample.value && sample.value.items.length > 0 ? (
        <SampleSheet key={week} items={sample.value.items} onMarked={sample.again} />
      ) : null}
      <ReportView />
    </section>
  );
}

function ReportView() {
  const maySee = useMay('see-figures');
  const { value } = useLoaded<Report>(maySee ? '/editorial/samples/report' : null);
  const { samples: own } = words;
  if (!value) return null;
  const rates: readonly (readonly [string, Share])[] = [
    [own.harmfulRate, value.harmfulWrong],
    [own.verdicts.wrong, value.wrong],
    [own.verdicts.incomplete, value.incomplete],
    [own.verdicts.right, value.right],
  ];
  const { items, same, kappa } = value.agreement;
  return (
    <section class="editorial-item">
      <h2>{own.report}</h2>
      {value.marked === 0 ? <p>{own.noRate}</p> : null}
      <ul>
        {value.marked > 0
          ? rates.map(([label, { value: share, low, high }]) => (
              <li key={label}>
                {fill(own.rate, { label, value: percentText(share), low: percentText(low), high: percentText(high) })}
              </li>
            ))
          : null}
        {items > 0 ? (
          <li>{fill(own.kappa, { same: percentText(same), items, kappa: kappa === null ? '–' : kappa.toFixed(2) })}</li>
        ) : null}
      </ul>
    </section>
  );
}
