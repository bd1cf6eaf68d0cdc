/** What citizens asked, and what came of it. */
import type { FiguresReply } from '../../../figures/schemas.ts';
import { channelWord } from '../../view/words.ts';
import { Bars } from './bars.tsx';
import { BarPart, barsOf, Part } from './figure-part.tsx';
import { numberWord, weekWord, words } from './figures-words.ts';
import { SampleLine, UnitTable } from './side-tables.tsx';

const wordOf = (table: object) => (key: string) => (table as Readonly<Record<string, string>>)[key] ?? key;

export function QuestionParts({ figures }: { readonly figures: FiguresReply }) {
  const { now, before } = figures;
  const fields = (week: FiguresReply['now']) =>
    Object.fromEntries(week.byField.map(({ field, questions }) => [field ?? words.fields.none, questions]));
  const procedures = (week: FiguresReply['now']) =>
    Object.fromEntries(week.procedures.map(({ title, questions }) => [title, questions]));
  const thumbs = ({ up, down }: FiguresReply['now']) => ({ up, down });
  return (
    <>
      <BarPart {...words.outcome} bars={barsOf(now.byOutcome, before.byOutcome, wordOf(words.outcome))} />
      <BarPart {...words.channels} bars={barsOf(now.byChannel, before.byChannel, channelWord)} />
      <BarPart {...words.fields} bars={barsOf(fields(now), fields(before), String)} />
      <BarPart {...words.procedures} bars={barsOf(procedures(now), procedures(before), String).slice(0, 10)} />
      <UnitTable figures={figures} />
      <Weeks figures={figures} />
      <BarPart {...words.thumbs} bars={barsOf(thumbs(now), thumbs(before), wordOf(words.thumbs))} />
      <SampleLine figures={figures} />
    </>
  );
}

function Weeks({ figures: { weeks } }: { readonly figures: FiguresReply }) {
  const bars = weeks.map(({ week, questions, answered }) => ({
    key: week,
    label: weekWord(week),
    first: questions,
    second: answered,
  }));
  return (
    <Part {...words.weeks} wide>
      <div class="figure-body">
        <div>
          <Bars bars={bars} />
          <p class="figure-legend" aria-hidden="true">
            {words.weeksLegend}
          </p>
        </div>
        <div class="figure-table">
          <table>
            <caption>{words.weeks.title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.weeks.week}</th>
                <th scope="col">{words.weeks.questions}</th>
                <th scope="col">{words.weeks.answered}</th>
                <th scope="col">{words.weeks.handOffs}</th>
              </tr>
            </thead>
            <tbody>
              {weeks.map(({ week, questions, answered, handOffs }) => (
                <tr key={week}>
                  <th scope="row">{weekWord(week)}</th>
                  <td>{numberWord(questions)}</td>
                  <td>{numberWord(answered)}</td>
                  <td>{numberWord(handOffs)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Part>
  );
}
