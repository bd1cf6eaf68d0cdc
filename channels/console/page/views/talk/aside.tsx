/** What there is to know about the talk: why, what was asked and answered, labels, contact, dossiers. */
import { momentWords } from '../../inbox/waiting-words.ts';
import { texts } from '../../texts/texts.ts';
import { useMay } from '../../view/console-context.ts';
import { useNow } from '../../view/use-now.ts';
import { facetWord } from '../../view/words.ts';
import type { HandOff } from '../../wire/wire-types.ts';
import { ContactPanel } from './contact-panel.tsx';
import { DossierPanel } from './dossier-panel.tsx';
import { LabelsPanel } from './labels-panel.tsx';
import { useOpenTalk } from './talk-context.ts';

export function Aside() {
  const { talk } = useOpenTalk();
  const { handOff } = talk;
  const answers = useMay('answer');
  return (
    <div class="aside">
      <section class="aside-part">
        <h3>{texts.about.summary}</h3>
        <p class="said-text">{handOff.summary.text}</p>
        {handOff.summary.lastWords ? (
          <>
            <h4>{texts.about.lastWords}</h4>
            <blockquote class="last-words">{handOff.summary.lastWords}</blockquote>
          </>
        ) : null}
      </section>
      <Asked asked={handOff.summary.asked} />
      <Facts handOff={handOff} />
      {answers ? <LabelsPanel labels={handOff.labels} /> : null}
      {talk.contactMasked ? <ContactPanel masked={talk.contactMasked} /> : null}
      <DossierPanel />
    </div>
  );
}

function Asked({ asked }: { readonly asked: HandOff['summary']['asked'] }) {
  return (
    <section class="aside-part">
      <h3>{texts.about.asked}</h3>
      {asked.length === 0 ? <p class="note">{texts.about.nothingAsked}</p> : null}
      <ul class="asked">
        {asked.map(({ code, title, facets, answered, sources }) => (
          <li key={code}>
            <strong>{title}</strong>
            <span class="note">
              {[code, facets.map(facetWord).join(', ')].filter(Boolean).join(': ')} (
              {answered ? texts.about.answered : texts.about.unanswered})
              {sources.length > 0 ? `. ${sources.map((source) => source.title).join('; ')}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ handOff }: { readonly handOff: HandOff }) {
  const now = useNow();
  const agreed =
    handOff.personalDataAgreed === null
      ? texts.about.notAsked
      : handOff.personalDataAgreed
        ? texts.about.agreed
        : texts.about.refused;
  const rows: readonly (readonly [string, string | null])[] = [
    [texts.about.field, handOff.field],
    [texts.about.desk, handOff.desk],
    [texts.about.askedAt, momentWords(handOff.askedAt, now)],
    [texts.about.due, handOff.dueAt && momentWords(handOff.dueAt, now)],
    [texts.about.first, handOff.firstReplyAt && momentWords(handOff.firstReplyAt, now)],
  ];
  return (
    <section class="aside-part">
      <h3>{texts.about.facts}</h3>
      <dl class="facts">
        {rows.map(([name, value]) =>
          value ? (
            <div key={name} class="facts-row">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <p class="note">{agreed}</p>
    </section>
  );
}
