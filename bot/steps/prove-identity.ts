/** Where nobody can sign in: a dossier code and a second factor. And accounts that are bound to whoever signed in on the web. */
import type { Answer, AskedSecret } from '../answer.ts';
import type { IdentityTools } from '../identity/identity-tools.ts';
import type { Doubted, Proof, Prover } from '../identity/prove.ts';
import { sayOnly } from '../make-answer.ts';
import type { Step, StepResult, Turn } from '../step.ts';
import type { TextValues } from '../texts/speech.ts';
import type { Tools } from '../tools.ts';
import { accountWishIn } from '../understand/account-wish.ts';
import { dossierQuestionIn } from '../understand/dossier-question.ts';
import { vi } from '../understand/keyed.ts';
import { unmask } from '../understand/mask-identity.ts';
import { linkCodeMark } from '../understand/mask-secret.ts';
import { wordingOf } from '../understand/wording.ts';

const stops = vi`^(?:thôi|hủy|huỷ|dừng|không (?:cần|xem) nữa|bỏ qua|khỏi)(?: (?:ạ|nhé|nha|vậy|em|đi))*$`;
const onlyKeys = /^\d{11,23}#?$/;
const minuteMs = 60_000;

/** What was asked for is taken before anything else reads it: a code is no small talk and no question. */
export const takeSecret = ({ identity }: Pick<Tools, 'identity'>): Step => ({
  name: 'take-secret',
  async run(turn) {
    const wish = identity && bindsAccounts(turn) ? accountWishIn(wordingOf(turn.text)) : null;
    if (identity && wish) return { answer: await changeAccount(turn, identity, wish) };
    const who = turn.message.awaitsSecret ? doubted(turn, identity) : null;
    const stage = identity && who && (await identity.prover.stage(who));
    return stage ? answerStage(turn, { ...who, prover: identity.prover, stage }) : { next: turn };
  },
});

/** On the web one signs in; a screen in an office is nobody's account, and a call is over before it could be one. */
const bindsAccounts = ({ message }: Turn): boolean => !['web', 'kiosk', 'hotline'].includes(message.channel);

/** A question about one's own dossier begins the proof. */
export const proveIdentity = ({ identity }: Pick<Tools, 'identity'>): Step => ({
  name: 'prove-identity',
  async run(turn) {
    const who = doubted(turn, identity);
    if (!identity || !who) return { next: turn };
    const code = codeOf(turn, false);
    if (code) {
      if (await identity.prover.sees(who, code)) return { next: turn };
      return said(turn, await identity.prover.takeCode(who, code));
    }
    const asks = dossierQuestionIn(wordingOf(turn.text)) === 'own';
    if (!asks || turn.message.rung === 'second-factor') return { next: turn };
    return said(turn, await identity.prover.askCode(who));
  },
});

/** Whoever may have to prove himself; `null` for one who is known, where he can sign in, and at a screen nobody registered. */
function doubted({ message }: Turn, identity: IdentityTools | null): Doubted | null {
  const {
    citizenId,
    channel,
    conversationId,
    rung,
    ownDevice = false,
    caller = `${channel}:${conversationId}`,
  } = message;
  const isKnown = rung === 'signed-in' || rung === 'linked' || (channel === 'web' && identity?.signInOpen);
  const isAnybodys = channel === 'kiosk' && !ownDevice;
  return identity === null || citizenId === undefined || isKnown || isAnybodys ? null : { citizenId, caller };
}

interface Asked extends Doubted {
  readonly prover: Prover;
  readonly stage: 'code' | 'sent' | 'facts';
}

async function answerStage(turn: Turn, { prover, stage, ...who }: Asked): Promise<StepResult> {
  const code = codeOf(turn, true);
  if (code) return said(turn, await prover.takeCode(who, code));
  if (stops.test(wordingOf(turn.text).keyed)) {
    await prover.cancel(who);
    return { answer: sayOnly(turn, 'login-required', 'prove.cancelled') };
  }
  if (stage === 'code' || !mayBeSecret(turn)) return { next: turn };
  const proof = await prover.takeAnswer(who, unmask(turn.text, turn.slots));
  return proof.kind === 'proven' ? { next: askingState(turn) } : said(turn, proof, stage);
}

