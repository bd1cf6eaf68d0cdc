/** "Tôi ở xã Cốc Mỳ, Lào Cai" and nothing asked: it is noted, and what was talked of is answered for that commune. */
import { sayOnly } from '../make-answer.ts';
import type { Step } from '../step.ts';
import type { Tools } from '../tools.ts';
import { saysOnlyWhere } from '../understand/residence.ts';
import { wordingOf } from '../understand/wording.ts';
import { unitOf } from '../units/unit-of-turn.ts';

export const noteHome = (tools: Pick<Tools, 'units'>): Step => ({
  name: 'note-home',
  run(turn) {
    const { said, unclear } = turn.unit;
    if ((said === null && unclear === null) || !saysOnlyWhere(wordingOf(turn.text))) return { next: turn };
    if (unclear !== null) return { answer: sayOnly(turn, 'clarify', 'local.unclear', { name: unclear }) };
    const { topics, lastFacet } = turn.memory;
    const [topic] = topics;
    if (topic) return { next: { ...turn, requests: [{ code: topic, facets: [lastFacet ?? 'place'] }] } };
    return { answer: sayOnly(turn, 'clarify', 'local.noted', { unit: unitOf(turn, tools).name ?? '' }) };
  },
});
