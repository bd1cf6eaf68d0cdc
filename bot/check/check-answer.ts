/** Compares what an answer says with the records it cites: what they do not bear out never reaches a citizen. */
import type { Block } from '../answer.ts';
import { contentOf } from './content.ts';
import type { Facts } from './known-facts.ts';

/** Counts in our own sentences ("Còn 5 giấy tờ …", "2 việc") are no facts of a record. */
const ownCounts = /(?<![\d.,/])\d{1,2} (?=giấy tờ|điều|việc|ngày chưa|more|matters?|days ago)/gu;

/** Figures, codes, laws and links of the text that are in none of `facts`; empty when it may go out. */
export function unsupported(text: string, facts: Facts): string[] {
  const said = contentOf(text.replace(ownCounts, ''));
  return [
    ...[...said.figures].filter((figure) => !facts.figures.has(figure)),
    ...[...said.marks].filter((mark) => !facts.marks.has(mark)),
  ];
}

/** The block without the items that are not borne out; `null` when nothing of it is left. */
export function supportedPart(block: Block, facts: Facts): Block | null {
  const fine = (text: string) => unsupported(text, facts).length === 0;
  if (block.kind !== 'list') return fine(block.text) ? block : null;
  const items = block.items.filter(fine);
  if (items.length === 0 || (block.label !== null && !fine(block.label))) return null;
  return items.length === block.items.length ? block : { ...block, items };
}
