/** Decides what to do with what was found: answer, answer several, ask back, decline. */
import type { SearchResult } from '../../retrieval/index.ts';
import type { Answer } from '../answer.ts';
import { sayOnly } from '../make-answer.ts';
import type { Request, Step, StepResult, Turn } from '../step.ts';
import type { Tools } from '../tools.ts';
import { leansOnBefore } from '../understand/follow-up.ts';
import { outOfScopeIn } from '../understand/out-of-scope.ts';
import { wordingOf } from '../understand/wording.ts';
import { askWhich, rivalsOf } from './ask-which.ts';
import { declineUnknown } from './decline.ts';
import { clauseFrom, knownFrom, leastTopic, sureFrom, topicShare } from './thresholds.ts';

export const decide = (tools: Tools): Step => ({
  name: 'decide',
  run(turn) {
    if (turn.requests.length > 0) return { next: turn };
    const whole = turn.found[0];
    if (!whole) throw new Error('decide runs after search-guides');
    const scope = outOfScopeIn(wordingOf(turn.question));
    if (scope) return { answer: sayOnly(turn, 'declined-out-of-scope', `declined.${scope}`) };
    return severalMatters(turn) ?? oneMatter(turn, whole, tools);
  },
});

const answering = (turn: Turn, requests: readonly Request[]): StepResult => ({ next: { ...turn, requests } });

/** Each clause names a matter of its own, surely, and not the same one. */
function severalMatters(turn: Turn): StepResult | null {
  const [whole, ...clauses] = turn.found;
  if (!whole || clauses.length < 2) return null;
  const requests: Request[] = [];
  for (const clause of clauses) {
    const best = clause.hits[0];
    if (!best || clause.confidence < clauseFrom || topicWeight(clause) < leastTopic) continue;
    if (!requests.some(({ code }) => code === best.id)) {
      const facets = clause.reading.facets.length > 0 ? clause.reading.facets : whole.reading.facets;
      requests.push({ code: best.id, facets });
    }
  }
  return requests.length > 1 ? answering(turn, requests) : null;
}

function oneMatter(turn: Turn, whole: SearchResult, tools: Tools): StepResult {
  const best = whole.hits[0];
  const { facets } = whole.reading;
  const topic = turn.memory.topics[0];
  if (topic && followsTopic(turn, whole, topic))
    return answering(turn, [{ code: topic, facets: facets.length > 0 ? facets : ['conditions'] }]);
  if (!best || topicWeight(whole) < leastTopic) return { answer: namesNothing(turn, whole) };
  if (whole.confidence < knownFrom) return { answer: declineUnknown(turn, tools) };
  const rivals = rivalsOf(whole, tools);
  if (rivals.length > 1 && turn.memory.lastStatus !== 'clarify') return { answer: askWhich(turn, rivals, tools) };
  return answering(turn, [{ code: pickOffered(turn, whole) ?? rivals[0] ?? best.id, facets }]);
}

/** After asking back, what was offered comes before anything else that matches as well. */
function pickOffered(turn: Turn, whole: SearchResult): string | null {
  if (turn.memory.lastStatus !== 'clarify') return null;
  const offered = new Set(turn.memory.options.map((option) => option.code));
  return whole.hits.slice(0, 5).find((hit) => offered.has(hit.id))?.id ?? null;
}

/** The message is about what was talked of: it names nothing of its own, or nothing surer. */
function followsTopic(turn: Turn, whole: SearchResult, topic: string): boolean {
  const best = whole.hits[0];
  if (!best || topicWeight(whole) < leastTopic) return whole.reading.facets.length > 0 || leansOnBefore(turn.text);
  const own = whole.hits.find((hit) => hit.id === topic);
  if (own && own.score >= best.score * topicShare) return true;
  if (whole.confidence >= sureFrom) return false;
  return whole.reading.facets.length > 0 && (leansOnBefore(turn.text) || whole.confidence < knownFrom);
}

/** Sum of the weights of the words that say what it is about. */
export const topicWeight = ({ reading }: SearchResult): number =>
  reading.words.reduce((sum, word) => sum + (word.kind === 'topic' ? word.weight : 0), 0);

function namesNothing(turn: Turn, whole: SearchResult): Answer {
  if (turn.suspect) return sayOnly(turn, 'declined-unsafe', `declined.${turn.suspect}`);
  const again = turn.memory.lastStatus === 'clarify';
  const [status, key] = again
    ? (['declined-absent', 'clarify.topicAgain'] as const)
    : (['clarify', 'clarify.topic'] as const);
  return sayOnly(turn, status, key, {}, { facet: whole.reading.facets[0] ?? null });
}
