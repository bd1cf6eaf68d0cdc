/** Drafts by where they stand, and one of them opened. */
import { useState } from 'preact/hooks';
import type { ViewProps } from '../../view/console-view.ts';
import { Link } from '../../view/link.tsx';
import { DraftSheet } from './draft-sheet.tsx';
import { Choices } from './make-draft.tsx';
import { useLoaded } from './use-loaded.ts';
import type { Draft, State } from './wire-types.ts';
import { dayText, fill, words } from './words.ts';

export function DraftsView({ params }: ViewProps) {
  return (
    <section class="sheet-page editorial">
      <h1>{words.drafts.title}</h1>
      {params.id ? <DraftSheet key={params.id} id={params.id} /> : <DraftList />}
    </section>
  );
}

function DraftList() {
  const [state, setState] = useState<State>('waiting');
  const { value } = useLoaded<{ readonly drafts: readonly Draft[] }>(`/editorial/drafts?state=${state}`);
  const { drafts: own } = words;
  return (
    <>
      <Choices
        name="state"
        legend={own.filter}
        value={state}
        choices={Object.entries(own.states).map(([one, text]) => ({ value: one, text }))}
        onChoose={(next) => setState(next as State)}
      />
      <h2>{own.list}</h2>
      <ul class="editorial-list" aria-busy={value === null} aria-live="polite">
        {value?.drafts.map((draft) => (
          <li key={draft.id} class="editorial-item">
            <Link to={`/console/ban-nhap/${draft.id}`}>{headingOf(draft)}</Link>
            <p class="note">
              {words.kinds[draft.kind]}. {fill(own.by, { author: draft.author.name, day: dayText(draft.madeAt) })}
              {draft.approver ? `, ${fill(own.approvedBy, { approver: draft.approver.name })}` : ''}.{' '}
              {draft.askedBy > 0 ? `${fill(own.askedBy, { count: draft.askedBy })}.` : ''}
            </p>
          </li>
        ))}
      </ul>
      {value?.drafts.length === 0 ? <p>{own.none}</p> : null}
    </>
  );
}

export const headingOf = ({ content, kind }: Pick<Draft, 'content' | 'kind'>): string =>
  content.plainTitle || content.say || content.because || words.kinds[kind];
