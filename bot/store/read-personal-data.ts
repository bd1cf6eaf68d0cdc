/** Everything that is kept of one citizen, read as himself: row-level security leaves the rest out. */
import { sql } from 'kysely';
import type { KeptHandOff, PersonalData } from './personal-data.ts';
import type { Scoped } from './tables.ts';

export async function readPersonalData(handle: Scoped): Promise<PersonalData> {
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
    signIns: await handle
      .selectFrom('session')
      .select(['name_masked as name', 'began_at as beganAt', 'ended_at as endedAt'])
      .orderBy('began_at')
      .execute(),
    links: await handle
      .selectFrom('channel_link')
      .select(['channel', 'linked_at as linkedAt'])
      .orderBy('linked_at')
      .execute(),
    handOffs: await handOffsOf(handle),
    modelCalls: await handle
      .selectFrom('model_call')
      .select(['at', 'purpose', 'request', 'reply'])
      .orderBy('at')
      .execute(),
    officerWords: await handle
      .selectFrom('utterance')
      .select(['said_at as at', sql<string>`content -> 'officer' ->> 'name'`.as('by')])
      .select(sql<string>`content ->> 'text'`.as('text'))
      .where('speaker', '=', 'officer')
      .orderBy('position')
      .execute(),
    erasureAt: erasure?.not_before ?? null,
    onHold: held.length > 0,
  };
}

const handOffsOf = (handle: Scoped): Promise<KeptHandOff[]> =>
  handle
    .selectFrom('hand_off')
    .select(['code', 'cause', 'asked_at as askedAt', 'closed_at as closedAt', 'contact_masked as contactMasked'])
    .select(['personal_data_agreed as personalDataAgreed', 'rating', 'rating_word as ratingWord'])
    .select(({ selectFrom }) =>
      selectFrom('hand_off_note')
        .whereRef('hand_off_id', '=', 'hand_off.id')
        .select(sql<number>`count(id)`.as('count'))
        .as('counted'),
    )
    .orderBy('asked_at')
    .execute()
    .then((rows) => rows.map(({ counted, ...row }) => ({ ...row, notes: counted ?? 0 })));
