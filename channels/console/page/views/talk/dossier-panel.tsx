/** Dossiers of the citizen: those he agreed to show, or a single one by its code and a reason. Each look is written down. */
import { useState } from 'preact/hooks';
import { texts } from '../../texts/texts.ts';
import { useConsole, useMay } from '../../view/console-context.ts';
import type { Dossier } from '../../wire/wire-types.ts';
import { DossierCard } from './dossier-card.tsx';
import { useOpenTalk } from './talk-context.ts';

export function DossierPanel() {
  const { talk } = useOpenTalk();
  const may = useMay('see-dossier');
  if (!may) return null;
  const { dossiers } = talk;
  return (
    <section class="aside-part">
      <h3>{texts.dossier.title}</h3>
      {dossiers?.length === 0 ? <p class="note">{texts.dossier.none}</p> : null}
      {dossiers?.map((dossier) => (
        <DossierCard key={dossier.code} dossier={dossier} />
      ))}
      {dossiers === null ? <AskForOne /> : null}
    </section>
  );
}

function AskForOne() {
  const { id } = useOpenTalk();
  const { caller, fail } = useConsole();
  const [code, setCode] = useState('');
  const [reason, setReason] = useState('');
  const [found, setFound] = useState<Dossier | null>(null);
  const show = async (event: Event) => {
    event.preventDefault();
    if (code.trim() === '' || reason.trim() === '') return;
    try {
      setFound(await caller.post<Dossier>(`/hand-offs/${id}/dossier`, { code: code.trim(), reason: reason.trim() }));
    } catch (error) {
      setFound(null);
      fail(error);
    }
  };
  return (
    <>
      <p class="note">{texts.dossier.closed}</p>
      <form class="form" onSubmit={show}>
        <label class="field">
          {texts.dossier.code}
          <input
            type="text"
            required
            maxLength={60}
            autocomplete="off"
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          {texts.dossier.reason}
          <input
            type="text"
            required
            maxLength={300}
            value={reason}
            placeholder={texts.dossier.reasonExample}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        <p>
          <button type="submit" class="button">
            {texts.dossier.show}
          </button>
        </p>
      </form>
      {found ? <DossierCard dossier={found} /> : null}
    </>
  );
}