/** The dossier code in the message; while a code is waited for, a telephone's digits as well. */
function codeOf({ text, slots }: Turn, isAsked: boolean): string | null {
  const mark = Object.keys(slots).find((one) => one.startsWith('[mã hồ sơ '));
  if (mark) return slots[mark] ?? null;
  const whole = unmask(text, slots).replace(/\s/g, '');
  return isAsked && onlyKeys.test(whole) ? whole.replace('#', '') : null;
}

/** A question that came instead is answered; what was asked waits. */
const mayBeSecret = ({ slots }: Turn): boolean =>
  Object.keys(slots).some((mark) => mark.startsWith('[mã xác nhận ') || mark.startsWith('[ngày sinh '));

/** What he wanted to know all along is answered in this very turn. */
function askingState(turn: Turn): Turn {
  const text = 'hồ sơ của tôi tới đâu rồi';
  return { ...turn, text, question: text, message: { ...turn.message, rung: 'second-factor', awaitsSecret: false } };
}

/** @param stage what he was asked for, and is again when it did not do. */
function said(turn: Turn, proof: Proof | null, stage: Asked['stage'] = 'code'): StepResult {
  if (proof === null) return { next: turn };
  const say = (key: string, values = {}) => ({
    answer: sayProof(turn, { key, values, secret: secretAfter(proof, stage) }),
  });
  switch (proof.kind) {
    case 'wait': {
      const left = proof.until.getTime() - turn.message.at.getTime();
      return say('prove.wait', { minutes: Math.max(Math.ceil(left / minuteMs), 1) });
    }
    case 'wrong':
      return proof.left > 0 ? say('prove.wrong', { left: proof.left }) : say('prove.wrongLast');
    default:
      return say(`prove.${proof.kind}`);
  }
}

const secretOf = { code: 'dossier-code', sent: 'one-time-code', facts: 'facts' } as const;

/** What is waited for now; `null`: nothing. */
function secretAfter(proof: Proof, stage: Asked['stage']): AskedSecret | null {
  if (proof.kind === 'asked-code' || proof.kind === 'over') return 'dossier-code';
  if (proof.kind === 'sent') return 'one-time-code';
  if (proof.kind === 'asked-facts') return 'facts';
  const again = proof.kind === 'unreadable' || (proof.kind === 'wrong' && proof.left > 0);
  return again ? secretOf[stage] : null;
}

interface Saying {
  readonly key: string;
  readonly values: TextValues;
  readonly secret: AskedSecret | null;
}

/** On the telephone nothing is typed or sent: words of its own, and what is asked for is pressed. */
function sayProof(turn: Turn, { key, values, secret }: Saying): Answer {
  const answer = sayOnly(turn, 'login-required', turn.message.channel === 'hotline' ? `phone.${key}` : key, values);
  return secret ? { ...answer, secret } : answer;
}

async function changeAccount(turn: Turn, { accounts }: IdentityTools, wish: 'link' | 'leave'): Promise<Answer> {
  const { channel, conversationId } = turn.message;
  const account = { channel, conversationId };
  if (wish === 'leave')
    return sayOnly(turn, 'login-required', (await accounts.leave(account)) ? 'account.left' : 'account.none');
  const code = turn.slots[linkCodeMark];
  if (!code) return sayOnly(turn, 'login-required', 'account.how');
  const outcome = await accounts.redeem(account, code);
  if (outcome.kind !== 'wait') return sayOnly(turn, 'login-required', `account.${outcome.kind}`);
  const minutes = Math.max(Math.ceil((outcome.until.getTime() - turn.message.at.getTime()) / minuteMs), 1);
  return sayOnly(turn, 'login-required', 'prove.wait', { minutes });
}
