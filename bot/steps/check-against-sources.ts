/** The last step: every figure, code, law, link and phone number must stand in a cited record; what does not is left out. */
import { twoTiersSince } from '../../knowledge/index.ts';
import type { Answer } from '../answer.ts';
import { supportedPart } from '../check/check-answer.ts';
import { type Facts, factsIn, join } from '../check/known-facts.ts';
import { factsOf } from '../library.ts';
import { sayOnly } from '../make-answer.ts';
import { localFacts } from '../say/local-sources.ts';
import { plainDay } from '../say/money-and-time.ts';
import type { Step } from '../step.ts';
import type { Tools } from '../tools.ts';
import { type AskedDay, askedDay } from '../understand/asked-day.ts';
import { emergencyNumbers } from '../understand/emergency.ts';
import { unitOf } from '../units/unit-of-turn.ts';

/** Our own texts: after so many days a record is stale; on that day the districts were abolished. */
const ownFigures = ['180', plainDay(twoTiersSince)];

/** The day that the citizen asked for may be said back. */
const daysOf = (asked: AskedDay | null) => asked && [asked.said, asked.from, asked.to];

export const checkAgainstSources = (tools: Tools): Step => {
  const byCode = new Map<string, Facts>();
  const common = join([factsIn(emergencyNumbers), factsIn(ownFigures), factsIn(tools.channels)]);
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
      const guides = draft.codes.flatMap((code) => {
        const entry = tools.library.find(code);
        return entry?.kind === 'guide' ? [entry.guide] : [];
      });
      const local = localFacts(guides, { unit: unitOf(turn, tools), at: turn.message.at, calendar: tools.calendar });
      const facts = join([
        common,
        factsIn(local),
        factsIn(turn.reckoned),
        factsIn(turn.unit.unclear),
        factsIn(daysOf(askedDay(turn.text, turn.message.at))),
        ...draft.codes.map(factsOfCode),
      ]);
      const blocks = draft.blocks.flatMap((block) => supportedPart(block, facts) ?? []);
      if (blocks.length === draft.blocks.length && blocks.every((block, index) => block === draft.blocks[index])) {
        return { answer: draft };
      }
      const answer: Answer = { ...draft, blocks, status: draft.status === 'answered' ? 'partial' : draft.status };
      const says = blocks.some((block) => block.kind === 'say' || block.kind === 'list');
      return { answer: says ? answer : sayOnly(turn, 'failed', 'failed') };
    },
  };
};
