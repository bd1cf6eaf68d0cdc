/** Figures that are a table or a line of their own: communes, times, late cases, the sample. */
import type { FiguresReply } from '../../../figures/schemas.ts';
import { fill } from '../../texts/texts.ts';
import { Part } from './figure-part.tsx';
import { numberWord, shareWord, spanWord, words } from './figures-words.ts';

interface OfFigures {
  readonly figures: FiguresReply;
}

/** Nothing where there is one commune alone. */
export function UnitTable({ figures: { now } }: OfFigures) {
  if (now.byUnit.length < 2) return null;
  return (
    <Part {...words.units}>
      <div class="figure-table">
        <table>
          <caption>{words.units.title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.unit}</th>
              <th scope="col">{words.units.questions}</th>
              <th scope="col">{words.units.answered}</th>
            </tr>
          </thead>
          <tbody>
            {now.byUnit.map(({ unit, name, questions, answered }) => (
              <tr key={unit ?? ''}>
                <th scope="row">{name}</th>
                <td>{numberWord(questions)}</td>
                <td>{fill(words.share, { count: numberWord(answered), share: shareWord(answered, questions) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  );
}

const spans = ['wait', 'openWait', 'handling'] as const;

export function TimeTable({ figures: { now, before } }: OfFigures) {
  const { title, how, count, mean, median, p90, medianBefore } = words.times;
  return (
    <Part title={title} how={how} wide>
      <div class="figure-table">
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              {[count, mean, median, p90, medianBefore].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {spans.map((span) => (
              <tr key={span}>
                <th scope="row">{words.times[span]}</th>
                <td>{numberWord(now.handOffs[span].count)}</td>
                <td>{spanWord(now.handOffs[span].mean)}</td>
                <td>{spanWord(now.handOffs[span].median)}</td>
                <td>{spanWord(now.handOffs[span].p90)}</td>
                <td>{spanWord(before.handOffs[span].median)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  );
}

export function DossierTable({ figures: { dossiers } }: OfFigures) {
  const { title, how, now, late } = words.dossiers;
  return (
    <Part title={title} how={how}>
      <p>{fill(now, { late: numberWord(dossiers.late), soon: numberWord(dossiers.soon) })}</p>
      {dossiers.byProcedure.length > 0 ? (
        <div class="figure-table">
          <table>
            <caption>{title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.item}</th>
                <th scope="col">{late}</th>
              </tr>
            </thead>
            <tbody>
              {dossiers.byProcedure.map((row) => (
                <tr key={row.title}>
                  <th scope="row">{row.title}</th>
                  <td>{numberWord(row.late)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </Part>
  );
}

export function SampleLine({ figures: { sample } }: OfFigures) {
  const percent = (share: number) => shareWord(share, 1);
  return (
    <Part {...words.sample}>
      <p>
        {sample
          ? fill(words.sample.rate, {
              harmful: numberWord(sample.harmful),
              marked: numberWord(sample.marked),
              rate: percent(sample.rate),
              low: percent(sample.low),
              high: percent(sample.high),
            })
          : words.sample.none}
      </p>
    </Part>
  );
}
