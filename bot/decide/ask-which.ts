/** Asking back: who ties with the best hit, and the question that tells them apart. */
import type { Facet } from '../../knowledge/index.ts';
import type { Hit, SearchResult } from '../../retrieval/index.ts';
import type { Answer } from '../answer.ts';
import { factsOf } from '../library.ts';
import { makeAnswer } from '../make-answer.ts';
import { upperFirst } from '../say/money-and-time.ts';
import type { Turn } from '../step.ts';
import type { Tools } from '../tools.ts';
import {
  equalExplained,
  equalScore,
  fewWordsLong,
  leastBareExplained,
  longestBare,
  modifierSlack,
  mostOptions,
  mostUnexplained,
  nearExplained,
  nearScore,
  plainShare,
  siblingShare,
  siblingShareBare,
} from './thresholds.ts';

/** Facets that ask something definite: then an answer for the plain form helps more than a question back. */
const definite: ReadonlySet<Facet> = new Set([
  'documents',
  'fee',
  'time',
  'place',
  'conditions',
  'legal',
  'online',
  'result',
]);

/**
 * Ids that the question may mean, best first. One alone: answer it.
 *
 * A bare topic ("khai sinh") is asked back when others fit as well. With something definite asked ("khai sinh cần giấy
 * gì") the plain form is answered; only siblings without a plain form ("làm căn cước cần gì") are asked back.
 */
export function rivalsOf(question: string, whole: SearchResult, { library }: Pick<Tools, 'library'>): string[] {
  const best = plainForm(whole, library);
  if (!best) return [];
  if (question.split(' ').length > longestBare) return [best.id];
  const asked = whole.reading.facets.some((facet) => definite.has(facet));
  const found = asked ? equalsOf({ question, whole, best, library }) : nearOnes(whole, best);
  const ids = found.filter((id) => isForCommune(id, library) && mayRival(id, best.id, library));
  if (ids.length < 2 || !isForCommune(best.id, library)) return [best.id];
  // Cards of which nothing is published all end the same way: the best one says so.
  if (ids.every((id) => id.startsWith('card:'))) return [best.id];
  return listOf(best.id, ids, library);
}

/** Siblings of the best one first, always alike, so that "cái thứ hai" means the same every time; then the others. */
function listOf(best: string, ids: readonly string[], library: Library): string[] {
  const family = library.familyOf(best);
  const siblings = ids.filter((id) => family !== null && library.familyOf(id) === family);
  if (siblings.length === ids.length) return inFixedOrder(withSiblings(ids, library), library);
  return [...inFixedOrder(siblings, library), ...ids.filter((id) => !siblings.includes(id))].slice(0, mostOptions);
}

/** The best hit, or its plain sibling where nothing in the question speaks for the special form. */
function plainForm(whole: SearchResult, library: Library): Hit | undefined {
  const [best] = whole.hits;
  if (!best || library.isDefault(best.id) || whole.reading.modifiers.length > 0) return best;
  const family = library.familyOf(best.id);
  const plain = whole.hits.find(
    (hit) => family !== null && library.familyOf(hit.id) === family && library.isDefault(hit.id),
  );
  const fits = plain && plain.score >= best.score * plainShare && plain.explained >= best.explained * plainShare;
  return fits ? plain : best;
}

interface Bare {
  readonly question: string;
  readonly whole: SearchResult;
  readonly best: Hit;
  readonly library: Library;
}

