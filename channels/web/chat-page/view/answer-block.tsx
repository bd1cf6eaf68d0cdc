/** A piece of an answer. All of it is text: nothing that a record or a citizen wrote is ever read as markup. */
import type { Block } from '../../../../bot/index.ts';
import { nameAndNote } from '../../../pages/keep/checklists.ts';
import { languageOf } from '../texts/texts.ts';
import { HomeIcon, WarnIcon } from './icons.tsx';
import { usePage } from './page-context.ts';

export function AnswerBlock({ block }: { readonly block: Block }) {
  const { texts } = usePage();
  if (block.kind === 'list') return <ListBlock block={block} />;
  const lang = languageOf(block.text);
  switch (block.kind) {
    case 'title':
      return (
        <h3 class="card-title" lang={lang}>
          {block.text}
        </h3>
      );
    case 'warning':
      return (
        <p class="band band-warn" lang={lang}>
          <WarnIcon />
          <span>
            <strong class="hidden">{texts.warning}: </strong>
            {block.text}
          </span>
        </p>
      );
    case 'note':
      return (
        <p class="note" lang={lang}>
          {block.text}
        </p>
      );
    default:
      return block.role === 'stay-home' ? (
        <p class="band band-good" lang={lang}>
          <HomeIcon />
          <span>{block.text}</span>
        </p>
      ) : (
        <SayBlock text={block.text} lang={lang} />
      );
  }
}

/** `Lệ phí: Không mất phí.` has its name in front: it is set apart, so that the eye finds the fact. */
function SayBlock({ text, lang }: { readonly text: string; readonly lang: string }) {
  const named = /^(\p{Lu}[^:.,]{2,28}): (.+)$/su.exec(text);
  if (!named)
    return (
      <p class="say" lang={lang}>
        {text}
      </p>
    );
  return (
    <p class="say fact" lang={lang}>
      <span class="fact-name">{named[1]}: </span>
      {named[2]}
    </p>
  );
}

function ListBlock({ block }: { readonly block: Extract<Block, { kind: 'list' }> }) {
  const lang = languageOf(block.items.join(' '));
  const items = block.items.map((item) => (
    <li key={item}>{block.role === 'papers' ? <PaperItem paper={item} /> : item}</li>
  ));
  return (
    <div class="list-block" lang={lang}>
      {block.label ? <h4 class="list-label">{block.label}</h4> : null}
      {block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>}
    </div>
  );
}

/** A paper: its name in strong type, what is said about it below. */
export function PaperItem({ paper }: { readonly paper: string }) {
  const { name, note } = nameAndNote(paper);
  return (
    <>
      <span class="paper-name">{name}</span>
      {note ? <span class="paper-note">{note}</span> : null}
    </>
  );
}
