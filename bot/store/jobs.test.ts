import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { JobName } from './roles.ts';
import { openTestStore, type TestStore } from './test-store.ts';

const refused = { code: '42501' };

describe('withJob', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
    const { id, citizenId } = await test.store.openConversation({ channel: 'hotline', externalId: 'k1', locale: 'vi' });
    await test.store.receive({
      conversationId: id,
      citizenId,
      messageId: 'm',
      askedMasked: 'chào',
      slots: {},
      at: new Date(),
    });
  }, 60_000);
  afterAll(() => test?.close());

  const ask = (job: JobName, text: string) =>
    test.store.database.withJob(job, (handle) => sql.raw(text).execute(handle));

  it('lets figures count turns by status, channel, moment and length', async () => {
    const { rows } = await ask(
      'figures',
      "select channel, status, count(*), avg(ms) from turn where asked_at > now() - interval '1 day' group by 1, 2",
    );
    expect(rows).toEqual([{ channel: 'hotline', status: null, count: 1, avg: null }]);
  });

  const beyond: readonly (readonly [JobName, string])[] = [
    ['figures', 'select asked_masked from turn'],
    ['figures', 'select count(*) from turn where citizen_id is not null'],
    ['figures', 'select slots_sealed from turn'],
    ['figures', 'select * from turn'],
    ['figures', 'select 1 from conversation'],
    ['figures', 'select answer from turn'],
    ['figures', 'select conversation_id from turn'],
    ['figures', 'select reason from feedback'],
    ['figures', 'select citizen_id from feedback'],
    ['figures', 'select rating_word from hand_off'],
    ['figures', 'select summary from hand_off'],
    ['figures', 'select code from hand_off'],
    ['figures', 'select conversation_id from hand_off'],
    ['figures', 'select code from dossier'],
    ['figures', 'select details from dossier'],
    ['figures', "insert into switch values (gen_random_uuid(), 'bot')"],
    ['switches', 'select 1 from turn'],
    ['switches', 'delete from switch'],
    ['switches', 'delete from banner'],
    ['figures', 'select 1 from citizen'],
    ['figures', "update turn set status = 'answered'"],
    ['figures', 'delete from turn'],
    ['figures', 'select 1 from audit'],
    ['retention', 'select memory from conversation'],
    ['retention', 'select asked_masked from turn'],
    ['retention', "update conversation set locale = 'en'"],
    ['ingress', 'select memory from conversation'],
    ['ingress', 'select 1 from turn'],
    ['ingress', 'delete from conversation'],
    ['recovery', 'select asked_masked from turn'],
    ['recovery', 'select slots_sealed from turn'],
    ['audit', 'select 1 from turn'],
    ['audit', 'delete from audit'],
  ];
  it.each(beyond)('refuses %s: %s', async (job, text) => {
    await expect(ask(job, text)).rejects.toMatchObject(refused);
  });

  it('shows recovery only the turns without an answer', async () => {
    const { store } = test;
    const { id, citizenId } = await store.openConversation({ channel: 'web', externalId: 'w', locale: 'vi' });
    const ids = { conversationId: id, citizenId };
    const { turnId } = await store.receive({ ...ids, messageId: 'm', askedMasked: 'a', slots: {}, at: new Date() });
    const turns = async () => (await store.unanswered(new Date(Date.now() + 1000))).map((turn) => turn.turnId);
    expect(await turns()).toContain(turnId);
    await store.finish({ ...ids, turnId, answer: {}, status: 'answered', ms: 1, memory: {}, at: new Date() });
    expect(await turns()).not.toContain(turnId);
    expect(await store.unanswered(new Date(0))).toEqual([]);
  });

  it('lets retention delete an old conversation with all that hangs on it, and its citizen', async () => {
    const { store, database } = test;
    const { id, citizenId } = await store.openConversation({ channel: 'web', externalId: 'old', locale: 'vi' });
    await store.receive({ conversationId: id, citizenId, messageId: 'm', askedMasked: 'a', slots: {}, at: new Date() });
    await database.query("update conversation set updated_at = '2020-01-01' where id = $1", [id]);
    await ask('retention', "delete from conversation where updated_at < '2021-01-01' and owner_officer is null");
    await ask(
      'retention',
      'delete from citizen where not exists (select from conversation where citizen_id = citizen.id)',
    );
    expect(await database.query('select 1 from turn where citizen_id = $1', [citizenId])).toEqual([]);
    expect(await database.query('select 1 from citizen where id = $1', [citizenId])).toEqual([]);
    expect(await store.findConversation({ channel: 'web', externalId: 'w' })).not.toBeNull();
  });
});
