/** A short answer in full: there is nothing to page. */
import type { Block } from '../../../../bot/index.ts';
import { PieceView } from './piece-view.tsx';
import { piecesOf } from './pieces.ts';

export const Plain = ({ blocks }: { readonly blocks: readonly Block[] }) => (
  <div class="plain" aria-live="polite">
    {piecesOf(blocks).map((group, index) =>
      group.map((piece, at) => <PieceView key={`${index}-${at}`} piece={piece} />),
    )}
  </div>
);
