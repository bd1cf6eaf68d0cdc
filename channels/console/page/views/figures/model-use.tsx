/** What a language model was asked for and what it cost, for admins. */
import type { ModelUseReply } from '../../../figures/schemas.ts';
import { fill } from '../../texts/texts.ts';
import { words as copilot } from '../copilot/copilot-words.ts';
import { useLoaded } from '../editorial/use-loaded.ts';
import { dayText, wordOf } from '../editorial/words.ts';
import { Part } from './figure-part.tsx';
import { numberWord } from './figures-words.ts';

const { modelUse: words } = copilot;

export function ModelUse() {
  const { value } = useLoaded<ModelUseReply>('/figures/model');
  if (!value) return null;
  const { model, state, days } = value;
  return (
    <Part title={words.title} how={words.how} wide>
      <p>{model === null ? words.none : fill(words.line, { model, state: wordOf(words.state, state) })}</p>
      {model !== null && days.length === 0 ? <p>{words.empty}</p> : null}
      {days.length > 0 ? <UseTable days={days} /> : null}
    </Part>
  );
}

const UseTable = ({ days }: Pick<ModelUseReply, 'days'>) => (
  <div class="figure-table">
    <table>
      <caption>{words.title}</caption>
      <thead>
        <tr>
          {Object.values(words.columns).map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, purpose, calls, failed, tokensIn, tokensOut, medianMs, cost }) => (
          <tr key={`${day} ${purpose}`}>
            <th scope="row">{dayText(day)}</th>
            <td>{wordOf(words.purpose, purpose)}</td>
            <td>{numberWord(calls)}</td>
            <td>{numberWord(failed)}</td>
            <td>
              {numberWord(tokensIn)}, {numberWord(tokensOut)}
            </td>
            <td>{(medianMs / 1000).toLocaleString('vi', { maximumFractionDigits: 1 })}</td>
            <td>{cost === null ? words.noCost : numberWord(Math.round(cost))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
