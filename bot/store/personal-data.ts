/** What is kept of one citizen: shown to him, erased for him, held back from erasing by law, and past its time. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addAudit } from './audit.ts';
import { cleanText, dateOf, idOf, toJson } from './clean-input.ts';
import type { Database } from './database.ts';
import type { Scoped } from './tables.ts';

export interface KeptTurn {
  readonly at: Date;
  readonly channel: string;
  readonly asked: string;
  readonly answer: unknown;
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
}

export interface PersonalDataStore {
  read(citizenId: string): Promise<PersonalData>;
  /** Notes the wish; the job carries it out from `notBefore` on. A second wish changes nothing. */
  askErasure(options: { readonly citizenId: string; readonly at: Date; readonly notBefore: Date }): Promise<void>;
  /** Takes the wish back while it has not been carried out. `false` when there is none. */
  cancelErasure(citizenId: string): Promise<boolean>;
  /** Carries out the wishes that are due, holds apart. Resolves with how many. */
  eraseDue(now: Date): Promise<number>;
  /** Deletes what is past its time, holds apart. Resolves with how much of each. */
  sweep(days: KeepDays, now: Date): Promise<Readonly<Record<string, number>>>;
  hold(options: HoldOptions): Promise<string>;
  release(options: { readonly holdId: string; readonly by: string; readonly at: Date }): Promise<boolean>;
}

export interface HoldOptions {
  readonly citizenId: string;
  readonly reason: string;
  readonly orderedBy: string;
  readonly at: Date;
}

/** No row of a citizen under a hold is deleted by any job. */
const notHeld = (column: string) =>
  sql<boolean>`not exists (select from legal_hold h where h.citizen_id = ${sql.ref(column)} and h.released_at is null)`;

export function makePersonalData(database: Database): PersonalDataStore {
  return {
    read: (citizenId) => database.withCitizen(citizenId, read),
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
    eraseDue: (now) => database.withJob('retention', (handle) => eraseDue(handle, now)),
    sweep: (days, now) => database.withJob('retention', (handle) => sweep(handle, days, now)),
    hold: (options) => database.withJob('privacy', (handle) => hold(handle, options)),
    release: (options) =>
      database.withJob('privacy', async (handle) => {
        const { numUpdatedRows } = await handle
          .updateTable('legal_hold')
          .set({ released_at: dateOf(options.at) })
          .where('id', '=', idOf(options.holdId))
          .where('released_at', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await addAudit(handle, { actor: options.by, action: 'legal-hold-released', object: options.holdId });
        return true;
      }),
  };
}

async function read(handle: Scoped): Promise<PersonalData> {
  const turns = await handle
    .selectFrom('turn')
    .select(['asked_at as at', 'channel', 'asked_masked as asked', 'answer'])
    .orderBy('asked_at')
    .execute();
  const conversations = await handle
    .selectFrom('conversation')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const erasure = await handle
    .selectFrom('erasure')
    .select('not_before')
    .where('done_at', 'is', null)
    .executeTakeFirst();
  const held = await handle.selectFrom('legal_hold').select('citizen_id').where('released_at', 'is', null).execute();
  return {
    conversations: conversations.count,
    turns,
    feedback: await handle.selectFrom('feedback').select(['at', 'verdict', 'reason']).orderBy('at').execute(),
    consents: await handle
      .selectFrom('consent')
      .select(['purpose', 'said', 'given_at as givenAt', 'withdrawn_at as withdrawnAt'])
      .orderBy('given_at')
      .execute(),
    notices: await handle
      .selectFrom('notice_choice')
      .select(['channel', 'since', 'stopped_at as stoppedAt'])
      .orderBy('since')
      .execute(),
    erasureAt: erasure?.not_before ?? null,
    onHold: held.length > 0,
  };
}

/** One wish after the other, each whole: conversations with all that hangs on them, notices, what is queued. */
async function eraseDue(handle: Scoped, now: Date): Promise<number> {
  const due = await handle
    .selectFrom('erasure')
    .select(['id', 'citizen_id'])
    .where('done_at', 'is', null)
    .where('not_before', '<=', dateOf(now))
    .where(notHeld('erasure.citizen_id'))
    .orderBy('asked_at')
    .limit(100)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const { id, citizen_id } of due) {
    const counts: Record<string, number> = {};
    for (const table of ['outbox', 'notice_choice', 'told_notice', 'conversation'] as const) {
      const { numDeletedRows } = await handle.deleteFrom(table).where('citizen_id', '=', citizen_id).executeTakeFirst();
      counts[table] = Number(numDeletedRows);
    }
    await handle
      .updateTable('consent')
      .set({ withdrawn_at: dateOf(now) })
      .where('citizen_id', '=', citizen_id)
      .where('withdrawn_at', 'is', null)
      .execute();
    await handle
      .updateTable('erasure')
      .set({ done_at: dateOf(now), counts: toJson(counts) })
      .where('id', '=', id)
      .execute();
    await addAudit(handle, { actor: 'job:retention', action: 'personal-data-erased', object: id, detail: counts });
  }
  return due.length;
}

