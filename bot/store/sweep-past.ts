/** Deletes what is past its time. What belongs to a citizen under a hold stays. */
import { type RawBuilder, sql } from 'kysely';
import { addAudit } from './audit.ts';
import { notHeld } from './legal-hold.ts';
import type { KeepDays } from './personal-data.ts';
import { sweepStaff } from './staff/sweep-staff.ts';
import type { Scoped, Tables } from './tables.ts';

/** Resolves with how much of each class went. */
export async function sweepPast(handle: Scoped, days: KeepDays, now: Date): Promise<Record<string, number>> {
  const before = (count: number) => new Date(now.getTime() - count * 86_400_000);
  const done = {
    ...(await sweepTalks(handle, { anonymous: before(days.anonymous), signedIn: before(days.signedIn) })),
    settledParcels: await drop(handle, 'outbox', sql`settled_at < ${before(days.settledParcels)}`),
    contacts: await forgetContacts(handle, before(days.contacts)),
    loosePictures: await dropLoosePictures(handle, before(1)),
    ...(await sweepCalls(handle, now)),
    sealedNumbers: await unseal(handle, before(days.sealedNumbers)),
    pendingAtZalo: await dropPending(handle, now),
    withdrawnConsents: await sweepConsents(handle, before(days.withdrawnConsents)),
    ...(await sweepModelCalls(handle, before(days.modelCalls))),
    ...(await sweepSignIns(handle, now, before(days.endedSignIns))),
    ...(await sweepStaff(handle, { signIns: before(days.endedSignIns), calls: before(days.settledParcels) })),
    ...(await sweepKiosks(handle, before(days.anonymous), now)),
    // Last, when what belonged to them is gone.
    citizens: await sweepCitizens(handle, before(days.anonymous)),
  };
  if (Object.values(done).some((count) => count > 0))
    await addAudit(handle, { actor: 'job:retention', action: 'retention-swept', object: 'store', detail: done });
  return done;
}

type Owned = {
  [Table in keyof Tables]: Tables[Table] extends { citizen_id: string | null } ? Table : never;
}[keyof Tables];

