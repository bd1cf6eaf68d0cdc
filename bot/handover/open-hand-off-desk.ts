/** The citizen's side of hand-off over the store: opening one, what is promised, and what he may still change. */
import { holdAnswer } from '../held/hold-answer.ts';
import { keyedHash } from '../identity/secrets.ts';
import { waits } from '../identity/tries.ts';
import { factsOf, type Library } from '../library.ts';
import type { OpenConversation, Store, StoredHandOff } from '../store/index.ts';
import type { SpeechMaker } from '../texts/speech.ts';
import { maskForLog } from '../understand/mask-identity.ts';
import type { UnitDirectory } from '../units/unit-directory.ts';
import { type CallParts, callOwner, callStaff } from './call-staff.ts';
import { leadersDesk, receptionDesk } from './desk-key.ts';
import { newHandOffCode } from './hand-off-code.ts';
import type { HandOffDesk, HandOffRequest, OwnHandOff } from './hand-off-desk.ts';
import { type PromiseParts, promiseOf } from './keep-promise.ts';
import { handOffOfRow } from './seen-entry.ts';
import { summariseTalk } from './summarise-talk.ts';
import { whomItIsAbout } from './whom-it-is-about.ts';

export interface HandOffDeskParts extends PromiseParts, CallParts {
  readonly store: Store;
  readonly speak: SpeechMaker;
  /** Read anew each time: what serves may change. */
  readonly library: () => Library;
  readonly units: () => UnitDirectory;
  readonly provinceOf: (unit: string) => string | null;
  /** Counts guesses of codes. */
  readonly secretKey: Buffer;
  /** Told of what went wrong with calling; the hand-off stands all the same. */
  readonly onError: (error: unknown) => void;
}

export function createHandOffDesk(parts: HandOffDeskParts): HandOffDesk {
  const { ofCitizens, queue } = parts.store.handOffs;
  const change = (
    { citizenId, handOffId }: OwnHandOff,
    deed: Parameters<typeof ofCitizens.change>[0]['deed'],
    now: Date,
  ) => ofCitizens.change({ citizenId, handOffId, deed, now });
  return {
    open: (request) => openOne(parts, request),
    async current({ channel, conversationId: externalId }) {
      const talk = await parts.store.findConversation({ channel, externalId });
      const row = talk && (await ofCitizens.ofTalk({ conversationId: talk.id, citizenId: talk.citizenId }, 'open'));
      return row && handOffOfRow(row);
    },
    async state({ citizenId, handOffId }, at) {
      const row = await ofCitizens.find(citizenId, handOffId);
      return row && promiseOf(parts, row, { at });
    },
    async byCode(code, { caller, at }) {
      const keys = triesOf(parts, caller);
      const { waitUntil } = await parts.store.readTries(keys);
      if (waitUntil && waitUntil > at) return { kind: 'wait', until: waitUntil };
      const found = await queue.byCode(code);
      if (found) return { kind: 'found', promise: await promiseOf(parts, found, { at }) };
      await parts.store.countTries(keys, 'hand-off-code');
      return { kind: 'none' };
    },
    async leaveContact(own, { value, said, channel, at }) {
      const kept = await change(own, { kind: 'contact', contact: value, masked: maskContact(value) }, at);
      if (kept)
        await parts.store.consents.give({ citizenId: own.citizenId, purpose: 'keep-contact', said, channel, at });
      return kept;
    },
    async agreePersonalData(own, { agreed, said, channel, at }) {
      const { consents } = parts.store;
      const of = { citizenId: own.citizenId, purpose: 'pass-to-officer' as const, at };
      // The words are kept before anything is shown, and stand as long as it is.
      if (agreed) await consents.give({ ...of, said, channel });
      const isOpen = await change(own, { kind: 'agree', agreed }, at);
      return agreed && isOpen ? false : (await consents.withdraw(of)) > 0;
    },
    async rateLast({ channel, conversationId: externalId }, { stars, at }) {
      const talk = await parts.store.findConversation({ channel, externalId });
      if (!talk) return false;
      const row = await ofCitizens.ofTalk({ conversationId: talk.id, citizenId: talk.citizenId }, 'last');
      if (row?.state !== 'closed' || row.claimedAt === null) return false;
      return change({ citizenId: talk.citizenId, handOffId: row.id }, { kind: 'rate', stars, word: null }, at);
    },
    rate: (own, { stars, word, at }) =>
      change(own, { kind: 'rate', stars, word: word === null ? null : maskForLog(word).slice(0, longestWord) }, at),
    withdraw: (own, at) => change(own, { kind: 'withdraw' }, at),
    hold: (turn, answer) => holdAnswer(parts, turn, answer),
  };
}

