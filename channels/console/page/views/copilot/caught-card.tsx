/** One refused draft: what the model wrote, why it was cut, and the record beside it. */
import { fill } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { wordOf } from '../editorial/words.ts';
import { momentWord } from '../figures/figures-words.ts';
import type { CaughtItem, CaughtVerdict } from './caught-types.ts';
import { words as copilot, ruleWords } from './copilot-words.ts';

const { caught: words } = copilot;
const verdicts: readonly CaughtVerdict[] = ['invented', 'wrongly-caught'];

interface CaughtCardProps {
  readonly item: CaughtItem;
  readonly onJudged: () => void;
}

export function CaughtCard({ item, onJudged }: CaughtCardProps) {
  const { at, purpose, model, draft, caught, records } = item;
  return (
    <article class="editorial-item">
      <p class="note">{fill(words.meta, { at: momentWord(at), purpose: wordOf(words.purpose, purpose), model })}</p>
      <div class="caught-sides">
        <section>
          <h2>{words.draft}</h2>
          <p class="said-text">{draft}</p>
          <ul>
            {caught.map(({ rule, sentence, because }, index) => (
              <li key={index}>{fill(words.why, { sentence: sentence + 1, rule: ruleWords([rule]), because })}</li>
            ))}
          </ul>
        </section>
        <section>
          {records.length === 0 ? <p class="note">{words.noRecord}</p> : null}
          {records.map(({ code, title, lines }) => (
            <div key={code}>
              <h2>{fill(words.record, { title, code })}</h2>
              <p class="said-text">{lines.join('\n')}</p>
            </div>
          ))}
        </section>
      </div>
      <Judging item={item} onJudged={onJudged} />
    </article>
  );
}

function Judging({ item: { id, verdict, judgedBy }, onJudged }: CaughtCardProps) {
  const { caller, say, fail } = useConsole();
  const judge = (next: CaughtVerdict | null) =>
    caller.put(`/editorial/caught/${id}`, { verdict: next }).then(() => {
      say(words.marked);
      onJudged();
    }, fail);
  return (
    <div class="copilot-buttons">
      {verdict ? <p>{fill(words.judged, { verdict: words[verdict], by: judgedBy ?? '' })}</p> : null}
      {verdicts
        .filter((one) => one !== verdict)
        .map((one) => (
          <button key={one} type="button" class="button" onClick={() => void judge(one)}>
            {words[one]}
          </button>
        ))}
      {verdict ? (
        <button type="button" class="button" onClick={() => void judge(null)}>
          {words.takeBack}
        </button>
      ) : null}
    </div>
  );
}
