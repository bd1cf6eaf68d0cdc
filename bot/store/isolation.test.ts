import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type RawBuilder, sql } from 'kysely';
import { openTestStore, type TestStore } from './test-store.ts';

const refused = { code: '42501' };
const people = ['hoa', 'nam'] as const;
type Person = (typeof people)[number];
/** A citizen, one who has no rows at all, or nobody: the outer handle without a citizen. */
type Actor = Person | 'stranger' | 'nobody';
const actions = ['select', 'update', 'insert', 'delete', 'hand over'] as const;
const tables = ['citizen', 'conversation', 'turn', 'feedback'] as const;
type Table = (typeof tables)[number];

interface Rows {
  readonly citizen: string;
  readonly conversation: string;
  readonly turn: string;
  readonly feedback: string;
}

const changes: Record<Table, string> = {
  citizen: 'created_at = now()',
  conversation: "locale = 'en'",
  turn: 'ms = 7',
  feedback: "verdict = 'bad'",
};

describe('row-level security', () => {
  let test: TestStore;
  let rows: Record<Person, Rows>;

  beforeAll(async () => {
    test = await openTestStore();
    rows = { hoa: await fill('hoa'), nam: await fill('nam') };
  }, 60_000);
  afterAll(() => test?.close());

  async function fill(name: string): Promise<Rows> {
    const { store, database } = test;
    const { id, citizenId } = await store.openConversation({ channel: 'web', externalId: name, locale: 'vi' });
    const at = new Date();
    const { turnId } = await store.receive({
      conversationId: id,
      citizenId,
      messageId: 'm1',
      askedMasked: 'lệ phí?',
      slots: {},
      at,
    });
    await store.giveFeedback({ citizenId, turnId, verdict: 'good', at });
    const [feedback] = await database.query('select id from feedback where turn_id = $1', [turnId]);
    return { citizen: citizenId, conversation: id, turn: turnId, feedback: String(feedback?.id) };
  }

  const run = (actor: Actor, statement: RawBuilder<unknown>) => {
    const { database } = test.store;
    if (actor === 'nobody') return statement.execute(database.outer);
    const id = actor === 'stranger' ? randomUUID() : rows[actor].citizen;
    return database.withCitizen(id, (handle) => statement.execute(handle));
  };

  const copyOf = (table: Table, owner: Rows): RawBuilder<unknown> => {
    const id = randomUUID();
    if (table === 'citizen') return sql`insert into citizen values (${owner.citizen}, now()) on conflict do nothing`;
    if (table === 'conversation') {
      return sql`insert into conversation values (${id}, ${owner.citizen}, 'web', ${id}, 'vi', '{}', 0, null, now(), now())`;
    }
    if (table === 'turn') {
      return sql`insert into turn (id, conversation_id, citizen_id, channel, seq, message_id, asked_masked, asked_at)
        values (${id}, ${owner.conversation}, ${owner.citizen}, 'web', ${Math.floor(Math.random() * 2 ** 50)}, ${id}, 'x', now())`;
    }
    return sql`insert into feedback values (${id}, ${owner.citizen}, ${owner.turn}, 'good', null, now()) on conflict do nothing`;
  };

  async function check(actor: Actor, action: (typeof actions)[number], table: Table, target: Person): Promise<void> {
    const own = actor === target;
    const id = rows[target][table];
    const name = sql.table(table);
    if (action === 'select') {
      expect((await run(actor, sql`select id from ${name} where id = ${id}`)).rows).toHaveLength(own ? 1 : 0);
      expect((await run(actor, sql`select id from ${name}`)).rows.length === 0).toBe(
        actor === 'stranger' || actor === 'nobody',
      );
    } else if (action === 'insert') {
      const attempt = run(actor, copyOf(table, rows[target]));
      await (own ? expect(attempt).resolves.toBeDefined() : expect(attempt).rejects.toMatchObject(refused));
    } else if (action === 'update' && table !== 'citizen') {
      const { numAffectedRows } = await run(actor, sql`update ${name} set ${sql.raw(changes[table])} where id = ${id}`);
      expect(numAffectedRows).toBe(own ? 1n : 0n);
    } else if (action === 'delete') {
      await expect(run(actor, sql`delete from ${name} where id = ${id}`)).rejects.toMatchObject(refused);
    } else {
      const column = sql.ref(table === 'citizen' ? 'id' : 'citizen_id');
      const statement = sql`update ${name} set ${column} = ${rows[target === 'hoa' ? 'nam' : 'hoa'].citizen} where id = ${id}`;
      await expect(run(actor, statement)).rejects.toMatchObject(refused);
    }
  }

  const attempt = fc.record({
    actor: fc.constantFrom<Actor>('hoa', 'nam', 'stranger', 'nobody'),
    action: fc.constantFrom(...actions),
    table: fc.constantFrom(...tables),
    target: fc.constantFrom(...people),
  });

  it('shows and gives to each citizen his own rows alone, whatever is tried, many at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 1, maxLength: 12 }), async (attempts) => {
        await Promise.all(attempts.map(({ actor, action, table, target }) => check(actor, action, table, target)));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('does not let a citizen hang a row of his on a row of another, though foreign keys look past the policies', async () => {
    const { hoa, nam } = rows;
    const turn = sql`insert into turn (id, conversation_id, citizen_id, channel, seq, message_id, asked_masked, asked_at)
      values (${randomUUID()}, ${nam.conversation}, ${hoa.citizen}, 'web', 99, 'z', 'x', now())`;
    await expect(run('hoa', turn)).rejects.toMatchObject({ code: '23503' });
    const opinion = sql`insert into feedback values (${randomUUID()}, ${hoa.citizen}, ${nam.turn}, 'good', null, now())`;
    await test.database.query('delete from feedback where turn_id = $1', [nam.turn]);
    await expect(run('hoa', opinion)).rejects.toMatchObject({ code: '23503' });
    await expect(
      test.store.giveFeedback({ citizenId: hoa.citizen, turnId: nam.turn, verdict: 'good', at: new Date() }),
    ).rejects.toMatchObject({
      code: 'unknown-turn',
    });
  });

  it('shows an officer nothing of a talk that was not handed over, and lets him change or delete none', async () => {
    const officer = { id: randomUUID(), role: 'supervisor', unit: '24664', desk: 'tiep-cong-dan' } as const;
    const asOfficer = (statement: RawBuilder<unknown>) =>
      test.store.database.withOfficer(officer, (handle) => statement.execute(handle));
    for (const table of ['conversation', 'turn', 'utterance', 'hand_off']) {
      expect((await asOfficer(sql`select id from ${sql.table(table)}`)).rows).toEqual([]);
      await expect(asOfficer(sql`delete from ${sql.table(table)}`)).rejects.toMatchObject(refused);
    }
    for (const table of ['citizen', 'feedback', 'audit'])
      await expect(asOfficer(sql`select 1 from ${sql.table(table)}`)).rejects.toMatchObject(refused);
    await expect(asOfficer(sql`select slots_sealed from turn`)).rejects.toMatchObject(refused);
  });

  it('refuses a citizen id that is none, rather than work without one', async () => {
    for (const id of ['', "' or 1=1", '00000000']) {
      await expect(test.store.database.withCitizen(id, async () => 1)).rejects.toMatchObject({ code: 'bad-id' });
    }
  });
});
