/** Decides what to do with what was found: answer, answer several, ask back, decline. */
import type { SearchResult } from '../../retrieval/index.ts';
import type { Answer } from '../answer.ts';
import { sayOnly } from '../make-answer.ts';
import type { Request, Step, StepResult, Turn } from '../step.ts';
import type { Tools } from '../tools.ts';
import { leansOnBefore, withoutCorrection } from '../understand/follow-up.ts';
import { keyOfWord } from '../understand/keyed.ts';
import { withoutMarks } from '../understand/mask-identity.ts';
import { elsewhereWordsIn, type OutOfScope, outOfScopeIn } from '../understand/out-of-scope.ts';
import { type Wording, wordingOf } from '../understand/wording.ts';
import { askWhich, rivalsOf } from './ask-which.ts';
import { declineUnknown } from './decline.ts';
import { explainedWeight } from './explained-weight.ts';
import { namedIn } from './named-code.ts';
import { offerPerson } from './offer-person.ts';
import { severalMatters } from './several-matters.ts';
import {
  fairScore,
  fewWords,
  highScore,
  knownFrom,
  leastTopic,
  manyWords,
  mostGuessed,
  offeredShare,
  oneWord,
  sureFrom,
  tiedCardScore,
  tiedScore,
  topicShare,
} from './thresholds.ts';

export const decide = (tools: Tools): Step => ({
  name: 'decide',
  run(turn) {
    if (turn.requests.length > 0) return { next: turn };
    const whole = turn.found[0];
    if (!whole) throw new Error('decide runs after search-guides');
    const scope = outOfScopeIn(wordingOf(turn.question));
    if (scope && !belongsToProcedure(scope, whole, wordingOf(turn.question)))
      return { answer: sayOnly(turn, 'declined-out-of-scope', `declined.${scope}`) };
    const several = severalMatters(withoutMarks(turn.question), whole, tools.engine, tools.library);
    return several ? answering(turn, several) : oneMatter(turn, whole, tools);
  },
});

/** A word of illness or of cooking in a question that a procedure explains well, most of those very words too, belongs to the procedure. */
export function belongsToProcedure(scope: OutOfScope, whole: SearchResult, wording: Wording): boolean {
  if (whole.confidence < sureFrom) return false;
  if (scope === 'health') return true;
  const [best] = whole.hits;
  const explained = new Set(best?.explainedWords.map((at) => keyOfWord(whole.reading.words[at]?.surface ?? '')));
  const telling = elsewhereWordsIn(wording);
  return scope === 'out-of-scope' && telling.filter((word) => explained.has(word)).length > telling.length / 2;
}

const answering = (turn: Turn, requests: readonly Request[]): StepResult => ({ next: { ...turn, requests } });

function oneMatter(turn: Turn, whole: SearchResult, tools: Tools): StepResult {
  const best = whole.hits[0];
  const { facets } = whole.reading;
  const named = namedIn(turn.text, whole, tools.library);
  if (named) return answering(turn, [{ code: named, facets }]);
  const topic = turn.memory.topics[0];
  if (topic && followsTopic(turn, whole, topic))
    return answering(turn, [{ code: topic, facets: facets.length > 0 ? facets : ['conditions'] }]);
  if (!best || topicWeight(whole) < leastTopic) return { answer: offerPerson(turn, namesNothing(turn, whole), tools) };
  if (!isKnown(whole)) return { answer: offerPerson(turn, declineUnknown(turn, tools), tools) };
  const tied = guessedOf(whole, tools);
  const rivals = tied.length > 1 ? tied : rivalsOf(turn.question, whole, tools);
  const mayAsk = turn.memory.lastStatus !== 'clarify' && withoutCorrection(turn.text) === turn.text;
  if (rivals.length > 1 && mayAsk) return { answer: askWhich(turn, rivals, tools) };
  return answering(turn, [{ code: pickOffered(turn, whole) ?? (mayAsk ? rivals[0] : best.id) ?? best.id, facets }]);
}

/** Whether something that we know was asked for: surely, or by much of what was said, or by a high score. */
export function isKnown(whole: SearchResult): boolean {
  const best = whole.hits[0];
  if (!best) return false;
  const weight = explainedWeight(whole, best);
  return (
    whole.confidence >= knownFrom ||
    (weight >= manyWords && best.score >= fairScore) ||
    (weight >= fewWords && best.score >= highScore)
  );
}

/** Ids that tie for the best place where the search is unsure: a coin is not thrown, the citizen is asked. [] else. */
export function guessedOf(whole: SearchResult, { library }: Pick<Tools, 'library'>): string[] {
  const best = whole.hits[0];
  if (!best || whole.confidence >= knownFrom) return [];
  const share = library.find(best.id)?.kind === 'card' ? tiedCardScore : tiedScore;
  const tied = whole.hits.filter(({ score }) => score >= best.score * share).slice(0, mostGuessed);
  const families = new Set(tied.map(({ id }) => library.familyOf(id) ?? id));
  return families.size > 1 ? tied.map(({ id }) => id) : [];
}

/** After asking back, what was offered comes before anything else that matches as well. */
function pickOffered(turn: Turn, whole: SearchResult): string | null {
  if (turn.memory.lastStatus !== 'clarify') return null;
  const offered = new Set(turn.memory.options.map((option) => option.code));
  const best = whole.hits[0];
  return whole.hits.find((hit) => offered.has(hit.id) && hit.score >= (best?.score ?? 0) * offeredShare)?.id ?? null;
}

/** The message is about what was talked of: it names nothing of its own, or nothing surer. */
function followsTopic(turn: Turn, whole: SearchResult, topic: string): boolean {
  const best = whole.hits[0];
  if (!best || topicWeight(whole) < leastTopic) return whole.reading.facets.length > 0 || leansOnBefore(turn.text);
  if (topicWeight(whole) <= oneWord && whole.reading.facets.length > 0) return true;
  const own = whole.hits.find((hit) => hit.id === topic);
  const asGood = own && own.score >= best.score * topicShare && own.explained >= best.explained * topicShare;
  if (asGood && withoutCorrection(turn.text) === turn.text) return true;
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
