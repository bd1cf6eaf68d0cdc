/** What a conversation remembers between turns. Kept as JSON in the store; holds no text of the citizen's. */
import { z } from 'zod';
import { facets } from '../knowledge/index.ts';
import { asked, statuses } from './answer.ts';

const optionSchema = z.object({
  text: z.string(),
  code: z.string().optional(),
  facet: z.enum(facets).optional(),
  send: z.string(),
});

export const memorySchema = z.object({
  /** Whether the opening (a machine speaks, how to reach a person, the talk is kept) was said. */
  opened: z.boolean(),
  /** How the citizen calls himself; decides how he is addressed. `null` until he does. */
  callsSelf: z.string().nullable(),
  /** Procedures talked about, latest first, at most ten. */
  topics: z.array(z.string()).max(10),
  /** The choices offered last; they stay until others are offered. */
  options: z.array(optionSchema),
  lastStatus: z.enum(statuses).nullable(),
  lastFacet: z.enum(facets).nullable(),
  /** Turns in a row without an answer from the knowledge. */
  misses: z.number().int().nonnegative(),
  /** The emergency number given, while the danger may last. */
  emergency: z.string().nullable(),
  /** What was asked last, when a yes or a no answers it. */
  asks: z.enum(asked).nullable(),
  /** Level and code of the places the last turn spoke of or asked to choose from; a turn about something else clears it. */
  places: z.array(z.string()).max(60),
  /** Id of the filed case spoken of last; whose it is the database decides anew each time. */
  dossier: z.string().nullable(),
  /** Ids of the cases offered to choose from, in the order shown. */
  dossiers: z.array(z.string()).max(50),
  /** Id of the hand-off last spoken of, open or not; `null`: none. */
  handOff: z.string().nullable(),
  /** Code of the commune where the citizen said that he lives; `null` until he does. */
  unit: z.string().nullable(),
  /** Id of the emergency banner said last on a channel that shows none. */
  banner: z.string().nullable(),
});

export type Memory = z.infer<typeof memorySchema>;

export const emptyMemory: Memory = {
  opened: false,
  callsSelf: null,
  topics: [],
  options: [],
  lastStatus: null,
  lastFacet: null,
  misses: 0,
  emergency: null,
  asks: null,
  places: [],
  dossier: null,
  dossiers: [],
  handOff: null,
  unit: null,
  banner: null,
};

/** Reads a stored memory; one that an older version wrote and that no longer fits starts afresh. */
export function readMemory(stored: unknown): Memory {
  const parsed = memorySchema.safeParse({ ...emptyMemory, ...(typeof stored === 'object' ? stored : {}) });
  return parsed.success ? parsed.data : emptyMemory;
}
