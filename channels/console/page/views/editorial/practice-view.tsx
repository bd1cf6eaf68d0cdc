/** Practice: choose a simulated citizen, talk, read what was good and what was missing. */

import { useConsole } from '../../view/console-context.ts';
import type { ViewProps } from '../../view/console-view.ts';
import { Link } from '../../view/link.tsx';
import { PracticeSheet } from './practice-sheet.tsx';
import { useLoaded } from './use-loaded.ts';
import type { PracticeTalk, Scenario } from './wire-types.ts';
import { dayText, words } from './words.ts';

export function PracticeView({ params }: ViewProps) {
  return (
    <section class="sheet-page editorial">
      <h1>{words.practice.title}</h1>
      {params.id ? <PracticeSheet key={params.id} id={params.id} /> : <ScenarioList />}
    </section>
  );
}

function ScenarioList() {
  const { caller, fail, go } = useConsole();
  const { practice: own } = words;
  const { value } = useLoaded<{ readonly scenarios: readonly Scenario[]; readonly talks: readonly PracticeTalk[] }>(
    '/editorial/practice',
  );
  const begin = (scenario: string) =>
    caller
      .post<PracticeTalk>('/editorial/practice', { scenario })
      .then(({ id }) => go(`/console/luyen-tap/${id}`), fail);
  return (
    <>
      <p class="note">{own.intro}</p>
      <ul class="scenario-list" aria-busy={value === null}>
        {value?.scenarios.map(({ id, title, citizen, about }) => (
          <li key={id} class="editorial-item">
            <h2>{title}</h2>
            <p>{citizen}</p>
            <p class="note">{about}</p>
            <button type="button" class="button" aria-label={`${own.begin}: ${title}`} onClick={() => void begin(id)}>
              {own.begin}
            </button>
          </li>
        ))}
      </ul>
      {value && value.talks.length > 0 ? (
        <>
          <h2>{own.earlier}</h2>
          <ul>
            {value.talks.map(({ id, scenario, begunAt }) => (
              <li key={id}>
                <Link to={`/console/luyen-tap/${id}`}>
                  {scenario.title}, {dayText(begunAt)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
