/** The few numbers that are asked for first, each with the week before. */
import type { FiguresReply, WeekReply } from '../../../figures/schemas.ts';
import { fill } from '../../texts/texts.ts';
import { meanWord, numberWord, shareWord, spanWord, words } from './figures-words.ts';

type Fact = keyof typeof words.top;

export function TopFacts({ figures: { now, before } }: { readonly figures: FiguresReply }) {
  return (
    <dl class="top-facts">
      {(Object.keys(words.top) as Fact[]).map((fact) => (
        <div key={fact} class="top-fact">
          <dt>{words.top[fact]}</dt>
          <dd class="top-fact-now">{factOf(fact, now)}</dd>
          <dd class="top-fact-before">
            {words.before}: {factOf(fact, before)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function factOf(fact: Fact, week: WeekReply): string {
  const { questions, byOutcome, handOffs } = week;
  const answered = byOutcome.answered ?? 0;
  const { mean, count } = handOffs.ratings;
  const lost = Object.values(handOffs.lost).reduce((sum, one) => sum + one, 0);
  const texts: Readonly<Record<Fact, string>> = {
    questions: numberWord(questions),
    answered: fill(words.share, { count: numberWord(answered), share: shareWord(answered, questions) }),
    handOffs: numberWord(handOffs.total),
    wait: spanWord(handOffs.wait.median),
    lost: numberWord(lost),
    rating: mean === null ? words.none : fill(words.ratingOf, { mean: meanWord(mean), count: numberWord(count) }),
  };
  return texts[fact];
}
