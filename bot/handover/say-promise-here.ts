/** What somebody hears who stands at a screen in the office itself: the officer he is passed to sits at a counter beside it. */
import type { Block } from '../answer.ts';
import { factsOf } from '../library.ts';
import type { Turn } from '../step.ts';
import type { Tools } from '../tools.ts';
import { counterTaking } from '../units/counter-taking.ts';
import { unitOf } from '../units/unit-of-turn.ts';
import type { HandOffCause, HandOffPromise } from './hand-off.ts';
import { sayMoment } from './say-moment.ts';
import { type Asking, sayPromise } from './say-promise.ts';

export interface Here extends Pick<Tools, 'units' | 'library'> {
  /** Procedure it is about; `null`: none. */
  readonly code: string | null;
  readonly cause: HandOffCause;
  /** He knows of it already. */
  readonly isTold: boolean;
}

/** While the desk is open nobody leaves a number to be called back: he walks over. */
export const askNothingHere: Asking = { blocks: [], options: [] };

export function sayPromiseHere(promise: HandOffPromise, turn: Turn, here: Here): readonly Block[] {
  const { speech } = turn;
  const { code, position, isOpen, opensAt } = promise;
  if (position === null) return sayPromise(promise, speech, here.isTold);
  if (!isOpen) {
    const when = opensAt && sayMoment(opensAt, speech);
    const text = when ? speech.say('kiosk.closed', { when, code }) : speech.say('kiosk.closedUnknown', { code });
    return [{ kind: 'say', text }];
  }
  const counter = here.cause === 'denunciation' ? speech.say('kiosk.reception') : counterText(turn, here);
  return [
    { kind: 'say', text: speech.say('kiosk.walkTo', { counter, code }) },
    { kind: 'say', text: speech.say('kiosk.place', { position }) },
    { kind: 'note', text: speech.say('handover.promise.meanwhile') },
  ];
}

/** `Quầy 2, bên trái cửa vào`; without one that is known to take it, the one-stop desk as a whole. */
function counterText(turn: Turn, { units, library, code }: Here): string {
  const entry = code === null ? null : library.find(code);
  const { points } = unitOf(turn, { units });
  const counter =
    entry && points.map((point) => counterTaking(point, factsOf(entry).field)).find((one) => one !== null);
  if (!counter) return turn.speech.say('kiosk.desk');
  return [counter.name, counter.position, counter.floor].filter(Boolean).join(', ');
}