/** Deletes what is past and under no hold. */
async function drop(handle: Scoped, table: Owned, past: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from ${sql.table(table)} where ${past} and ${notHeld(`${table}.citizen_id`)}`.execute(handle);
  return Number(numAffectedRows ?? 0);
}

/** While an officer owns a talk it is not past. */
async function sweepTalks(handle: Scoped, before: { readonly anonymous: Date; readonly signedIn: Date }) {
  const known = sql`exists (select from citizen c where c.id = conversation.citizen_id and c.known)`;
  const past = (moment: Date) => sql`owner_officer is null and updated_at < ${moment}`;
  return {
    anonymous: await drop(handle, 'conversation', sql`${past(before.anonymous)} and not ${known}`),
    signedIn: await drop(handle, 'conversation', sql`${past(before.signedIn)} and ${known}`),
  };
}

/** Of citizens, of officers and of nobody. */
async function sweepModelCalls(handle: Scoped, before: Date) {
  const spent = await handle
    .deleteFrom('model_spend')
    .where('day', '<', sql<string>`${before}::date`)
    .executeTakeFirst();
  return {
    modelCalls: await drop(handle, 'model_call', sql`at < ${before}`),
    modelCaught: await drop(handle, 'model_caught', sql`at < ${before}`),
    modelSpend: Number(spent.numDeletedRows),
  };
}

/** Of a call that nobody heard of for long, its end was never told. What is left of one that is over tells repeats for a while. */
async function sweepCalls(handle: Scoped, now: Date) {
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  const silent = handle
    .updateTable('phone_call')
    .set({ ended_at: now, content_sealed: null })
    .where('ended_at', 'is', null)
    .where('heard_at', '<', ago(longestCall))
    .where(notHeld('phone_call.citizen_id'));
  return {
    silentCalls: Number((await silent.executeTakeFirst()).numUpdatedRows),
    calls: await drop(handle, 'phone_call', sql`ended_at < ${ago(tellsRepeats)}`),
  };
}

/** In hours. */
const longestCall = 4;
const tellsRepeats = 48;

/** Nobody's rows. A visit goes with its talk: without its row no door finds the talk either. */
async function sweepKiosks(handle: Scoped, before: Date, now: Date) {
  const visits = await handle.deleteFrom('kiosk_visit').where('began_at', '<', before).executeTakeFirst();
  const lists = await handle.deleteFrom('checklist').where('until', '<', now).executeTakeFirst();
  return { visits: Number(visits.numDeletedRows), checklists: Number(lists.numDeletedRows) };
}

async function unseal(handle: Scoped, before: Date): Promise<number> {
  const { numUpdatedRows } = await handle
    .updateTable('turn')
    .set({ slots_sealed: null })
    .where('asked_at', '<', before)
    .where(sql<boolean>`sealed`)
    .where(notHeld('turn.citizen_id'))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Whom to call back is nobody's to know once it was done. */
async function forgetContacts(handle: Scoped, before: Date): Promise<number> {
  const { numUpdatedRows } = await handle
    .updateTable('hand_off')
    .set({ contact_sealed: null, contact_masked: null })
    .where('closed_at', '<', before)
    .where('contact_masked', 'is not', null)
    .where(notHeld('hand_off.citizen_id'))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** What waited for a yes that never came. */
async function dropPending(handle: Scoped, now: Date): Promise<number> {
  const { numUpdatedRows } = await handle
    .updateTable('zalo_reach')
    .set({ pending_sealed: null, pending_until: null })
    .where('pending_until', '<', now)
    .where(notHeld('zalo_reach.citizen_id'))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Pictures that officers kept and never sent. */
async function dropLoosePictures(handle: Scoped, before: Date): Promise<number> {
  const loose = handle.deleteFrom('hand_off_picture').where('hand_off_id', 'is', null).where('at', '<', before);
  return Number((await loose.executeTakeFirst()).numDeletedRows);
}

/** A consent on which a choice still rests stays with it. */
async function sweepConsents(handle: Scoped, before: Date): Promise<number> {
  await drop(handle, 'notice_choice', sql`stopped_at < ${before}`);
  const rested = sql`exists (select from notice_choice n where n.consent_id = consent.id)`;
  return drop(handle, 'consent', sql`withdrawn_at < ${before} and not ${rested}`);
}

/** Sessions to which a talk points stay, emptied of who it was: without them the talk would be anybody's. */
async function sweepSignIns(handle: Scoped, now: Date, before: Date) {
  const over = sql`coalesce(ended_at, least(began_at + session_life(), seen_at + session_idle()))`;
  const { numUpdatedRows } = await handle
    .updateTable('session')
    .set({ name_masked: '', id_token_sealed: null, name_sealed: null })
    .where(sql<boolean>`not emptied and ${over} < ${now}`)
    .where(notHeld('session.citizen_id'))
    .executeTakeFirst();
  const used = sql`exists (select from conversation c where c.session_id = session.id)`;
  const expired = sql`expires_at < ${before}`;
  const logins = await handle.deleteFrom('login_state').where('made_at', '<', before).executeTakeFirst();
  const tries = await handle.deleteFrom('try_count').where('last_at', '<', before).executeTakeFirst();
  return {
    emptiedSessions: Number(numUpdatedRows),
    sessions: await drop(handle, 'session', sql`${over} < ${before} and not ${used}`),
    challenges: await drop(handle, 'challenge', expired),
    linkCodes: await drop(handle, 'link_code', expired),
    proofs: await drop(handle, 'dossier_proof', expired),
    logins: Number(logins.numDeletedRows),
    tries: Number(tries.numDeletedRows),
  };
}

/**
 * Anonymous ones of whom nothing is left. Nobody can come back as one of them: an anonymous citizen is found by his talk
 * alone. What was agreed to, erased or held keeps its citizen.
 */
async function sweepCitizens(handle: Scoped, before: Date): Promise<number> {
  const nothingLeft = ['conversation', 'consent', 'erasure', 'legal_hold'].map(
    (table) => sql<boolean>`not exists (select from ${sql.table(table)} t where t.citizen_id = citizen.id)`,
  );
  const { numDeletedRows } = await handle
    .deleteFrom('citizen')
    .where('created_at', '<', before)
    .where(sql<boolean>`not known`)
    .where(({ and }) => and(nothingLeft))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
