/** An answer in pieces that stand on one page each: a label stays with its first item, a title with what follows it. */
import type { Block } from '../../../../bot/index.ts';

export type Piece =
  | { readonly kind: 'title' | 'say' | 'note' | 'warning' | 'good' | 'label'; readonly text: string }
  | { readonly kind: 'item'; readonly text: string; readonly number: number | null; readonly isPaper: boolean };

/** Each inner list stays together. */
export const piecesOf = (blocks: readonly Block[]): readonly (readonly Piece[])[] =>
  gather(blocks.flatMap(piecesOfBlock));

function piecesOfBlock(block: Block): readonly Piece[] {
  if (block.kind === 'list') {
    const items = block.items.map(
      (text, index): Piece => ({
        kind: 'item',
        text,
        number: block.ordered ? index + 1 : null,
        isPaper: block.role === 'papers',
      }),
    );
    return block.label ? [{ kind: 'label', text: block.label }, ...items] : items;
  }
  const kind = block.kind === 'say' && block.role === 'stay-home' ? 'good' : block.kind;
  return [{ kind, text: block.text }];
}

/** Heads are joined to what they are the head of. */
function gather(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const groups: Piece[][] = [];
  let open = false;
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (open && last) last.push(piece);
    else groups.push([piece]);
    open = piece.kind === 'title' || piece.kind === 'label';
  }
  return groups;
}
