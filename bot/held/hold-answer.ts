/** Holds an answer for an officer's look, while the desk is open and somebody is there; else it goes out at once. */
import type { Answer } from '../answer.ts';
import { callStaff } from '../handover/call-staff.ts';
import { newHandOffCode } from '../handover/hand-off-code.ts';
import type { HeldPromise } from '../handover/hand-off-desk.ts';
import type { HandOffDeskParts } from '../handover/open-hand-off-desk.ts';
import { summariseTalk } from '../handover/summarise-talk.ts';
import { factsOf } from '../library.ts';
import { staffMay } from '../staff/rights.ts';
import type { Turn } from '../step.ts';
import type { OpenConversation } from '../store/index.ts';
import { holdableChannels, holds, isHoldable, ruleFor } from './hold-rule.ts';

/** `null`: it goes out at once. */
export async function holdAnswer(parts: HandOffDeskParts, turn: Turn, answer: Answer): Promise<HeldPromise | null> {
  const { at, channel, conversationId: externalId, sessionId = null } = turn.message;
  if (!isHoldable(answer.status) || !holdableChannels.includes(channel)) return null;
  const unit = turn.unit.unclear === null ? parts.units().of(turn.unit.code).code : null;
  if (!parts.times.of(unit, at).isOpen) return null;
  const minutes = await minutesFor(parts, unit, answer);
  if (minutes === null || !(await isSomebodyThere(parts, unit))) return null;
  const talk = await parts.store.findConversation({ channel, externalId, sessionId });
  return talk && keep(parts, { turn, answer, unit, talk, minutes });
}

async function minutesFor(parts: HandOffDeskParts, unit: string | null, answer: Answer): Promise<number | null> {
  const rules = await parts.store.held.rules();
  const rule = ruleFor(rules, { unit, province: unit && parts.provinceOf(unit) });
  return rule && holds(rule, { status: answer.status, field: fieldOf(parts, answer) }) ? rule.minutes : null;
}

function fieldOf({ library }: HandOffDeskParts, { codes }: Answer): string | null {
  const entry = codes[0] === undefined ? null : library().find(codes[0]);
  return entry && factsOf(entry).field;
}

async function isSomebodyThere({ roster }: HandOffDeskParts, unit: string | null): Promise<boolean> {
  const all = await roster.of(unit);
  return all.some(({ member, presence }) => presence === 'available' && staffMay(member.role, 'answer'));
}

interface Keeping {
  readonly turn: Turn;
  readonly answer: Answer;
  readonly unit: string | null;
  readonly talk: OpenConversation;
  readonly minutes: number;
}

async function keep(parts: HandOffDeskParts, keeping: Keeping): Promise<HeldPromise | null> {
  const { store, onError } = parts;
  const { turn, answer, minutes } = keeping;
  const { at } = turn.message;
  const releaseAt = new Date(at.getTime() + minutes * 60_000);
  const handOff = await wishOf(parts, keeping);
  const draft = { messageId: turn.message.id, question: turn.text, answer, releaseAt };
  const held = await store.held.hold({ handOff, ...draft });
  if (!held) return null;
  const { id: handOffId, code } = held.handOff;
  const called = await callStaff(parts, held.handOff).catch((error: unknown) => {
    onError(error);
    return 0;
  });
  if (called === 0) {
    await store.held.cancel(handOff.citizenId, held.draftId, at);
    return null;
  }
  // It is held by now: should this fail, the queue's job calls once more, and the answer is not said twice.
  const deed = { kind: 'called' as const, count: called };
  await store.handOffs.queue.settle(held.handOff, { deed, now: at }).catch(onError);
  return { handOffId, code, minutes };
}

async function wishOf(parts: HandOffDeskParts, { turn, answer, unit, talk }: Keeping) {
  const { at, channel } = turn.message;
  const conversation = { conversationId: talk.id, citizenId: talk.citizenId };
  const turns = await parts.store.turns({ ...conversation, limit: 30 });
  return {
    ...conversation,
    code: newHandOffCode(),
    channel,
    locale: talk.locale,
    unit,
    province: unit === null ? null : parts.provinceOf(unit),
    field: fieldOf(parts, answer),
    desk: null,
    cause: 'held',
    summary: summariseTalk({
      cause: 'held',
      turns: turns.filter(({ messageId }) => messageId !== turn.message.id),
      lastWords: turn.text,
      library: parts.library(),
      speech: parts.speak('vi', null),
    }),
    keptFrom: [],
    dueAt: parts.times.of(unit, at).after(parts.settings.replyMinutes),
    opensAt: null,
    now: at,
  };
}
