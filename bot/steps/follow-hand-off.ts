/** What a citizen says about his hand-off: agrees, leaves a number, asks how it stands, takes it back, rates it. */
import type { Answer } from '../answer.ts';
import type { HandOffDesk, OwnHandOff } from '../handover/hand-off-desk.ts';
import { sayMoment } from '../handover/say-moment.ts';
import { askContact, sayState } from '../handover/say-promise.ts';
import { makeAnswer, sayOnly } from '../make-answer.ts';
import type { Step, Turn } from '../step.ts';
import type { Tools } from '../tools.ts';
import { type ConsentAnswer, consentIn } from '../understand/consent-answer.ts';
import { contactIn, isOpinion, starsIn, stateQuestionIn, takesBack } from '../understand/hand-off-talk.ts';
import { wordingOf } from '../understand/wording.ts';
import { yesOrNo } from '../understand/yes-or-no.ts';

export const followHandOff = ({ handOffs }: Pick<Tools, 'handOffs'>): Step => ({
  name: 'follow-hand-off',
  async run(turn) {
    const answer = handOffs && (await answerTo(turn, handOffs));
    return answer ? { answer } : { next: turn };
  },
});

async function answerTo(turn: Turn, desk: HandOffDesk): Promise<Answer | null> {
  const { citizenId } = turn.message;
  const { handOff: handOffId } = turn.memory;
  const own = handOffId !== null && citizenId !== undefined ? { citizenId, handOffId } : null;
  const answer = own && (await answerOwn(turn, desk, own));
  return answer ?? tellState(turn, desk, own);
}

async function answerOwn(turn: Turn, desk: HandOffDesk, own: OwnHandOff): Promise<Answer | null> {
  const { asks } = turn.memory;
  const wording = wordingOf(turn.text);
  const consent = consentIn(wording, asks === 'pass-to-officer');
  const told = consent && (await takeConsent(turn, desk, { own, consent }));
  if (told) return told;
  const contact = contactIn(turn.text, wording, { slots: turn.slots, asked: asks === 'contact' });
  if (contact !== null) return takeContact(turn, desk, { own, contact });
  if (asks === 'contact' && yesOrNo(wording)) return answerContact(turn, desk, own);
  return (await takeRating(turn, desk, own)) ?? (await takeBack(turn, desk, own));
}

/** `null` where there is nothing any more that it could be about. */
async function takeConsent(
  turn: Turn,
  desk: HandOffDesk,
  { own, consent }: { readonly own: OwnHandOff; readonly consent: ConsentAnswer },
): Promise<Answer | null> {
  const { channel, at, rung = 'anonymous' } = turn.message;
  const { speech } = turn;
  const asked = turn.memory.asks === 'pass-to-officer';
  const one = await desk.state(own, at);
  if (!one || one.state === 'closed' || (!asked && rung === 'anonymous')) return null;
  const said = asked ? speech.say('handover.consent.ask') : turn.text;
  const had = await desk.agreePersonalData(own, { agreed: consent === 'yes', said, channel, at });
  const key = consent === 'yes' ? 'given' : had ? 'takenBack' : consent === 'later' ? 'later' : 'refused';
  const words = { kind: 'say' as const, text: speech.say(`handover.consent.${key}`) };
  const asksContact = asked && one.state === 'waiting' && !one.isOpen;
  const { blocks, ...asking } = asksContact ? askContact(speech) : { blocks: [], options: [] };
  return makeAnswer('handed-off', [words, ...blocks], { ...asking, handOff: own.handOffId });
}

async function takeContact(
  turn: Turn,
  desk: HandOffDesk,
  { own, contact }: { readonly own: OwnHandOff; readonly contact: string },
): Promise<Answer | null> {
  const { channel, at } = turn.message;
  const { speech } = turn;
  const before = await desk.state(own, at);
  if (!before || before.state === 'closed') return null;
  const said = speech.say('handover.contact.ask');
  const kept = await desk.leaveContact(own, { value: contact, said, channel, at });
  if (!kept) return sayOnly(turn, 'handed-off', 'handover.contact.late');
  const { code, opensAt } = before;
  return opensAt
    ? sayOnly(turn, 'handed-off', 'handover.contact.keptWhen', { code, when: sayMoment(opensAt, speech) })
    : sayOnly(turn, 'handed-off', 'handover.contact.kept', { code });
}

/** Yes without a number asks for it; no leaves all as it is. */
async function answerContact(turn: Turn, desk: HandOffDesk, own: OwnHandOff): Promise<Answer | null> {
  if (yesOrNo(wordingOf(turn.text)) === 'yes')
    return sayOnly(turn, 'handed-off', 'handover.contact.unread', {}, { asks: 'contact' });
  const promise = await desk.state(own, turn.message.at);
  return promise && sayOnly(turn, 'handed-off', 'handover.contact.refused', { code: promise.code });
}

async function takeRating(turn: Turn, desk: HandOffDesk, own: OwnHandOff): Promise<Answer | null> {
  const { asks } = turn.memory;
  const { at } = turn.message;
  const wording = wordingOf(turn.text);
  const given = starsIn(turn.text, wording, asks === 'rating');
  if (given) {
    if (!(await desk.rate(own, { ...given, at }))) return null;
    return given.word === null
      ? sayOnly(turn, 'smalltalk', 'handover.rated', {}, { asks: 'rating-word' })
      : sayOnly(turn, 'smalltalk', 'handover.ratedWord');
  }
  if (asks !== 'rating-word' && asks !== 'rating') return null;
  if (yesOrNo(wording) === 'no') return sayOnly(turn, 'smalltalk', 'handover.ratedEnough');
  if (!isOpinion(wording) || !(await desk.rate(own, { stars: null, word: turn.text, at }))) return null;
  return sayOnly(turn, 'smalltalk', 'handover.ratedWord');
}

async function takeBack(turn: Turn, desk: HandOffDesk, own: OwnHandOff): Promise<Answer | null> {
  if (!takesBack(wordingOf(turn.text))) return null;
  const gone = await desk.withdraw(own, turn.message.at);
  return gone ? sayOnly(turn, 'handed-off', 'handover.withdrawn', {}, { handOff: null }) : null;
}

async function tellState(turn: Turn, desk: HandOffDesk, own: OwnHandOff | null): Promise<Answer | null> {
  const asked = stateQuestionIn(turn.text, wordingOf(turn.text), own !== null);
  if (!asked) return null;
  const { at, channel, conversationId, caller = `${channel}:${conversationId}` } = turn.message;
  if (asked.code === null) {
    const promise = own && (await desk.state(own, at));
    return promise
      ? makeAnswer('handed-off', sayState(promise, turn.speech))
      : sayOnly(turn, 'clarify', 'handover.state.askCode');
  }
  const read = await desk.byCode(asked.code, { caller, at });
  if (read.kind === 'found') return makeAnswer('handed-off', sayState(read.promise, turn.speech));
  if (read.kind === 'none') return sayOnly(turn, 'clarify', 'handover.state.none');
  const minutes = Math.max(1, Math.ceil((read.until.getTime() - at.getTime()) / 60_000));
  return sayOnly(turn, 'handed-off', 'handover.state.wait', { minutes });
}
