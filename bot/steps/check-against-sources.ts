/** The last step: every figure, code, law, link and phone number must stand in a cited record; a block with one that does not is left out. */
import type { Answer, Block } from '../answer.ts';
import { unsupported } from '../check/check-answer.ts';
import { type Facts, factsIn, join } from '../check/known-facts.ts';
import { factsOf } from '../library.ts';
import { sayOnly } from '../make-answer.ts';
import type { Step } from '../step.ts';
import type { Tools } from '../tools.ts';
import { emergencyNumbers } from '../understand/emergency.ts';

/** Figures of our own texts: counts of matters and papers, the 180 days after which a record is stale. */
const ownFigures = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '10',
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
  '17',
  '18',
  '19',
  '20',
  '180',
];

export const checkAgainstSources = (tools: Tools): Step => {
  const byCode = new Map<string, Facts>();
  const common = join([factsIn(emergencyNumbers), factsIn(tools.channels), factsIn(tools.desk)]);
  const factsOfCode = (code: string): Facts => {
    const known = byCode.get(code);
    if (known) return known;
    const entry = tools.library.find(code);
    const facts = factsIn(entry ? factsOf(entry) : null);
    byCode.set(code, facts);
    return facts;
  };
  return {
    name: 'check-against-sources',
    run(turn) {
      const { draft } = turn;
      if (!draft) throw new Error('check-against-sources runs after compose-answer');
      const facts = join([common, ...draft.codes.map(factsOfCode)]);
      const kept = draft.blocks.filter((block) => unsupported(withoutCounts(block), facts).length === 0);
      if (kept.length === draft.blocks.length) return { answer: draft };
      const answer: Answer = { ...draft, blocks: kept, status: 'partial' };
      return {
        answer: kept.some((block) => block.kind === 'say' || block.kind === 'list')
          ? answer
          : sayOnly(turn, 'failed', 'failed'),
      };
    },
  };
};

/** Our own counts stand only in notes and in the first line; they are no facts of a record. */
function withoutCounts(block: Block): Block {
  if (block.kind !== 'note' && !(block.kind === 'say' && /\b\d+ việc\b/u.test(block.text))) return block;
  const counted = new RegExp(`\\b(?:${ownFigures.join('|')}) (giấy tờ|điều|việc|ngày chưa)`, 'gu');
  return { ...block, text: block.text.replace(counted, '$1') };
}
