/** Fills `turn.found`: the whole question first, then each of its clauses when it names several matters. */
import type { Step } from '../step.ts';
import type { Tools } from '../tools.ts';

const mostHits = 12;
const mostClauses = 3;

export const searchGuides = ({ engine }: Pick<Tools, 'engine'>): Step => ({
  name: 'search-guides',
  run(turn) {
    if (turn.requests.length > 0) return { next: turn };
    const whole = engine.search(turn.question, { limit: mostHits });
    const clauses = whole.reading.clauses.length > 1 ? whole.reading.clauses.slice(0, mostClauses) : [];
    return {
      next: { ...turn, found: [whole, ...clauses.map((clause) => engine.search(clause, { limit: mostHits }))] },
    };
  },
});
