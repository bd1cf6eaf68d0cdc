/** Makes answers with the fields that most of them leave empty. */
import type { Answer, Block, Status } from './answer.ts';
import type { Turn } from './step.ts';
import type { TextValues } from './texts/speech.ts';

export const makeAnswer = (status: Status, blocks: readonly Block[], rest: Partial<Answer> = {}): Answer => ({
  status,
  codes: [],
  facet: null,
  blocks,
  options: [],
  sources: [],
  ...rest,
});

/** An answer that is one text of the bundle. */
export const sayOnly = (
  turn: Turn,
  status: Status,
  key: string,
  values: TextValues = {},
  rest: Partial<Answer> = {},
): Answer => makeAnswer(status, [{ kind: 'say', text: turn.speech.say(key, values) }], rest);

/** A text that belongs to no turn: the opening, a refused file. */
export const sayAnswer = (text: string): Answer => makeAnswer('smalltalk', [{ kind: 'say', text }]);
