/** One figure: its name, how it is counted, the bars, and the same numbers as a table. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { type Bar, Bars } from './bars.tsx';
import { changeWord, numberWord, words } from './figures-words.ts';

interface PartProps {
  readonly title: string;
  readonly how: string;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

export function Part({ title, how, wide = false, children }: PartProps) {
  const id = useId();
  return (
    <section class={`figure ${wide ? 'figure-wide' : ''}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      <p class="figure-how">
        <strong>{words.how}:</strong> {how}
      </p>
    </section>
  );
}

interface BarPartProps {
  readonly title: string;
  readonly how: string;
  /** Lines in which both are 0 are left out. */
  readonly bars: readonly Bar[];
}

/** This week against the week before. */
export function BarPart({ title, how, bars }: BarPartProps) {
  const shown = bars.filter(({ first, second }) => first > 0 || second > 0);
  return (
    <Part title={title} how={how}>
      {shown.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <div class="figure-body">
          <div>
            <Bars bars={shown} />
            <p class="figure-legend" aria-hidden="true">
              {words.legend}
            </p>
          </div>
          <div class="figure-table">
            <table>
              <caption>{title}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.item}</th>
                  <th scope="col">{words.now}</th>
                  <th scope="col">{words.before}</th>
                  <th scope="col">{words.change}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ key, label, first, second }) => (
                  <tr key={key}>
                    <th scope="row">{label}</th>
                    <td>{numberWord(first)}</td>
                    <td>{numberWord(second)}</td>
                    <td>{changeWord(first, second)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
    </Part>
  );
}

/** Lines from two tables of counts, in the order of `order`, then the most first. */
export function barsOf(
  now: Readonly<Record<string, number>>,
  before: Readonly<Record<string, number>>,
  labelOf: (key: string) => string,
): readonly Bar[] {
  const keys = [...new Set([...Object.keys(now), ...Object.keys(before)])];
  return keys
    .map((key) => ({ key, label: labelOf(key), first: now[key] ?? 0, second: before[key] ?? 0 }))
    .toSorted((a, b) => b.first - a.first || b.second - a.second);
}
