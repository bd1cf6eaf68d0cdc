/** Figures of a week for supervisors. */
import { useEffect, useState } from 'preact/hooks';
import type { FiguresReply } from '../../../figures/schemas.ts';
import { useConsole, useMay } from '../../view/console-context.ts';
import { callOf, readChoice } from './figures-address.ts';
import { FiguresHead } from './figures-head.tsx';
import { words } from './figures-words.ts';
import { HandOffParts } from './hand-off-parts.tsx';
import { ModelUse } from './model-use.tsx';
import { QuestionParts } from './question-parts.tsx';
import { TopFacts } from './top-facts.tsx';

export function FiguresView() {
  const { address } = useConsole();
  const choice = readChoice(address);
  const seesModel = useMay('see-model-use');
  const { figures, going } = useFigures(address);
  if (!figures)
    return (
      <div class="sheet-page figures">
        <h1>{words.title}</h1>
        <p role="status">{going ? words.loading : words.none}</p>
      </div>
    );
  return (
    <div class="sheet-page figures" aria-busy={going}>
      <FiguresHead figures={figures} choice={choice} />
      <TopFacts figures={figures} />
      <div class="figure-grid">
        <QuestionParts figures={figures} />
        <HandOffParts figures={figures} choice={{ ...choice, week: figures.week }} />
      </div>
      {seesModel ? <ModelUse /> : null}
    </div>
  );
}

/** Read again whenever the address changes; what was asked for last is shown. */
function useFigures(address: string) {
  const { caller, fail } = useConsole();
  const [figures, setFigures] = useState<FiguresReply | null>(null);
  const [going, setGoing] = useState(true);
  useEffect(() => {
    let current = true;
    setGoing(true);
    caller
      .get<FiguresReply>(callOf(readChoice(address)))
      .then(
        (reply) => current && setFigures(reply),
        (error: unknown) => current && fail(error),
      )
      .finally(() => current && setGoing(false));
    return () => {
      current = false;
    };
  }, [address, caller, fail]);
  return { figures, going };
}