async function sweep(handle: Scoped, days: KeepDays, now: Date): Promise<Record<string, number>> {
  const before = (count: number) => new Date(now.getTime() - count * 86_400_000);
  const known = sql<boolean>`exists (select from citizen c where c.id = conversation.citizen_id and c.known)`;
  const old = handle
    .deleteFrom('conversation')
    .where('owner_officer', 'is', null)
    .where(notHeld('conversation.citizen_id'));
  const counts = {
    anonymous: await old
      .where('updated_at', '<', before(days.anonymous))
      .where(sql<boolean>`not ${known}`)
      .executeTakeFirst(),
    signedIn: await old.where('updated_at', '<', before(days.signedIn)).where(known).executeTakeFirst(),
    settledParcels: await handle
      .deleteFrom('outbox')
      .where('settled_at', '<', before(days.settledParcels))
      .where(notHeld('outbox.citizen_id'))
      .executeTakeFirst(),
  };
  const sealed = await handle
    .updateTable('turn')
    .set({ slots_sealed: null })
    .where('asked_at', '<', before(days.sealedNumbers))
    .where(sql<boolean>`sealed`)
    .where(notHeld('turn.citizen_id'))
    .executeTakeFirst();
  const done = {
    ...Object.fromEntries(Object.entries(counts).map(([name, { numDeletedRows }]) => [name, Number(numDeletedRows)])),
    sealedNumbers: Number(sealed.numUpdatedRows),
    withdrawnConsents: await sweepConsents(handle, before(days.withdrawnConsents)),
  };
  if (Object.values(done).some((count) => count > 0))
    await addAudit(handle, { actor: 'job:retention', action: 'retention-swept', object: 'store', detail: done });
  return done;
}

/** A consent on which a choice still rests stays with it. */
async function sweepConsents(handle: Scoped, before: Date): Promise<number> {
  await handle
    .deleteFrom('notice_choice')
    .where('stopped_at', '<', before)
    .where(notHeld('notice_choice.citizen_id'))
    .execute();
  const { rows } = await sql<{ id: string }>`
    delete from consent where withdrawn_at < ${before}
      and not exists (select from notice_choice n where n.consent_id = consent.id)
      and not exists (select from legal_hold h where h.citizen_id = consent.citizen_id and h.released_at is null)
    returning id`.execute(handle);
  return rows.length;
}

async function hold(handle: Scoped, { citizenId, reason, orderedBy, at }: HoldOptions): Promise<string> {
  const id = randomUUID();
  await handle
    .insertInto('legal_hold')
    .values({
      id,
      citizen_id: idOf(citizenId),
      reason: cleanText(reason),
      ordered_by: cleanText(orderedBy),
      since: dateOf(at),
    })
    .execute();
  await addAudit(handle, { actor: orderedBy, action: 'legal-hold', object: id });
  return id;
}
