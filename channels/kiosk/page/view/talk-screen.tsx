/** The last question and its answer, one page at a time, with what may be asked next as large buttons. */
import type { Answer } from '../../../../bot/index.ts';
import { checklistOf } from '../../../pages/keep/checklists.ts';
import type { Checklist } from '../../api/schemas.ts';
import { exchangeOf, mayBeSpoken } from '../state/exchange.ts';
import { dayOf, fill } from '../texts/texts.ts';
import { Faces } from './faces.tsx';
import { HoldToSee } from './hold-to-see.tsx';
import { Draw } from './icons.tsx';
import { useKiosk } from './kiosk-context.ts';
import { Officers } from './officers.tsx';
import { Options } from './options.tsx';
import { Paged } from './paged.tsx';

export function TalkScreen() {
  const { kiosk, view, texts } = useKiosk();
  const exchange = exchangeOf(view);
  const answer = exchange?.answer ?? null;
  return (
    <div class="talk">
      <div class="talk-answer">
        {exchange?.asked ? (
          <p class="asked">
            <span class="asked-by">{texts.youAsked}</span>
            <span class="asked-words">{exchange.asked}</span>
          </p>
        ) : null}
        <div class="card">
          {answer ? <AnswerPart answer={answer} /> : <Waiting />}
          <Officers said={exchange?.said ?? []} />
        </div>
      </div>
      <div class="talk-side">
        {answer?.asks === 'rating' ? <Faces /> : answer?.status === 'emergency' ? null : <Options answer={answer} />}
        <div class="talk-extra">
          {answer ? <TakeAlong answer={answer} /> : null}
          {answer && mayBeRated(answer) && !view.away ? (
            <button type="button" class="big rate-it" onClick={() => kiosk.show('rate')}>
              <Draw name="star" />
              {texts.rate}
            </button>
          ) : null}
          <button type="button" class="big strong ask-more" onClick={() => kiosk.show('ask')}>
            <Draw name="mic" />
            {texts.askMore}
          </button>
        </div>
      </div>
    </div>
  );
}

/** Nobody who needs help at once, and nobody who was only asked back, is asked how he liked it. */
const mayBeRated = ({ status, asks }: Answer): boolean =>
  status !== 'emergency' && status !== 'clarify' && asks !== 'rating';

function AnswerPart({ answer }: { readonly answer: Answer }) {
  const { texts } = useKiosk();
  // A card says in its own words what it stands on.
  const checkedOn = answer.status === 'answered' ? answer.sources[0]?.checkedOn : undefined;
  // What stands as buttons below need not stand as a list above.
  const blocks = answer.status === 'clarify' ? answer.blocks.filter(({ kind }) => kind !== 'list') : answer.blocks;
  if (!mayBeSpoken(answer) && answer.status === 'dossier')
    return (
      <HoldToSee title={texts.dossier} load={async () => ({ blocks: [...answer.blocks], hideAfterSeconds: 30 })} />
    );
  return (
    <>
      {answer.status === 'emergency' ? <Numbers answer={answer} /> : null}
      <Paged blocks={blocks} label={texts.machine} />
      {checkedOn ? <p class="source">{fill(texts.source, { day: dayOf(checkedOn) })}</p> : null}
    </>
  );
}

/** The numbers of the answer, none of ours. */
function Numbers({ answer }: { readonly answer: Answer }) {
  const { texts } = useKiosk();
  const text = answer.blocks.map((block) => ('text' in block ? block.text : '')).join(' ');
  const numbers = [...new Set(text.match(/\b11[1-5]\b/g))] as (keyof typeof texts.numbers)[];
  return (
    <ul class="numbers">
      {numbers.map((number) => (
        <li key={number} class="number">
          <strong>{number}</strong> {texts.numbers[number]}
        </li>
      ))}
    </ul>
  );
}

function Waiting() {
  const { view, texts } = useKiosk();
  const exchange = exchangeOf(view);
  const text =
    view.away && exchange
      ? texts.awayNothing
      : exchange?.sending === 'refused'
        ? texts.refused
        : exchange?.sending === 'waiting'
          ? texts.slow
          : texts.waiting;
  return (
    <p class="waiting" role="status">
      <span class="waiting-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {text}
    </p>
  );
}

/** The papers of one procedure: to print, or to carry away by a code. */
function TakeAlong({ answer }: { readonly answer: Answer }) {
  const { kiosk, view, texts } = useKiosk();
  const list = checklistOf(answer);
  if (!list) return null;
  const take = async () => {
    const language = view.comfort.language;
    const plain = {
      shortCode: '',
      digits: '',
      url: null,
      qrSvg: null,
      goodUntil: '',
      title: list.title,
      blocks: answer.blocks as unknown as Checklist['blocks'],
      printPath: '',
    };
    const made = view.away
      ? null
      : await kiosk
          .visit()
          .api.makeList(list.code, language)
          .catch(() => null);
    if (kiosk.store.get().era === view.era) kiosk.list(made ?? plain);
  };
  return (
    <button type="button" class="big" onClick={() => void take()}>
      <Draw name="qr" />
      {texts.listButton}
    </button>
  );
}
