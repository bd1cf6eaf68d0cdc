/** What is kept of one citizen: shown to him, erased for him, held back from erasing by law, and past its time. */
import { randomUUID } from 'node:crypto';
import { dateOf, idOf } from './clean-input.ts';
import type { Database } from './database.ts';
import { erasePersonalData } from './erase-personal-data.ts';
import { type HoldOptions, hold, release } from './legal-hold.ts';
import { readPersonalData } from './read-personal-data.ts';
import { sweepPast } from './sweep-past.ts';

export interface KeptTurn {
  readonly at: Date;
  readonly channel: string;
  readonly asked: string;
  readonly answer: unknown;
}

export interface KeptHandOff {
  readonly code: string;
  readonly cause: string;
  readonly askedAt: Date;
  readonly closedAt: Date | null;
  readonly contactMasked: string | null;
  readonly personalDataAgreed: boolean | null;
  readonly rating: number | null;
  readonly ratingWord: string | null;
  /** How many notes officers wrote about it. */
  readonly notes: number;
}

/** Everything that is kept of a citizen in this program, as he may have it. */
export interface PersonalData {
  readonly conversations: number;
  readonly turns: readonly KeptTurn[];
  readonly feedback: readonly { readonly at: Date; readonly verdict: string; readonly reason: string | null }[];
  readonly consents: readonly {
    readonly purpose: string;
    readonly said: string;
    readonly givenAt: Date;
    readonly withdrawnAt: Date | null;
  }[];
  readonly notices: readonly { readonly channel: string; readonly since: Date; readonly stoppedAt: Date | null }[];
  readonly signIns: readonly { readonly name: string; readonly beganAt: Date; readonly endedAt: Date | null }[];
  /** Accounts of other channels that are bound to him. */
  readonly links: readonly { readonly channel: string; readonly linkedAt: Date }[];
  /** Talks that were handed over to an officer. */
  readonly handOffs: readonly KeptHandOff[];
  /** What was said of his words to a language model, masked, and what it replied. */
  readonly modelCalls: readonly {
    readonly at: Date;
    readonly purpose: string;
    readonly request: string;
    readonly reply: string;
  }[];
  /** What officers said to him. */
  readonly officerWords: readonly { readonly at: Date; readonly by: string; readonly text: string }[];
  /** The moment at which an erasure that was asked for will be done; `null` when none is open. */
  readonly erasureAt: Date | null;
  readonly onHold: boolean;
}

/** How long each class is kept, in days. */
export interface KeepDays {
  readonly anonymous: number;
  readonly signedIn: number;
  readonly sealedNumbers: number;
  readonly settledParcels: number;
  readonly withdrawnConsents: number;
  /** Contacts for a call back, after the hand-off was closed. */
  readonly contacts: number;
  /** Masked requests to a language model and its replies. */
  readonly modelCalls: number;
  /** Sign-ins, codes and proofs after their end, and wrong tries. */
  readonly endedSignIns: number;
}

export interface PersonalDataStore {
  read(citizenId: string): Promise<PersonalData>;
  /** Notes the wish; the job carries it out from `notBefore` on. A second wish changes nothing. */
  askErasure(options: { readonly citizenId: string; readonly at: Date; readonly notBefore: Date }): Promise<void>;
  /** Takes the wish back while it has not been carried out. `false` when there is none. */
  cancelErasure(citizenId: string): Promise<boolean>;
  /**
   * Carries out the wishes that are due, holds apart. Resolves with how many.
   *
   * @throws {AggregateError} when some could not be carried out; the others were.
   */
  eraseDue(now: Date): Promise<number>;
  /** Deletes what is past its time, holds apart. Resolves with how much of each. */
  sweep(days: KeepDays, now: Date): Promise<Readonly<Record<string, number>>>;
  hold(options: HoldOptions): Promise<string>;
  release(options: { readonly holdId: string; readonly by: string; readonly at: Date }): Promise<boolean>;
}

export function makePersonalData(database: Database): PersonalDataStore {
  return {
    read: (citizenId) => database.withCitizen(citizenId, readPersonalData),
    askErasure: ({ citizenId, at, notBefore }) =>
      database.withCitizen(citizenId, async (handle) => {
        await handle
          .insertInto('erasure')
          .values({
            id: randomUUID(),
            citizen_id: idOf(citizenId),
            asked_at: dateOf(at),
            not_before: dateOf(notBefore),
          })
          .onConflict((conflict) => conflict.column('citizen_id').where('done_at', 'is', null).doNothing())
          .execute();
      }),
    cancelErasure: (citizenId) =>
      database.withCitizen(citizenId, async (handle) => {
        const gone = await handle.deleteFrom('erasure').where('done_at', 'is', null).executeTakeFirst();
        return gone.numDeletedRows > 0n;
      }),
    eraseDue: (now) => erasePersonalData(database, now),
    sweep: (days, now) => database.withJob('retention', (handle) => sweepPast(handle, days, now)),
    hold: (options) => database.withJob('privacy', (handle) => hold(handle, options)),
    release: (options) => database.withJob('privacy', (handle) => release(handle, options)),
  };
}
