/** What a model makes of a story, and what of it may be taken: it points to procedures, and our own search finds them. */
import { z } from 'zod';
import { type Facet, facets } from '../../../knowledge/index.ts';
import { fold, type SearchResult } from '../../../retrieval/index.ts';
import type { Request, Turn } from '../../step.ts';
import type { Tools } from '../../tools.ts';

export const storySchema = z.strictObject({
  questions: z
    .array(
      z.strictObject({
        topic: z.string(),
        facet: z.enum(facets),
        place: z.string().nullable(),
        day: z.string().nullable(),
      }),
    )
    .max(3),
});
export type Story = z.infer<typeof storySchema>;
export type StoryQuestion = Story['questions'][number];

const longestTopic = 120;
/** From here on the topic in official words names the procedure. */
const sureTopic = 0.55;
const leastExplained = 0.6;
/** So far down the citizen's own words must bring a procedure up, the whole or a part: what they do not speak of is not taken from a model. */
const ownReach = 10;
const mostParts = 12;

/** Place and day as they stand in the citizen's words; what he did not say is nothing. */
export const saidOf = ({ place, day }: StoryQuestion, words: string) => ({
  place: standsIn(place, words),
  day: standsIn(day, words),
});

function standsIn(part: string | null, words: string): string | null {
  if (part === null) return null;
  const wanted = spaced(part);
  return wanted.trim() !== '' && spaced(words).includes(wanted) ? part.trim() : null;
}

const spaced = (text: string) =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/**
 * The procedures of a story, in the order asked: each found by our own search from the topic, and each brought up by the
 * citizen's own words or by what was talked of. [] when nothing of it can be taken.
 */
export function requestsOf(story: Story, { turn, whole, tools }: Heard): Request[] {
  const reach = new Set([
    ...partsOf(turn.question).flatMap((part) =>
      tools.engine.search(part, { limit: ownReach }).hits.map(({ id }) => id),
    ),
    ...whole.hits.map(({ id }) => id),
    ...turn.memory.topics,
  ]);
  const found = story.questions.flatMap((question) => {
    const code = procedureOf(question, tools);
    return code !== null && reach.has(code) ? [{ code, facets: facetsOf(question) }] : [];
  });
  const requests = [...Map.groupBy(found, ({ code }) => code)].map(([code, same]) => ({
    code,
    facets: [...new Set(same.flatMap(({ facets: asked }) => asked))],
  }));
  const [only] = requests;
  return only && requests.length === 1 ? [withOwnFacets(only, turn.question, tools)] : requests;
}

/** What he asks last, as the rules hear it, is not lost by a model's shorter reading; what he tells before it is no question. */
function withOwnFacets({ code, facets: read }: Request, question: string, { engine }: Heard['tools']): Request {
  const heard = partsOf(question)
    .map((part) => engine.search(part, { limit: 1 }).reading.facets)
    .findLast((own) => own.length > 0);
  return { code, facets: [...new Set([...read, ...(heard ?? [])])] };
}

const partsOf = (text: string): string[] =>
  [text, ...text.split(/[.!?;,\n]+/u)].filter((part) => part.trim() !== '').slice(0, mostParts);

export interface Heard {
  readonly turn: Turn;
  readonly whole: SearchResult;
  readonly tools: Pick<Tools, 'engine'>;
}

function procedureOf({ topic }: StoryQuestion, { engine }: Pick<Tools, 'engine'>): string | null {
  const result = engine.search(topic.slice(0, longestTopic), { limit: 3 });
  const best = result.hits[0];
  return best && result.confidence >= sureTopic && best.explained >= leastExplained ? best.id : null;
}

const facetsOf = ({ facet }: StoryQuestion): Facet[] => (facet === 'overview' ? [] : [facet]);