const longestWord = 500;

/** Where guesses come from has to wait ever longer; a code itself is never closed to its owner. */
const triesOf = ({ secretKey }: HandOffDeskParts, caller: string) => [
  { kind: 'address' as const, key: keyedHash(secretKey, 'tries of hand-off codes', caller), waits: waits.address },
];

/** `•••••011`, `h•••@…`: enough to know it again. */
export const maskContact = (contact: string): string =>
  contact.includes('@') ? `${contact.slice(0, 1)}•••@…` : `•••••${contact.replace(/\D/g, '').slice(-3)}`;

async function openOne(parts: HandOffDeskParts, request: HandOffRequest) {
  const { turn } = request;
  const { at, channel, conversationId: externalId, sessionId = null } = turn.message;
  const talk = await parts.store.findConversation({ channel, externalId, sessionId });
  if (!talk) throw new Error('A hand-off was asked for in a conversation that the store does not know');
  const { handOff, isNew } = await keep(parts, request, talk);
  if (!isNew && request.cause === 'emergency')
    return promiseOf(parts, handOff, { at, called: await alertOwner(parts, handOff) });
  if (!isNew) return promiseOf(parts, handOff, { at });
  const called = await callNow(parts, handOff, at);
  const promise = await promiseOf(parts, handOff, { at, called });
  if (promise.isOpen) await parts.store.handOffs.queue.told(talk.citizenId, handOff.id, promise.position);
  return promise;
}

/** Out of hours nobody's phone rings, but for an emergency: the queue's job calls when the desk opens. */
async function callNow(parts: HandOffDeskParts, handOff: StoredHandOff, at: Date): Promise<number> {
  if (!parts.times.of(handOff.unit, at).isOpen && handOff.cause !== 'emergency') return 0;
  try {
    const count = await callStaff(parts, handOff);
    await parts.store.handOffs.queue.settle(handOff, { deed: { kind: 'called', count }, now: at });
    return count;
  } catch (error) {
    parts.onError(error);
    return 0;
  }
}

/** In an emergency whoever holds it is called, at any hour; while nobody does, those who could. */
async function alertOwner(parts: HandOffDeskParts, handOff: StoredHandOff): Promise<number> {
  try {
    if (handOff.owner) return await callOwner(parts, handOff, 'emergency');
    return await callStaff(parts, { ...handOff, cause: 'emergency' });
  } catch (error) {
    parts.onError(error);
    return 0;
  }
}

async function keep(parts: HandOffDeskParts, { turn, cause, code }: HandOffRequest, talk: OpenConversation) {
  const { store, units, times, settings } = parts;
  const { at, channel } = turn.message;
  const conversation = { conversationId: talk.id, citizenId: talk.citizenId };
  const unit = turn.unit.unclear === null ? units().of(turn.unit.code).code : null;
  const library = parts.library();
  const about = code ?? turn.memory.topics[0] ?? null;
  const entry = about ? library.find(about) : null;
  const time = times.of(unit, at);
  const guard = await guardOf(parts, { turn, cause }, unit);
  const turns = await store.turns({ ...conversation, limit: 30 });
  const summary = summariseTalk({
    cause,
    turns: turns.filter(({ messageId }) => messageId !== turn.message.id),
    lastWords: turn.text,
    library,
    speech: parts.speak('vi', null),
  });
  return store.handOffs.ofCitizens.open({
    ...conversation,
    ...guard,
    code: newHandOffCode(),
    channel,
    locale: talk.locale,
    unit,
    province: unit === null ? null : parts.provinceOf(unit),
    field: cause === 'denunciation' || !entry ? null : factsOf(entry).field,
    cause,
    summary,
    dueAt: time.after(settings.replyMinutes),
    opensAt: time.opensAt,
    now: at,
  });
}

/** A denunciation of the reception desk goes past it, to those who lead the commune. A complaint passes by whom it names. */
async function guardOf(
  { roster }: HandOffDeskParts,
  { turn, cause }: Pick<HandOffRequest, 'turn' | 'cause'>,
  unit: string | null,
) {
  if (cause !== 'denunciation' && cause !== 'complaint') return { desk: null, keptFrom: [] };
  const staff = await roster.of(unit);
  const about = whomItIsAbout(turn.text, staff);
  if (cause === 'denunciation')
    return { desk: about.includes(receptionDesk) ? leadersDesk : receptionDesk, keptFrom: about };
  const officers = new Set(staff.map(({ member }) => member.id));
  return { desk: null, keptFrom: about.filter((one) => officers.has(one)) };
}
