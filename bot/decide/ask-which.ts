/** Asking back: who ties with the best hit, and the question that tells them apart. */
import type { SearchResult } from '../../retrieval/index.ts';
import type { Answer } from '../answer.ts';
import { factsOf } from '../library.ts';
import { makeAnswer } from '../make-answer.ts';
import { upperFirst } from '../say/money-and-time.ts';
import type { Turn } from '../step.ts';
import type { Tools } from '../tools.ts';
import { mostOptions, tieWithin } from './thresholds.ts';

/**
 * Ids that the question may mean, best first. One alone: answer it.
 *
 * A tie is broken by the plain form: with a facet asked ("khai sinh cần giấy gì") the default sibling is answered and
 * the others are chips; without one ("khai sinh") the citizen is asked.
 */
export function rivalsOf(_turn: Turn, whole: SearchResult, { library }: Pick<Tools, 'library'>): string[] {
  const [best] = whole.hits;
  if (!best) return [];
  const ties = whole.hits.filter((hit) => hit.score >= best.score * (1 - tieWithin)).slice(0, mostOptions);
  const entry = library.find(best.id);
  const family = entry ? (factsOf(entry).family ?? '') : '';
  const asked = whole.reading.facets.length > 0;
  const tied = ties.map((hit) => hit.id);
  const defaults = tied.filter((id) => isDefault(id, library));
  if (tied.length > 1 && asked && defaults.length === 1 && sameFamily(tied, library)) return defaults;
  if (tied.length > 1) return withSiblings(tied, family, library);
  return tied;
}

const isDefault = (id: string, library: Tools['library']) => {
  const entry = library.find(id);
  return entry !== null && factsOf(entry).isDefault;
};

const familyOf = (id: string, library: Tools['library']) => {
  const entry = library.find(id);
  return entry ? factsOf(entry).family : null;
};

const sameFamily = (ids: readonly string[], library: Tools['library']) =>
  new Set(ids.map((id) => familyOf(id, library))).size === 1;

/** Siblings of the best one fill the list up: they are what people usually mean instead. */
function withSiblings(tied: readonly string[], family: string, library: Tools['library']): string[] {
  const siblings = library.family(family).map(({ id }) => id);
  return [...new Set([...tied, ...siblings])].slice(0, mostOptions);
}

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