/** Siblings that fit as well, in a family without a plain form; or three and more that a bare question cannot tell apart. */
function equalsOf({ question, whole, best, library }: Bare): string[] {
  const family = library.familyOf(best.id);
  const siblings = whole.hits.filter((hit) => family !== null && library.familyOf(hit.id) === family);
  const noPlainForm = !library.family(family ?? '').some(({ id }) => library.isDefault(id));
  const short = question.split(' ').length <= fewWordsLong && isBare(whole, best);
  const [score, explained] = short ? [siblingShareBare, siblingShareBare] : [siblingShare, equalExplained];
  const close = siblings.filter(
    (hit) =>
      hit.score >= best.score * score && hit.explained >= best.explained * explained && fitsModifiers(whole, best, hit),
  );
  if (noPlainForm && close.length > 1) return close.map((hit) => hit.id);
  const equal = whole.hits.filter(
    (hit) => hit.score >= best.score * equalScore && hit.explained >= best.explained * equalExplained,
  );
  return equal.length > 2 && isBare(whole, best) ? equal.map((hit) => hit.id) : [best.id];
}

/** Those that come near for a bare topic. */
function nearOnes(whole: SearchResult, best: Hit): string[] {
  if (!isBare(whole, best)) return [best.id];
  const near = whole.hits.filter(
    (hit) =>
      hit.score >= best.score * nearScore &&
      hit.explained >= best.explained * nearExplained &&
      fitsModifiers(whole, best, hit),
  );
  return near.map((hit) => hit.id).slice(0, mostOptions);
}

/** A sibling of another form is no rival when the question names a form. */
const fitsModifiers = ({ reading }: SearchResult, best: Hit, hit: Hit) =>
  reading.modifiers.length === 0 || modifierScore(hit) >= modifierScore(best) - modifierSlack;

/** What the engine gave or took for "nước ngoài", "cấp lại", "lưu động". */
const modifierScore = (hit: Hit) => hit.why.reduce((sum, why) => sum + (why.part === 'modifiers' ? why.score : 0), 0);

/** "khai sinh", "hỏi về hộ nghèo": a topic and little else. A longer question tells its own case. */
function isBare({ reading }: SearchResult, best: Hit): boolean {
  const explained = new Set(best.explainedWords);
  const left = reading.words.filter(
    (word, index) => (word.kind === 'topic' || word.kind === 'modifier') && word.weight >= 0.5 && !explained.has(index),
  );
  return left.length <= mostUnexplained && best.explained >= leastBareExplained;
}

type Library = Tools['library'];

const isForCommune = (id: string, library: Library) => {
  const entry = library.find(id);
  return entry !== null && factsOf(entry).levels.includes('commune');
};

/** Nobody wrote down how citizens ask for an imported guide: it is not held against one of which somebody did. */
const mayRival = (id: string, best: string, library: Library) =>
  !isWithoutWays(id, library) || isWithoutWays(best, library);

const isWithoutWays = (id: string, library: Library) => {
  const entry = library.find(id);
  return entry?.kind === 'guide' && entry.guide.origin === 'imported' && entry.guide.ways.length === 0;
};

/** The whole family is offered: what the citizen means may be the sibling that matched least. */
const withSiblings = (ids: readonly string[], library: Tools['library']) => {
  const siblings = library.family(library.familyOf(ids[0] ?? '') ?? '').map(({ id }) => id);
  return [...new Set([...ids, ...siblings])].slice(0, mostOptions);
};

/** The plain form first, then by code. */
const inFixedOrder = (ids: readonly string[], library: Library) =>
  ids.toSorted((a, b) => Number(library.isDefault(b)) - Number(library.isDefault(a)) || a.localeCompare(b));

export function askWhich(turn: Turn, ids: readonly string[], { library }: Pick<Tools, 'library'>): Answer {
  const options = ids.flatMap((id) => {
    const entry = library.find(id);
    const facts = entry ? factsOf(entry) : null;
    return facts ? [{ code: id, text: upperFirst(facts.plainTitle), send: facts.plainTitle }] : [];
  });
  return makeAnswer(
    'clarify',
    [
      ...(turn.opening ? [{ kind: 'say' as const, text: turn.opening }] : []),
      { kind: 'say', text: turn.speech.say('clarify.which') },
      { kind: 'list', label: null, items: options.map(({ text }) => text), ordered: true },
    ],
    { codes: options.map(({ code }) => code), options },
  );
}
