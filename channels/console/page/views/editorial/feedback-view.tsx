/** What was good in a practice talk, what was missing, and the facts beside the record. */
import type { PracticeTalk } from './wire-types.ts';
import { fill, wordOf, words } from './words.ts';

export function FeedbackView({ feedback }: { readonly feedback: NonNullable<PracticeTalk['feedback']> }) {
  const { practice: own } = words;
  const said = (list: readonly string[]) => list.map((one) => wordOf(words.recordWords, one)).join('; ');
  return (
    <section class="editorial-item" aria-label={own.feedback}>
      <h2>{own.feedback}</h2>
      <h3>{own.good}</h3>
      {feedback.good.length === 0 ? <p>{own.nothingGood}</p> : null}
      <ul>
        {feedback.good.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <h3>{own.missing}</h3>
      {feedback.missing.length === 0 ? <p>{own.nothingMissing}</p> : null}
      <ul>
        {feedback.missing.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {feedback.facts.length > 0 ? <h3>{own.facts}</h3> : null}
      <ul>
        {feedback.facts.map(({ procedure, facet, said: isSaid, record, wrong }) => (
          <li key={`${procedure} ${facet}`}>
            <strong>
              {procedure}, {wordOf(words.facets, facet)}
            </strong>
            : {isSaid ? own.said : own.notSaid}. {fill(own.record, { record: said(record) })}.
            {wrong.length > 0 ? <em> {fill(own.wrong, { wrong: said(wrong) })}.</em> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
