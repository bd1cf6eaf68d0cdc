/** One filed case, as the one-stop system tells it. */
import { dayOf } from '../../inbox/waiting-words.ts';
import { texts } from '../../texts/texts.ts';
import type { Dossier } from '../../wire/wire-types.ts';

export function DossierCard({ dossier }: { readonly dossier: Dossier }) {
  const rows: readonly (readonly [string, string | null])[] = [
    [texts.dossier.status, dossier.status],
    [texts.dossier.received, dossier.receivedAt && dayOf(dossier.receivedAt)],
    [texts.dossier.promised, dossier.promisedAt && dayOf(dossier.promisedAt)],
    [texts.dossier.desk, dossier.desk],
    [texts.dossier.owner, dossier.applicantName],
    [texts.dossier.returned, dossier.returnReason],
  ];
  return (
    <article class="dossier">
      <h4>{dossier.procedure ?? dossier.code}</h4>
      <p class="note">{dossier.code}</p>
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
      {dossier.missing && dossier.missing.length > 0 ? (
        <>
          <p>
            <strong>{texts.dossier.missing}</strong>
          </p>
          <ul class="dossier-list">
            {dossier.missing.map(({ paper, reason }) => (
              <li key={paper}>{reason ? `${paper}: ${reason}` : paper}</li>
            ))}
          </ul>
        </>
      ) : null}
    </article>
  );
}
