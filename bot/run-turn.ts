/** Runs one message through the pipeline. */
import type { Answer } from './answer.ts';
import type { Memory } from './memory.ts';
import type { IncomingMessage } from './message.ts';
import { rememberTurn } from './remember-turn.ts';
import type { Step, Turn } from './step.ts';
import { type SpeechMaker, speechFor } from './texts/speech.ts';
import { errorCode, inSpan, traceIdNow } from './trace/index.ts';
import { fromEnglish, isEnglish } from './understand/english.ts';
import { maskMessage } from './understand/mask-message.ts';

export interface TurnReport {
  readonly answer: Answer;
  readonly memory: Memory;
  /** Said once, before the first answer: a machine speaks, how to reach a person. `null` afterwards. */
  readonly opening: string | null;
  readonly timings: readonly { readonly step: string; readonly ms: number }[];
  readonly ms: number;
  /** The turn as the last step left it, for `npm run ask`. */
  readonly turn: Turn;
  /** What broke, when `status` is `failed`. Never shown to a citizen. */
  readonly error?: unknown;
}

/** The turn before its first step: text cleaned and masked, so that no step ever sees an identity number. */
export function startTurn(message: IncomingMessage, memory: Memory, speak: SpeechMaker): Turn {
  const { text, slots } = maskMessage(message.text, message.awaitsSecret ?? false);
  const { text: _raw, ...rest } = message;
  const english = isEnglish(text);
  const speech = speechFor(speak, english ? 'en' : message.locale, text, memory.callsSelf);
  return {
    message: rest,
    text,
    slots,
    question: english ? fromEnglish(text) || text : text,
    memory: { ...memory, callsSelf: speech.callsSelf },
    speech,
    topic: null,
    unit: { code: message.unit ?? null, said: null, unclear: null },
    suspect: null,
    opening: null,
    found: [],
    requests: [],
    reckoned: [],
    draft: null,
    model: null,
  };
}

/**
 * Runs the steps until one answers.
 *
 * Never rejects: a step that throws becomes a `failed` answer, so a channel always has something to say.
 */
export async function runTurn(
  start: Turn,
  steps: readonly Step[],
  now: () => number = () => performance.now(),
): Promise<TurnReport> {
  const begun = now();
  const timings: { step: string; ms: number }[] = [];
  let turn = start;
  const report = (answer: Answer, error?: unknown): TurnReport => ({
    answer,
    memory: rememberTurn(turn, answer),
    opening: turn.memory.opened ? null : turn.speech.say('opening'),
    timings,
    ms: now() - begun,
    turn,
    ...(error === undefined ? {} : { error }),
  });
  try {
    for (const step of steps) {
      const started = now();
      const before = turn;
      const result = await inSpan('step', step.name, () => step.run(before));
      timings.push({ step: step.name, ms: now() - started });
      if ('answer' in result) return report(result.answer);
      turn = result.next;
    }
    throw new Error('No step answered: the last step of the pipeline must return an answer');
  } catch (error) {
    return report(failed(turn), error);
  }
}

const failed = (turn: Turn): Answer => ({
  status: 'failed',
  codes: [],
  facet: null,
  blocks: [{ kind: 'say', text: `${turn.speech.say('failed')}${quoteOf(turn)}` }],
  options: [],
  sources: [],
});

/** Where it is read, not heard: what the citizen may quote. */
function quoteOf({ message: { channel }, speech }: Turn): string {
  const id = channel === 'hotline' || channel === 'kiosk' ? null : traceIdNow();
  return id === null ? '' : ` ${speech.say('trace.quote', { code: errorCode(id) })}`;
}
