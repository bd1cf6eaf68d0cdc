/** A piece of an answer, large. All of it is text: nothing that a record or a person wrote is read as markup. */
import { nameAndNote } from '../../../pages/keep/checklists.ts';
import { languageOf } from '../texts/texts.ts';
import { Draw } from './icons.tsx';
import { useKiosk } from './kiosk-context.ts';
import type { Piece } from './pieces.ts';

export function PieceView({ piece }: { readonly piece: Piece }) {
  const lang = languageOf(piece.text);
  switch (piece.kind) {
    case 'title':
      return (
        <h2 class="piece-title" lang={lang}>
          {piece.text}
        </h2>
      );
    case 'label':
      return (
        <h3 class="piece-label" lang={lang}>
          {piece.text}
        </h3>
      );
    case 'warning':
      return <Warning text={piece.text} lang={lang} />;
    case 'item':
      return <Item piece={piece} lang={lang} />;
    default:
      return (
        <p class={`piece-${piece.kind}`} lang={lang}>
          {piece.text}
        </p>
      );
  }
}

function Warning({ text, lang }: { readonly text: string; readonly lang: string }) {
  const { texts } = useKiosk();
  return (
    <p class="piece-warning" lang={lang}>
      <Draw name="sos" />
      <span>
        <strong>{texts.warning}:</strong> {text}
      </span>
    </p>
  );
}

function Item({ piece, lang }: { readonly piece: Extract<Piece, { kind: 'item' }>; readonly lang: string }) {
  const { name, note } = piece.isPaper ? nameAndNote(piece.text) : { name: piece.text, note: '' };
  return (
    <div class={`piece-item ${piece.isPaper ? 'piece-paper' : ''}`} lang={lang}>
      <span class="piece-sign" aria-hidden={piece.number === null}>
        {piece.isPaper ? <Draw name="paper" /> : (piece.number ?? '')}
      </span>
      <span>
        <span class="piece-name">{name}</span>
        {note ? <span class="piece-about">{note}</span> : null}
      </span>
    </div>
  );
}
