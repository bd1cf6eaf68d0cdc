/** The linked accounts of the person whose case somebody proved to be his own by a second factor, and what is sent there. */
import { sql } from 'kysely';
import { addAudit } from './audit.ts';
import { idOf, keyOf } from './clean-input.ts';
import type { Database } from './database.ts';
import type { ConversationKey, NewUtterance } from './store.ts';
import type { Scoped } from './tables.ts';
import { addUtterance, lockConversation } from './utterances.ts';

export interface ProvenAccount {
  /** The person's, not that of whoever proved it. */
  readonly citizenId: string;
  readonly channel: string;
  readonly account: string;
}

export type SayingThere = ConversationKey & { readonly account: string; readonly said: NewUtterance };

export interface ProvenAccounts {
  /** While the proof holds, those linked first coming first. */
  find(citizenId: string, channels: readonly string[]): Promise<readonly ProvenAccount[]>;
  /**
   * Says it in the account's talk and queues it for sending, both or neither, and once by its key. `false`: an officer
   * has the talk, or the account is linked no more; then nothing was said.
   */
  say(saying: SayingThere): Promise<boolean>;
}

export const makeProvenAccounts = (database: Database): ProvenAccounts => ({
  find: async (citizenId, channels) =>
    channels.length === 0 ? [] : database.withJob('identity', (handle) => find(handle, citizenId, channels)),
  say: (saying) => database.withCitizen(saying.citizenId, (handle) => say(handle, saying)),
});

/** A code goes to who filed where the applicant's number is not on file: then nobody knows which of the two proved it. */
const applicantProved = sql<boolean>`(d.contacts ->> 'applicant' is not null or d.contacts ->> 'filer' is null)`;

async function find(handle: Scoped, citizenId: string, channels: readonly string[]): Promise<ProvenAccount[]> {
  const { rows } = await sql<ProvenAccount>`
    select l.citizen_id as "citizenId", l.channel, l.account from dossier_proof p
    join dossier d on d.id = p.dossier_id and ${applicantProved}
    join dossier_person who on who.dossier_id = d.id and who.role = 'applicant'
    join citizen c on c.person_key = who.person_key
    join channel_link l on l.citizen_id = c.id
    where p.citizen_id = ${idOf(citizenId)}::uuid and p.expires_at > now() and l.channel in (${sql.join(channels)})
    order by p.granted_at desc, l.linked_at`.execute(handle);
  return rows;
}

async function say(handle: Scoped, { citizenId, conversationId, account, said }: SayingThere): Promise<boolean> {
  const { isOwned } = await lockConversation(handle, conversationId);
  const talk = await handle
    .selectFrom('conversation')
    .select(['external_id', 'link_id'])
    .where('id', '=', idOf(conversationId))
    .executeTakeFirst();
  if (isOwned || !talk?.link_id || talk.external_id !== account) return false;
  const ofTalk = handle.selectFrom('utterance').where('conversation_id', '=', idOf(conversationId));
  if (await ofTalk.select('id').where('key', '=', keyOf(said.key)).executeTakeFirst()) return true;
  const id = await addUtterance(handle, { citizenId, conversationId }, said);
  await addAudit(handle, { actor: 'job:hotline', action: 'checklist-sent', object: `utterance:${id}` });
  return true;
}
