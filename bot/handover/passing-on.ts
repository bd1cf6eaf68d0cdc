/** Wherever a step says that a person is needed, a person is called: the one place where hand-offs begin. */
import type { Answer, HandOffReason } from '../answer.ts';
import { holdableSteps } from '../held/hold-rule.ts';
import { sayHeld } from '../held/say-held.ts';
import type { Step, Turn } from '../step.ts';
import type { Tools } from '../tools.ts';
import type { HandOffDesk } from './hand-off-desk.ts';
import { askNext, sayPromise } from './say-promise.ts';
import { askNothingHere, sayPromiseHere } from './say-promise-here.ts';

/** The step with what its answer leads to. Without a store, and should it fail, the answer says where a person is. */
export const passingOn = (step: Step, tools: Pick<Tools, 'handOffs' | 'units' | 'library'>): Step =>
  tools.handOffs === null
    ? step
    : {
        name: step.name,
        async run(turn) {
          const result = await step.run(turn);
          if (!('answer' in result)) return result;
          const given = { turn, step: step.name, answer: result.answer };
          const { handOffs } = tools;
          const held = handOffs && (await hold(given, handOffs).catch(() => null));
          return { answer: held ?? (await passOn(turn, result.answer, tools).catch(() => result.answer)) };
        },
      };

/** An answer from the knowledge may be held for an officer's look: the citizen hears so at once. `null`: it is not. */
async function hold({ turn, step, answer }: Given, desk: HandOffDesk): Promise<Answer | null> {
  if (!desk.hold || turn.message.citizenId === undefined || !holdableSteps.includes(step)) return null;
  const promise = await desk.hold(turn, answer);
  return promise && sayHeld(promise, turn.speech);
}

interface Given {
  readonly turn: Turn;
  readonly step: string;
  readonly answer: Answer;
}

/** Statuses of answers beside which a waiting citizen hears his place. */
const noted = new Set<Answer['status']>([
  'answered',
  'partial',
  'place',
  'dossier',
  'declined-absent',
  'declined-other-level',
  'declined-out-of-scope',
]);

type PassTools = Pick<Tools, 'handOffs' | 'units' | 'library'>;

async function passOn(turn: Turn, answer: Answer, tools: PassTools): Promise<Answer> {
  const { handOffReason: cause, status, blocks } = answer;
  const desk = tools.handOffs;
  if (desk === null || turn.message.citizenId === undefined) return answer;
  if (cause && status === 'handed-off' && blocks.length > 0) return handOver(turn, answer, { ...tools, desk, cause });
  if (status === 'emergency') return alert(turn, answer, desk);
  return noted.has(status) && answer.handOff === undefined ? noteQueue(turn, answer, desk) : answer;
}

interface Passing extends PassTools {
  readonly desk: HandOffDesk;
  readonly cause: HandOffReason;
}

async function handOver(turn: Turn, answer: Answer, { desk, cause, ...tools }: Passing): Promise<Answer> {
  const promise = await desk.open({ turn, cause, code: answer.codes[0] ?? null });
  const isTold = turn.memory.handOff === promise.handOffId;
  const isHere = turn.message.channel === 'kiosk';
  const { blocks, ...asking } = isHere && promise.isOpen ? askNothingHere : askNext(turn, promise, cause);
  const told = isHere
    ? sayPromiseHere(promise, turn, {
        ...tools,
        cause,
        isTold,
        code: answer.codes[0] ?? turn.memory.topics[0] ?? null,
      })
    : sayPromise(promise, turn.speech, isTold);
  const lead = answer.blocks.filter((block) => !('role' in block && block.role === 'unless-handed-over'));
  // On the telephone he is put through, or asked whether to be called: the call's own dialogue says which.
  if (turn.message.channel === 'hotline') return { ...answer, blocks: lead, options: [], handOff: promise.handOffId };
  return {
    ...answer,
    ...(isTold ? {} : asking),
    blocks: [...lead, ...told, ...(isTold ? [] : blocks)],
    handOff: promise.handOffId,
  };
}

/** The number has been given; whether somebody was called is told only when it is so. */
async function alert(turn: Turn, answer: Answer, desk: HandOffDesk): Promise<Answer> {
  const promise = await desk.open({ turn, cause: 'emergency', code: null });
  const told = promise.called > 0 ? [{ kind: 'note' as const, text: turn.speech.say('handover.alerted') }] : [];
  return { ...answer, blocks: [...answer.blocks, ...told], handOff: promise.handOffId };
}

/** While he waits the bot goes on answering, and says each time where he stands. */
async function noteQueue(turn: Turn, answer: Answer, desk: HandOffDesk): Promise<Answer> {
  const { citizenId, at } = turn.message;
  const handOffId = turn.memory.handOff;
  if (handOffId === null || citizenId === undefined) return answer;
  const promise = await desk.state({ citizenId, handOffId }, at);
  if (!promise || promise.state === 'closed') return { ...answer, handOff: null };
  if (promise.position === null) return answer;
  const { code, position } = promise;
  const text = turn.speech.say('handover.queued', { code, position });
  return { ...answer, blocks: [...answer.blocks, { kind: 'note', text }] };
}
