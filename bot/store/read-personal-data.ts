/** Everything that is kept of one citizen, read as himself: row-level security leaves the rest out. */
import type { PersonalData } from './personal-data.ts';
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
    erasureAt: erasure?.not_before ?? null,
    onHold: held.length > 0,
  };
}
