/**
 * The second factor: a dossier code, then a one-time code sent to the phone on file, or, where nobody sends codes, the
 * last six digits of the identity number with the day of birth. A small machine, driven by turns; where it stands lies
 * in the store. A code of which there is no dossier is treated like any: the same statements, the same words, nothing
 * waited for; only no answer ever meets it.
 */
import { randomBytes } from 'node:crypto';
import { keysOf, readDossierCode } from '../../knowledge/index.ts';
import { factsHashOf } from '../store/dossier-form.ts';
import type { Challenge, ProvableDossier, Store } from '../store/index.ts';
import type { CodeSender } from './code-sender.ts';
import { codeIn, factsIn } from './read-secret.ts';
import { isSame, keyedHash, newCode } from './secrets.ts';
import { type Guessed, makeTries } from './tries.ts';

/** Who is to prove himself. */
export interface Doubted {
  readonly citizenId: string;
  /** From where it comes: an address, an account, a telephone. */
  readonly caller: string;
}

export type Proof =
  | { readonly kind: 'asked-code' | 'sent' | 'asked-facts' | 'unreadable' | 'proven' | 'over' }
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'wait'; readonly until: Date };

export interface Prover {
  /** What is asked of him now. */
  stage(who: Doubted): Promise<Challenge['stage'] | null>;
  /** `null` where nobody can prove anything: no dossier is there, or none tells what would be asked. */
  askCode(who: Doubted): Promise<Proof | null>;
  /** @param given a code as typed, or a telephone's digits. */
  takeCode(who: Doubted, given: string): Promise<Proof | null>;
  /** The one-time code, or the facts. */
  takeAnswer(who: Doubted, text: string): Promise<Proof>;
  cancel(who: Doubted): Promise<void>;
  /** Whether he may see this dossier already, and need not prove it again. */
  sees(who: Doubted, given: string): Promise<boolean>;
}

export interface ProverParts {
  readonly store: Store;
  readonly secretKey: Buffer;
  /** `null`: nobody sends codes here. */
  readonly sender: CodeSender | null;
  /** Told when a code could not be sent. */
  readonly onError: (error: unknown) => void;
}

const secondsToType = 300;
const secondsOfProof = 900;
const mostTries = 3;

export function createProver({ store, secretKey, sender, onError }: ProverParts): Prover {
  const tries = makeTries({ store, secretKey });
  const { guessedBy, phoneOf, expected, given } = makeAnswers(secretKey, sender !== null);
  return {
    stage: async ({ citizenId }) => (await store.readChallenge(citizenId))?.stage ?? null,
    async askCode({ citizenId }) {
      if (!(await store.hasProvable(sender ? 'sent' : 'facts'))) return null;
      const nothing = { dossierId: null, codeKey: null, answerHash: null };
      await store.keepChallenge({ citizenId, stage: 'code', ...nothing, seconds: secondsToType });
      return { kind: 'asked-code' };
    },
    async takeCode(who, typed) {
      if (!(await store.hasProvable(sender ? 'sent' : 'facts'))) return null;
      const digits = keysOf(readDossierCode(typed) ?? typed);
      const codeKey = keyedHash(secretKey, 'dossier code', digits);
      const guessed = guessedBy(who, codeKey);
      const { waitUntil } = await tries.state(guessed);
      if (waitUntil) return { kind: 'wait', until: waitUntil };
      const found = theOne(await store.findProvable(digits), readDossierCode(typed));
      const { stage, answerHash, code } = expected(who, found);
      await store.keepChallenge({
        citizenId: who.citizenId,
        stage,
        dossierId: answerHash && found ? found.id : null,
        codeKey,
        answerHash: answerHash ?? randomBytes(32),
        seconds: secondsToType,
      });
      // Without a word of it: that two codes are one person's is nobody's business.
      const { waitUntil: noMore } = await tries.state(phoneOf(found, codeKey));
      await tries.fail({ ...guessed, ...phoneOf(found, codeKey) }, 'dossier-code');
      if (sender && code && found?.phone && !noMore) void sender.send(found.phone, code).catch(onError);
      return { kind: sender ? 'sent' : 'asked-facts' };
    },
    async takeAnswer(who, text) {
      const challenge = await store.readChallenge(who.citizenId);
      if (!challenge || challenge.stage === 'code') return { kind: 'over' };
      const answer = given(who, challenge.stage, text);
      if (!answer) return { kind: 'unreadable' };
      const guessed = guessedBy(who, challenge.codeKey);
      const { waitUntil } = await tries.state(guessed);
      if (waitUntil) return { kind: 'wait', until: waitUntil };
      const right = isSame(answer, challenge.answerHash ?? randomBytes(32));
      if (right && challenge.dossierId) {
        await store.dropChallenge(who.citizenId);
        const { citizenId } = who;
        await store.grantProof({ citizenId, dossierId: challenge.dossierId, seconds: secondsOfProof });
        await tries.succeed(guessed, challenge.tries + 1);
        return { kind: 'proven' };
      }
      const left = await store.missChallenge(who.citizenId, mostTries);
      await tries.fail(guessed, challenge.stage === 'sent' ? 'one-time-code' : 'facts');
      return { kind: 'wrong', left };
    },
    cancel: ({ citizenId }) => store.dropChallenge(citizenId),
    sees: ({ citizenId }, typed) => store.seesDossier(citizenId, readDossierCode(typed) ?? typed),
  };
}

/** What is expected of whom, and what he gave, as hashes to be compared. */
function makeAnswers(secretKey: Buffer, sends: boolean) {
  const otpHash = ({ citizenId }: Doubted, code: string) => keyedHash(secretKey, `one-time code of ${citizenId}`, code);
  return {
    guessedBy: ({ caller }: Doubted, codeKey: Buffer | null): Guessed => ({
      address: caller,
      ...(codeKey ? { code: codeKey.toString('hex') } : {}),
    }),
    /** Whose phone would ring, however many dossiers he has; a code of which there is none counts for itself. */
    phoneOf: (found: ProvableDossier | null, codeKey: Buffer): Guessed => ({
      person: found?.phone ? `phone ${found.phone.replace(/\D/g, '')}` : `nobody ${codeKey.toString('hex')}`,
    }),
    expected: (who: Doubted, found: ProvableDossier | null) => {
      if (!sends) return { stage: 'facts' as const, answerHash: found?.factsHash ?? null, code: null };
      const code = newCode();
      return { stage: 'sent' as const, answerHash: found?.phone ? otpHash(who, code) : null, code };
    },
    given: (who: Doubted, stage: Challenge['stage'], text: string): Buffer | null => {
      if (stage === 'sent') {
        const code = codeIn(text);
        return code === null ? null : otpHash(who, code);
      }
      const facts = factsIn(text);
      return facts && factsHashOf(secretKey, facts.lastSix, facts.birthDate);
    },
  };
}

/** With its letter a code is one dossier's; by digits alone it must be the only one that has them. */
function theOne(found: readonly ProvableDossier[], code: string | null): ProvableDossier | null {
  if (code) return found.find((one) => one.code === code) ?? null;
  return found.length === 1 ? (found[0] ?? null) : null;
}
