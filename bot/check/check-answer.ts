/** Compares what an answer says with the records it cites: what they do not bear out never reaches a citizen. */
import { type Block, textOf } from '../answer.ts';
import { contentOf } from './content.ts';
import type { Facts } from './known-facts.ts';

/** Figures and marks of the block that are in none of `facts`; empty when it may go out. */
export function unsupported(block: Block, facts: Facts): string[] {
  const said = contentOf(textOf({ blocks: [block] }));
  return [
    ...[...said.figures].filter((figure) => !facts.figures.has(figure)),
    ...[...said.marks].filter(
      (mark) => !facts.marks.has(mark) && ![...facts.marks].some((known) => known.startsWith(`${mark}/`)),
    ),
  ];
}
