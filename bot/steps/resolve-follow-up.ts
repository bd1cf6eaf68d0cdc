/** Makes a message that leans on the talk stand alone: a chip, a choice by number, a correction. */
import { readFacets } from '../../retrieval/index.ts';
import type { Step, Turn } from '../step.ts';
import type { Tools } from '../tools.ts';
import { bareFacet, readChip } from '../understand/chip.ts';
import { choiceIn, withoutCorrection } from '../understand/follow-up.ts';

export const resolveFollowUp = ({ library }: Pick<Tools, 'library'>): Step => ({
  name: 'resolve-follow-up',
  run(turn) {
    const chip = readChip(turn.text, library, turn.speech);
    if (chip) return { next: { ...turn, requests: [{ code: chip.code, facets: chip.facet ? [chip.facet] : [] }] } };
    const facet = bareFacet(turn.text, turn.speech);
    const topic = turn.memory.topics[0];
    if (facet && topic) return { next: { ...turn, requests: [{ code: topic, facets: [facet] }] } };
    return { next: chosen(turn) ?? { ...turn, question: withoutCorrection(turn.question) } };
  },
});

/** "cái thứ hai", "2", or the words of one of the options offered last. */
function chosen(turn: Turn): Turn | null {
  const { options } = turn.memory;
  const index = choiceIn(turn.text, options);
  const option = index === null ? undefined : options[index];
  if (!option?.code) return null;
  const facets = option.facet ? [option.facet] : readFacets(turn.text);
  return { ...turn, requests: [{ code: option.code, facets }] };
}
