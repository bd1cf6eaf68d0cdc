/** One answer as a card: what was asked on top, then the rest of it, what it rests on, and where to go on. */
import type { Answer, Option } from '../../../../bot/index.ts';
import { checklistOf, withKeptTicks } from '../../../pages/keep/checklists.ts';
import { fill, languageOf } from '../texts/texts.ts';
import { AnswerBlock } from './answer-block.tsx';
import { Feedback } from './feedback.tsx';
import { ListIcon, SourceIcon } from './icons.tsx';
import { usePage } from './page-context.ts';
import { SignInLink } from './sign-in-line.tsx';

interface AnswerCardProps {
  readonly answer: Answer;
  readonly turnId: string | null;
}

export function AnswerCard({ answer, turnId }: AnswerCardProps) {
  const { texts } = usePage();
  const known = answer.status === 'answered' || answer.status === 'partial' || answer.status === 'declined-other-level';
  const asksWhich = answer.status === 'clarify';
  return (
    <article class={`card card-${answer.status}`} aria-label={texts.machine}>
      <CardHead answer={answer} />
      {answer.blocks.map((block, index) =>
        // The choices stand below as buttons: once is enough for the eye.
        asksWhich && block.kind === 'list' ? null : <AnswerBlock key={index} block={block} />,
      )}
      {answer.status === 'emergency' ? <Calls answer={answer} /> : null}
      {answer.status === 'login-required' ? <SignInAction /> : null}
      <CardActions answer={answer} />
      <Chips answer={answer} />
      {known && turnId ? <Feedback turnId={turnId} /> : null}
    </article>
  );
}

function CardHead({ answer }: Pick<AnswerCardProps, 'answer'>) {
  const { texts } = usePage();
  const named = texts.status[answer.status as keyof typeof texts.status];
  const label = named ?? (answer.facet ? texts.facet[answer.facet] : null);
  const code = answer.codes.length === 1 ? answer.codes[0] : null;
  if (!label && !code) return null;
  return (
    <p class="card-head">
      {label ? <span class="facet">{label}</span> : null}
      {code && /^\d/.test(code) ? <span class="code">{fill(texts.code, { code })}</span> : null}
    </p>
  );
}

/** In danger one press is enough. The numbers are those of the answer, none of ours. */
function Calls({ answer }: Pick<AnswerCardProps, 'answer'>) {
  const { texts } = usePage();
  const text = answer.blocks.map((block) => ('text' in block ? block.text : '')).join(' ');
  const numbers = [...new Set(text.match(/\b11[1-5]\b/g))];
  return (
    <p class="card-actions">
      {numbers.map((number) => (
        <a key={number} class="button strong" href={`tel:${number}`}>
          {fill(texts.call, { number })}
        </a>
      ))}
    </p>
  );
}

/** What the answer asks for stands right below it. */
function SignInAction() {
  const { me } = usePage();
  if (!me.signIn || me.signedIn) return null;
  return (
    <p class="card-actions">
      <SignInLink strong />
    </p>
  );
}

function CardActions({ answer }: Pick<AnswerCardProps, 'answer'>) {
  const { texts, storage, openSources, openChecklist } = usePage();
  const list = checklistOf(answer);
  if (!list && answer.sources.length === 0) return null;
  return (
    <div class="card-actions">
      {list ? (
        <button type="button" class="button strong" onClick={() => openChecklist(withKeptTicks(storage, list))}>
          <ListIcon />
          {texts.checklist}
        </button>
      ) : null}
      {answer.sources.length > 0 ? (
        <button type="button" class="button" aria-haspopup="dialog" onClick={() => openSources(answer.sources)}>
          <SourceIcon />
          {texts.source}
        </button>
      ) : null}
    </div>
  );
}

/** Chips in two groups: further questions about the procedure, and its other forms. */
function Chips({ answer }: Pick<AnswerCardProps, 'answer'>) {
  const { texts } = usePage();
  const variants = answer.options.filter(({ code, facet }) => code && !facet && code !== answer.codes[0]);
  const isChoice = answer.status === 'clarify' || answer.codes.length > 1;
  if (isChoice) return <ChipGroup label={texts.choices} options={answer.options} />;
  return (
    <>
      <ChipGroup
        label={answer.codes.length > 0 ? texts.askMore : texts.askNext}
        options={answer.options.filter((option) => !variants.includes(option))}
      />
      <ChipGroup label={texts.variants} options={variants} />
    </>
  );
}

export function ChipGroup({ label, options }: { readonly label: string; readonly options: readonly Option[] }) {
  const { ask } = usePage();
  if (options.length === 0) return null;
  return (
    <div class="chip-group">
      <p class="chip-label">{label}</p>
      <ul class="chips-row">
        {options.map((option) => (
          <li key={option.send}>
            <button type="button" class="chip" lang={languageOf(option.text)} onClick={() => ask(option.send)}>
              {option.text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
