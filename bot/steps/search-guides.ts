/** Fills `turn.found`: what the question means, read from the parts of a story together. */
import type { Facet } from '../../knowledge/index.ts';
import { fold, readFacets, type SearchEngine, type SearchResult } from '../../retrieval/index.ts';
import { explainedWeight } from '../decide/explained-weight.ts';
import { beginModelTurn, modelIn } from '../model/model-desk.ts';
import type { Step, Turn } from '../step.ts';
import type { Tools } from '../tools.ts';
import { askedFacets } from '../understand/asked-facets.ts';
import { withoutMarks } from '../understand/mask-identity.ts';

const mostHits = 12;
/** A message of more words than this tells a story: one of its sentences says what it is about. */
const storyFrom = 22;
/** Parts of a story that are searched; the question stands at its end. */
const mostParts = 7;
/** What the whole counts beside its parts. */
const wholeWeight = 0.6;

export const searchGuides = (tools: Pick<Tools, 'engine' | 'model' | 'switches'>): Step => ({
  name: 'search-guides',
  async run(turn) {
    if (turn.requests.length > 0) return { next: turn };
    const { model, found } = await searched(turn, tools);
    return { next: { ...turn, model, found: [understand(tools.engine, found, withoutMarks(turn.question))] } };
  },
});

/** The whole question, with the vectors of an outside embedder where one is set. */
async function searched(turn: Turn, tools: Pick<Tools, 'engine' | 'model' | 'switches'>) {
  const text = topicOf(withoutMarks(turn.question));
  const desk = modelIn(turn, tools);
  if (!desk?.embedder) return { model: turn.model, found: tools.engine.search(text, { limit: mostHits }) };
  const model = await beginModelTurn(turn, desk);
  const found = await desk.embedFor(model, () => tools.engine.find(text, { limit: mostHits }));
  return { model, found };
}

/**
 * Searches the whole and, for a story, each of its parts. A part counts by how sure it is; together they reorder what
 * was found. What is asked (the facets) is read from the whole.
 */
function understand(engine: SearchEngine, found: SearchResult, question: string): SearchResult {
  const whole = withFacets(found, question);
  if (question.split(' ').length <= storyFrom) return whole;
  const parts = partsOf(question).map((text) => engine.search(text, { limit: mostHits }));
  const scores = new Map(whole.hits.map((hit) => [hit.id, wholeWeight * hit.score]));
  for (const part of parts) {
    for (const hit of part.hits) scores.set(hit.id, (scores.get(hit.id) ?? 0) + sureness(part) * hit.score);
  }
  return reordered(whole, parts, scores);
}

/** What the question is about: not the way of filing ("qua VNeID"). */
const topicOf = (question: string): string =>
  question.replace(/(?:qua|trên|tren|bằng|bang|dùng|dung)\s+(?:app\s+|ứng dụng\s+)?vneid/giu, 'qua mạng');

/** Parts between punctuation, and each with the one before it, for what runs over a comma. */
function partsOf(question: string): string[] {
  const parts = question
    .split(/[.!?;]+\s|,\s/)
    .filter((part) => part.trim() !== '')
    .slice(-mostParts);
  return parts.flatMap((part, index) => (index > 0 ? [part, `${parts[index - 1]}, ${part}`] : [part]));
}

/** A short part is explained easily: the weight of what is explained counts too. 0 to 1. */
function sureness(result: SearchResult): number {
  const best = result.hits[0];
  return best ? result.confidence * Math.min(1, explainedWeight(result, best) / 3) : 0;
}

/** The hit that the parts agree on, as the part that is surest of it explains it. */
function reordered(
  whole: SearchResult,
  parts: readonly SearchResult[],
  scores: ReadonlyMap<string, number>,
): SearchResult {
  const ids = [...scores].sort(([, a], [, b]) => b - a).map(([id]) => id);
  const best = ids[0];
  const proof = parts
    .filter((part) => part.hits[0]?.id === best)
    .reduce((surest, part) => (sureness(part) > sureness(surest) ? part : surest), whole);
  if (!best || (proof === whole && whole.hits[0]?.id !== best)) return whole;
  const facets = whole.reading.facets.length > 0 ? whole.reading.facets : proof.reading.facets;
  return { ...proof, reading: { ...proof.reading, facets } };
}

/** "Có phải …không?", "… được không?" with nothing else asked: a condition. */
const yesNo =
  /\b(co (phai|can|bat buoc|duoc|bi|mat)|phai)\b.{2,80}\b(khong|hong|hok|ko|k|chang|ha|a)\b|\b(duoc|dc|phai|can) (khong|hong|hok|ko|k|chang|hay khong)\b/;

/** The facets as asked; a bare yes-or-no question asks a condition. */
function withFacets(result: SearchResult, typed: string): SearchResult {
  const question = repaired(typed, result);
  const asked = askedOf(result.reading.facets, question);
  const facets = asked.length === 0 && yesNo.test(fold(question)) ? (['conditions'] as const) : asked;
  return { ...result, reading: { ...result.reading, facets } };
}

/** A long message asks in its last sentence: what that asks comes before what the story mentions. */
function askedOf(facets: readonly Facet[], question: string): Facet[] {
  const last =
    question
      .split(/[.!?;]+\s/)
      .filter((part) => part.trim() !== '')
      .at(-1) ?? question;
  if (question.split(' ').length <= storyFrom || last === question) return askedFacets(facets, question);
  const own = askedFacets(readFacets(last), last);
  return own.length > 0 ? own : askedFacets(facets, question);
}

/** The question with the slips mended that the search mended. */
const repaired = (typed: string, { reading }: SearchResult): string =>
  reading.repaired.reduce((text, { from, to }) => text.replace(from, to), typed.toLowerCase());
