import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestStore, type TestStore } from './test-store.ts';

const now = new Date('2026-11-23T02:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const days = {
  anonymous: 90,
  signedIn: 365,
  sealedNumbers: 30,
  settledParcels: 30,
  withdrawnConsents: 730,
  contacts: 30,
  modelCalls: 30,
  endedSignIns: 7,
};

describe('what is kept of a citizen', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());

  /** A citizen who asked once, some days ago. */
  async function citizen(age = 0): Promise<string> {
    const { store, database } = test;
    const { id, citizenId } = await store.openConversation({ channel: 'web', externalId: randomUUID(), locale: 'vi' });
    const asked = {
      conversationId: id,
      citizenId,
      messageId: 'm1',
      askedMasked: 'số của tôi là [số căn cước 1]',
      slots: { '[số căn cước 1]': '010190000011' },
      at: daysAgo(age),
    };
    const { turnId } = await store.receive(asked);
    await store.giveFeedback({ citizenId, turnId, verdict: 'up', at: daysAgo(age) });
    await database.query('update conversation set updated_at = $2 where id = $1', [id, daysAgo(age)]);
    return citizenId;
  }
  const place = { channel: 'web', address: 'thread' };
  const agree = (citizenId: string) =>
    test.store.consents.turnOn({
      citizenId,
      purpose: 'notices',
      said: 'Nhắn khi có kết quả.',
      channel: 'web',
      at: now,
      place,
    });
  const read = (citizenId: string) => test.store.personalData.read(citizenId);
  const ask = (citizenId: string) =>
    test.store.personalData.askErasure({ citizenId, at: now, notBefore: new Date(now.getTime() + 60_000) });
  const inAnHour = new Date(now.getTime() + 3_600_000);

  it('is shown to him whole, and to him alone', async () => {
    const [one, other] = [await citizen(), await citizen()];
    await agree(one);
    expect(await read(one)).toMatchObject({
      conversations: 1,
      turns: [{ asked: 'số của tôi là [số căn cước 1]', channel: 'web' }],
      feedback: [{ verdict: 'up' }],
      consents: [{ purpose: 'notices', said: 'Nhắn khi có kết quả.', withdrawnAt: null }],
      notices: [{ channel: 'web', stoppedAt: null }],
      erasureAt: null,
      onHold: false,
    });
    expect(await read(other)).toMatchObject({ consents: [], notices: [] });
  });

  it('is erased when its time has come, and only his; the proof of consent stays, taken back', async () => {
    const [one, other] = [await citizen(), await citizen()];
    await agree(one);
    await ask(one);
    await ask(one);
    expect(await test.store.personalData.eraseDue(now)).toBe(0);
    expect(await test.store.personalData.eraseDue(inAnHour)).toBe(1);
    expect(await read(one)).toMatchObject({ conversations: 0, turns: [], feedback: [], notices: [], erasureAt: null });
    expect((await read(one)).consents).toMatchObject([{ purpose: 'notices', withdrawnAt: inAnHour }]);
    expect((await read(other)).turns).toHaveLength(1);
    expect((await test.store.verifyAudit()).brokenAt).toBeNull();
  });

  it('stays when the wish was taken back', async () => {
    const one = await citizen();
    await ask(one);
    expect(await test.store.personalData.cancelErasure(one)).toBe(true);
    expect(await test.store.personalData.cancelErasure(one)).toBe(false);
    await test.store.personalData.eraseDue(inAnHour);
    expect((await read(one)).turns).toHaveLength(1);
  });

  it('stays while a legal hold lasts, whatever asks for it to go, and goes when it is lifted', async () => {
    const one = await citizen(4_000);
    const holdId = await test.store.personalData.hold({
      citizenId: one,
      reason: 'Công văn giữ chứng cứ',
      orderedBy: 'admin-1',
      at: now,
    });
    await ask(one);
    await test.store.personalData.eraseDue(inAnHour);
    await test.store.personalData.sweep(days, now);
    expect(await read(one)).toMatchObject({ onHold: true, conversations: 1 });
    expect(await test.store.personalData.release({ holdId, by: 'admin-1', at: now })).toBe(true);
    expect(await test.store.personalData.release({ holdId, by: 'admin-1', at: now })).toBe(false);
    expect(await test.store.personalData.eraseDue(inAnHour)).toBe(1);
    expect(await read(one)).toMatchObject({ onHold: false, conversations: 0 });
  });

  it('goes by itself after its time: numbers first, then the talk, later for who signed in', async () => {
    const [fresh, month, old, known] = [await citizen(1), await citizen(40), await citizen(100), await citizen(100)];
    await test.database.query('update citizen set person_key = $2 where id = $1', [known, Buffer.alloc(32, 9)]);
    await test.store.personalData.sweep(days, now);
    const left = async (id: string) => {
      const [row] = await test.database.query(
        'select count(*)::int as turns, count(slots_sealed)::int as numbers from turn where citizen_id = $1',
        [id],
      );
      return row;
    };
    expect(await left(fresh)).toEqual({ turns: 1, numbers: 1 });
    expect(await left(month)).toEqual({ turns: 1, numbers: 0 });
    expect(await left(old)).toEqual({ turns: 0, numbers: 0 });
    expect(await left(known)).toEqual({ turns: 1, numbers: 0 });
  });

  it('is erased with his sign-ins, his links and what he proved', async () => {
    const { store, database } = test;
    const tokenHash = Buffer.from(randomUUID());
    const person = { personKey: Buffer.from(randomUUID()), nameMasked: 'T** B', idToken: 'token' };
    const { id, citizenId } = await store.openSession({ ...person, tokenHash, from: null });
    await store.openConversation({ channel: 'web', externalId: randomUUID(), sessionId: id, locale: 'vi' });
    const account = { channel: 'zalo-bot', externalId: randomUUID() };
    await store.keepLinkCode({ citizenId, codeHash: Buffer.from('c'), seconds: 60 });
    expect(await store.linkAccount(account, Buffer.from('c'))).toBe(true);
    await store.openConversation({ ...account, locale: 'vi' });
    await store.keepLinkCode({ citizenId, codeHash: Buffer.from('d'), seconds: 60 });
    const nothing = { dossierId: null, codeKey: null, answerHash: null };
    await store.keepChallenge({ citizenId, stage: 'code', ...nothing, seconds: 60 });
    expect(await read(citizenId)).toMatchObject({
      signIns: [{ name: 'T** B', endedAt: null }],
      links: [{ channel: 'zalo-bot' }],
    });
    await ask(citizenId);
    expect(await store.personalData.eraseDue(inAnHour)).toBe(1);
    expect(await read(citizenId)).toMatchObject({ signIns: [], links: [] });
    expect(await store.findSession(tokenHash)).toBeNull();
    for (const table of ['session', 'conversation', 'channel_link', 'link_code', 'challenge', 'dossier_proof'])
      expect(await database.query(`select 1 from ${table} where citizen_id = $1`, [citizenId])).toEqual([]);
  });

  it('goes for one citizen though it cannot for another', async () => {
    const [stuck, other] = [await citizen(), await citizen()];
    await ask(stuck);
    await ask(other);
    await test.database.query(
      `create function stay() returns trigger language plpgsql as $$ begin raise exception 'stays'; end $$;
       create trigger stay before delete on conversation for each row when (old.citizen_id = '${stuck}') execute function stay()`,
    );
    await expect(test.store.personalData.eraseDue(inAnHour)).rejects.toThrow('1 of 2 wishes');
    await test.database.query('drop trigger stay on conversation');
    expect((await read(other)).turns).toEqual([]);
    expect((await read(stuck)).turns).toHaveLength(1);
    expect(await test.store.personalData.eraseDue(inAnHour)).toBe(1);
  });

  it('loses who signed in as soon as a sign-in is over, and the sign-in when no talk needs it', async () => {
    const { store, database } = test;
    const signIn = async (began: number) => {
      const person = { personKey: Buffer.from(randomUUID()), nameMasked: 'T** B', idToken: 'token' };
      const session = await store.openSession({ ...person, tokenHash: Buffer.from(randomUUID()), from: null });
      await database.query('update session set began_at = $2, seen_at = $2 where id = $1', [
        session.id,
        daysAgo(began),
      ]);
      return session;
    };
    const [now_, yesterday, old, talked, held] = [
      await signIn(0),
      await signIn(1),
      await signIn(9),
      await signIn(9),
      await signIn(9),
    ];
    await database.query(
      "insert into conversation (id, citizen_id, channel, external_id, locale, memory, session_id, created_at, updated_at) values (gen_random_uuid(), $1, 'web', $2, 'vi', '{}', $3, $4, $4)",
      [talked.citizenId, randomUUID(), talked.id, daysAgo(9)],
    );
    await store.personalData.hold({ citizenId: held.citizenId, reason: 'Giữ', orderedBy: 'admin-1', at: now });
    const done = await store.personalData.sweep(days, now);
    const left = async ({ id }: { id: string }) =>
      (
        await database.query(
          'select name_masked as name, id_token_sealed is null as empty from session where id = $1',
          [id],
        )
      )[0];
    expect(await left(now_)).toEqual({ name: 'T** B', empty: false });
    expect(await left(yesterday)).toEqual({ name: '', empty: true });
    expect(await left(old)).toBeUndefined();
    expect(await left(talked)).toEqual({ name: '', empty: true });
    expect(await left(held)).toEqual({ name: 'T** B', empty: false });
    expect(done).toMatchObject({ sessions: 1, emptiedSessions: 3 });
  });

  it('loses codes, proofs and counts of tries a while after their end, and not before', async () => {
    const { store, database } = test;
    const [one, other] = [await citizen(), await citizen()];
    const dossier = randomUUID();
    await database.query(
      `insert into dossier (id, code, code_digits, source, kept_at, contacts, details) values ($1, $2, '0', 'test', $3, '{}', '{}')`,
      [dossier, dossier, now],
    );
    for (const [citizenId, ended] of [
      [one, daysAgo(8)],
      [other, daysAgo(1)],
    ] as const) {
      await database.query("insert into challenge (citizen_id, stage, expires_at) values ($1, 'code', $2)", [
        citizenId,
        ended,
      ]);
      await database.query("insert into dossier_proof values ($1, $2, 'second-factor', $3, $3)", [
        citizenId,
        dossier,
        ended,
      ]);
      const hash = Buffer.from(randomUUID());
      await database.query('insert into link_code values (gen_random_uuid(), $1, $2, $3)', [citizenId, hash, ended]);
      await database.query("insert into login_state values ($1, $1, '/', $2)", [hash, ended]);
      await database.query("insert into try_count values ('address', $1, 3, $2, $2)", [hash, ended]);
    }
    expect(await store.personalData.sweep(days, now)).toMatchObject({
      challenges: 1,
      linkCodes: 1,
      proofs: 1,
      logins: 1,
      tries: 1,
    });
    expect(await store.personalData.sweep(days, now)).toMatchObject({
      challenges: 0,
      linkCodes: 0,
      proofs: 0,
      logins: 0,
      tries: 0,
    });
  });

  it('leaves no anonymous citizen behind his last talk, unless something of his is kept', async () => {
    const [gone, agreed, held, known, fresh] = [
      await citizen(100),
      await citizen(100),
      await citizen(100),
      await citizen(100),
      await citizen(1),
    ];
    const all = [gone, agreed, held, known, fresh];
    await test.database.query('update citizen set created_at = $2 where id = any($1)', [
      [gone, agreed, held, known],
      daysAgo(100),
    ]);
    await agree(agreed);
    await test.store.personalData.hold({ citizenId: held, reason: 'Giữ', orderedBy: 'admin-1', at: now });
    await test.database.query('update citizen set person_key = $2 where id = $1', [known, Buffer.from(randomUUID())]);
    await test.store.personalData.sweep(days, now);
    const rows = await test.database.query('select id from citizen where id = any($1)', [all]);
    expect(rows.map(({ id }) => id).toSorted()).toEqual([agreed, held, known, fresh].toSorted());
  });

  it('leaves the consents: taken back with the last place that is told', async () => {
    const one = await citizen();
    await agree(one);
    await test.store.consents.turnOn({
      citizenId: one,
      purpose: 'notices',
      said: 'Nhắn.',
      channel: 'web',
      at: now,
      place: { channel: 'web', address: 'second' },
    });
    expect(await test.store.consents.stop({ citizenId: one, place, at: now })).toBe(1);
    expect((await test.store.consents.list(one)).every(({ withdrawnAt }) => withdrawnAt === null)).toBe(true);
    expect(await test.store.consents.stop({ citizenId: one, at: now })).toBe(1);
    expect((await test.store.consents.list(one)).every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
  });
});
