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
  leastBareExplained,
  modifierSlack,
  mostBareWords,
  mostOptions,
  nearExplained,
  nearScore,
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
 * A bare topic ("khai sinh") is asked back when its siblings fit as well. With something definite asked ("khai sinh cần
 * giấy gì") the best is answered, unless equals stand beside it and none of them is the plain form.
 */
export function rivalsOf(whole: SearchResult, { library }: Pick<Tools, 'library'>): string[] {
  const [best] = whole.hits;
  if (!best) return [];
  const asked = whole.reading.facets.some((facet) => definite.has(facet));
  const [score, explained] = asked ? [equalScore, equalExplained] : [nearScore, nearExplained];
  const near = whole.hits.filter(
    (hit) =>
      hit.score >= best.score * score &&
      hit.explained >= best.explained * explained &&
      (whole.reading.modifiers.length === 0 || modifierScore(hit) >= modifierScore(best) - modifierSlack),
  );
  const ids = near.map((hit) => hit.id).slice(0, mostOptions);
  if (ids.length < 2 || (!asked && !isBare(whole, best))) return [best.id];
  if (asked && ids.some((id) => isDefault(id, library)))
    return [isDefault(best.id, library) ? best.id : firstDefault(ids, library)];
  return sameFamily(ids, library) ? inFixedOrder(withSiblings(ids, library), library) : ids;
}

/** "khai sinh", "hỏi về hộ nghèo": a topic and little else. A longer question tells its own case. */
const isBare = ({ reading }: SearchResult, best: Hit) =>
  reading.words.filter((word) => word.kind === 'topic' || word.kind === 'modifier').length <= mostBareWords &&
  best.explained >= leastBareExplained;

const familyOf = (id: string, library: Tools['library']) => {
  const entry = library.find(id);
  return entry ? factsOf(entry).family : null;
};

const sameFamily = (ids: readonly string[], library: Tools['library']) =>
  new Set(ids.map((id) => familyOf(id, library))).size === 1;

/** The whole family is offered: what the citizen means may be the sibling that matched least. */
const withSiblings = (ids: readonly string[], library: Tools['library']) => {
  const siblings = library.family(familyOf(ids[0] ?? '', library) ?? '').map(({ id }) => id);
  return [...new Set([...ids, ...siblings])].slice(0, mostOptions);
};

/** Siblings are always listed alike, the plain form first, so that "cái thứ hai" means the same every time. */
const inFixedOrder = (ids: readonly string[], library: Tools['library']) =>
  ids.toSorted((a, b) => Number(isDefault(b, library)) - Number(isDefault(a, library)) || a.localeCompare(b));

const isDefault = (id: string, library: Tools['library']) => {
  const entry = library.find(id);
  return entry !== null && factsOf(entry).isDefault;
};

const firstDefault = (ids: readonly string[], library: Tools['library']) =>
  ids.find((id) => isDefault(id, library)) ?? ids[0] ?? '';

/** What the engine gave or took for "nước ngoài", "cấp lại", "lưu động": a sibling of another form is no rival. */
const modifierScore = (hit: Hit) => hit.why.reduce((sum, why) => sum + (why.part === 'modifiers' ? why.score : 0), 0);

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
