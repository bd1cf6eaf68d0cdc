/** Asks a language model what a story is about, where the rules are unsure; it can only point to what our search finds. */
import { z } from 'zod';
import type { Hit, SearchResult } from '../../retrieval/index.ts';
import { factsOf } from '../library.ts';
import {
  beginModelTurn,
  type ModelDesk,
  type ModelNote,
  type ModelTurn,
  modelIn,
  withNote,
} from '../model/model-desk.ts';
import { ModelError } from '../model/model-error.ts';
import { rerankInput, rerankPrompt } from '../model/prompts/rerank.ts';
import { understandInput, understandPrompt } from '../model/prompts/understand.ts';
import { requestsOf, saidOf, storySchema } from '../model/understand/story.ts';
import { type Weakness, weaknessOf } from '../model/understand/weak-reading.ts';
import type { Request, Step, Turn } from '../step.ts';
import type { Tools } from '../tools.ts';

/** Runs behind every step that unlocks or refuses something, so that no reading of a model's comes before theirs. */
export const understandStory = (tools: Tools): Step => ({
  name: 'understand-story',
  async run(turn) {
    const desk = modelIn(turn, tools);
    const whole = turn.found[0];
    const weakness = desk && whole ? weaknessOf(turn, whole, tools) : null;
    if (!desk || !whole || !weakness) return { next: turn };
    const asked = await beginModelTurn(turn, desk);
    const read = await readStory(turn, { desk, asked, whole, weakness, tools });
    const next = { ...turn, model: withNote(asked, read.note), requests: read.requests };
    if (read.requests.length > 0 || !desk.rerank || read.note.outcome !== 'left') return { next };
    return { next: await rerank(next, { desk, whole, tools }) };
  },
});

interface Reading {
  readonly desk: ModelDesk;
  readonly asked: ModelTurn;
  readonly whole: SearchResult;
  readonly weakness: Weakness;
  readonly tools: Tools;
}

async function readStory(turn: Turn, { desk, asked, whole, weakness, tools }: Reading) {
  const note = (outcome: ModelNote['outcome'], detail: string): ModelNote => ({
    purpose: 'understand',
    outcome,
    detail,
  });
  try {
    const before = await desk.saidBefore(turn.message);
    const story = await desk.port.structured({
      purpose: 'understand',
      system: understandPrompt,
      user: understandInput({ text: turn.text, topics: topicsOf(turn, tools), before }),
      schema: storySchema,
      person: asked.person,
      signal: asked.signal,
    });
    const requests = requestsOf(story, { turn, whole, tools });
    const said = story.questions.map((question) => saidOf(question, turn.text));
    const kept = `${said.filter(({ place }) => place).length} places, ${said.filter(({ day }) => day).length} days`;
    return requests.length > 0
      ? { requests, note: note('kept', `${weakness}: ${requests.map(({ code }) => code).join(', ')}; ${kept}`) }
      : { requests, note: note('left', weakness) };
  } catch (error) {
    if (!(error instanceof ModelError)) desk.onError(error);
    const requests: Request[] = [];
    return { requests, note: note(error instanceof ModelError ? error.code : 'model-down', weakness) };
  }
}

const mostTopics = 3;

/** Names of procedures, which are public. */
const topicsOf = (turn: Turn, { library }: Tools): string[] =>
  turn.memory.topics.slice(0, mostTopics).flatMap((code) => {
    const entry = library.find(code);
    return entry ? [factsOf(entry).plainTitle] : [];
  });

const orderSchema = z.strictObject({ order: z.array(z.number().int()).max(10) });
const mostRanked = 6;

interface Ranking {
  readonly desk: ModelDesk;
  readonly whole: SearchResult;
  readonly tools: Tools;
}

/** The best hits in the order that a model gives them; which of them is answered the rules decide. */
async function rerank(turn: Turn, { desk, whole, tools }: Ranking): Promise<Turn> {
  const asked = turn.model;
  const hits = whole.hits.slice(0, mostRanked);
  if (!asked || hits.length < 2) return turn;
  const titles = hits.map(({ id }) => titleOf(id, tools));
  const noting = (outcome: ModelNote['outcome']) =>
    withNote(asked, { purpose: 'rerank', outcome, detail: `${hits.length} hits` });
  try {
    const { order } = await desk.port.structured({
      purpose: 'rerank',
      system: rerankPrompt,
      user: rerankInput(turn.text, titles),
      schema: orderSchema,
      person: asked.person,
      signal: asked.signal,
    });
    const found = [{ ...whole, hits: inOrder(whole.hits, order) }, ...turn.found.slice(1)];
    return { ...turn, model: noting('kept'), found };
  } catch (error) {
    if (!(error instanceof ModelError)) desk.onError(error);
    return { ...turn, model: noting(error instanceof ModelError ? error.code : 'model-down') };
  }
}

/** Those that are named come first, in that order; scores stay in their places, so that thresholds mean what they meant. */
function inOrder(hits: readonly Hit[], order: readonly number[]): Hit[] {
  const first = [...new Set(order)].flatMap((number) => (number <= mostRanked ? (hits[number - 1] ?? []) : []));
  const all = [...first, ...hits.filter((hit) => !first.includes(hit))];
  return all.map((hit, place) => ({ ...hit, score: hits[place]?.score ?? hit.score }));
}

const titleOf = (id: string, { library }: Tools): string => {
  const entry = library.find(id);
  return entry ? factsOf(entry).plainTitle : id;
};
