/** A piece of an answer. All of it is text: nothing that a record or a citizen wrote is ever read as markup. */
import { texts } from '../../texts/texts.ts';
import { WarnIcon } from '../../view/icon.tsx';
import type { Entry } from '../../wire/wire-types.ts';

type Block = NonNullable<Entry['answer']>['blocks'][number];

export function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'list':
      return <ListView block={block} />;
    case 'title':
      return <p class="card-title">{block.text}</p>;
    case 'warning':
      return (
        <p class="band band-warn">
          <WarnIcon />
          <span>
            <strong class="hidden">{texts.answer.warning}: </strong>
            {block.text}
          </span>
        </p>
      );
    case 'note':
      return <p class="note">{block.text}</p>;
    default:
      return <p class="say">{block.text}</p>;
  }
}

function ListView({ block }: { readonly block: Block }) {
  const items = block.items?.map((item) => <li key={item}>{item}</li>);
  return (
    <div class="list-block">
      {block.label ? <p class="list-label">{block.label}</p> : null}
      {block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>}
    </div>
  );
}
