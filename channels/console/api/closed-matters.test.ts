/** Dossiers, contacts, transcripts: for whom they open, and that each look is written down. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestStaff } from '../test-staff.ts';
import { openTestConsole, otherUnit, ownUnit, type TestConsole } from './test-console.ts';

const number = '010190000071';
const own = 'H15.01-261101-0071';
const elsewhere = 'H15.02-261101-0072';

let at: TestConsole;
let lan: TestStaff;
beforeAll(async () => {
  at = await openTestConsole();
  lan = await at.staff({ name: 'Lan' });
  const dossier = (code: string, unit: string) => ({
    code,
    unit,
    status: 'needs-papers',
    procedure: '1.001193',
    applicant: { name: 'Giàng A Thí Dụ', identityNumber: number, phone: '0900000071' },
    missing: [{ paper: 'Giấy chứng sinh', reason: 'chưa nộp' }],
    steps: [{ at: '2026-11-02T08:00:00+07:00', desk: 'Một cửa', what: 'Tiếp nhận' }],
    updatedAt: '2026-11-02T08:00:00+07:00',
  });
  await at.test.store.dossiers.keep([dossier(own, ownUnit), dossier(elsewhere, otherUnit)], { source: 'thử' });
}, 120_000);
afterAll(() => at?.close());

type Row = Record<string, unknown>;
const audit = async (action: string): Promise<Row[]> => [
  ...(await at.test.database.query(`select actor, action, object, detail from audit where action = '${action}'`)),
];

/** A signed-in citizen who waits, claimed by Lan. */
async function talkOf(agreed: boolean | null) {
  const { store } = at.test;
  const talk = await at.waiting();
  // The same person each time: a key belongs to one citizen.
  await at.test.database.query('update citizen set person_key = null');
  await at.test.database.query(
    `update citizen set person_key = (select person_key from dossier_person limit 1) where id = '${talk.citizenId}'`,
  );
  const now = new Date();
  const key = { citizenId: talk.citizenId, handOffId: talk.id, now };
  if (agreed !== null) await store.handOffs.ofCitizens.change({ ...key, deed: { kind: 'agree', agreed } });
  const { body } = await at.call('POST', `/hand-offs/${talk.id}/claim`, { by: lan });
  return { ...talk, path: `/hand-offs/${talk.id}`, fence: body.fence as number, key };
}

describe('a citizen’s dossiers beside his talk', () => {
  it('are shown to the officer who holds it once the citizen agreed, of his commune alone, and the look is written down once', async () => {
    const { path, id } = await talkOf(true);
    const { body } = await at.call('GET', path, { by: lan });
    expect(body.dossiers).toMatchObject([
      {
        code: own,
        status: 'chờ nộp thêm giấy',
        applicantName: 'Giàng A Thí Dụ',
        missing: [{ paper: 'Giấy chứng sinh', reason: 'chưa nộp' }],
      },
    ]);
    expect(JSON.stringify(body)).not.toContain(number);
    expect(JSON.stringify(body)).not.toContain('0900000071');
    const again = await at.call('GET', `${path}?after=${body.last}`, { by: lan });
    expect(again.body.dossiers).toHaveLength(1);
    const looks = (await audit('dossier-viewed')).filter((row) => JSON.stringify(row.detail).includes(id));
    expect(looks).toHaveLength(1);
    expect(looks[0]?.actor).toBe(`officer:${lan.member.id}`);
  });

  it('stay closed to whoever only looks, to whom he did not say yes, and after he took it back', async () => {
    const minh = await at.staff({ name: 'Minh' });
    for (const agreed of [null, false]) {
      const { path } = await talkOf(agreed);
      expect((await at.call('GET', path, { by: lan })).body.dossiers).toBeNull();
    }
    const { path, key } = await talkOf(true);
    expect((await at.call('GET', path, { by: minh })).body.dossiers).toBeNull();
    await at.test.store.handOffs.ofCitizens.change({ ...key, deed: { kind: 'agree', agreed: false } });
    const { body } = await at.call('GET', `${path}?after=1`, { by: lan });
    expect(body.dossiers).toBeNull();
  });

  it('can be looked up one by one for a reason, of his commune; the reason is kept without numbers', async () => {
    const { path } = await talkOf(null);
    const ask = (code: string, reason = `Dân hỏi, số ${number}`) =>
      at.call('POST', `${path}/dossier`, { by: lan, body: { code, reason } });
    expect((await ask(own.toLowerCase())).body).toMatchObject({ code: own });
    const other = await ask(elsewhere);
    const none = await ask('H15.09-261101-9999');
    expect([other.status, other.text]).toEqual([404, none.text]);
    expect((await ask(own, ' ')).status).toBe(400);
    const rows = [...(await audit('dossier-viewed')), ...(await audit('dossier-not-found'))];
    expect(rows.some(({ action }) => action === 'dossier-not-found')).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(number);
    expect(JSON.stringify(rows)).not.toContain(own);
  });
});

describe('a contact left for a call back', () => {
  it('is masked in the talk, and whole for a reason that is kept', async () => {
    const { id, citizenId } = await at.waiting();
    const path = `/hand-offs/${id}`;
    const deed = { kind: 'contact' as const, contact: '0900000072', masked: '090…072' };
    await at.test.store.handOffs.ofCitizens.change({ handOffId: id, citizenId, deed, now: new Date() });
    const { body } = await at.call('GET', path, { by: lan });
    expect(body.contactMasked).toBe('090…072');
    const revealed = await at.call('POST', `${path}/contact`, { by: lan, body: { reason: 'gọi lại theo hẹn' } });
    expect(revealed.body).toEqual({ contact: '0900000072' });
    expect(JSON.stringify(await audit('contact-revealed'))).toContain('gọi lại theo hẹn');
  });
});

describe('every look', () => {
  it('is in the audit log: talk opened, transcript taken; and the log’s chain is whole', async () => {
    const { path, id } = await talkOf(null);
    await at.call('GET', path, { by: lan });
    await at.call('GET', `${path}/transcript`, { by: lan });
    for (const action of ['hand-off-read', 'transcript-taken'])
      expect((await audit(action)).some(({ object }) => object === `hand-off:${id}`)).toBe(true);
    expect((await at.test.store.verifyAudit()).brokenAt).toBeNull();
  });

  it('of a talk that is not there leaves no trace that it is', async () => {
    const foreign = await at.waiting({ unit: otherUnit });
    const unknown = randomUUID();
    for (const id of [foreign.id, unknown]) {
      expect((await at.call('GET', `/hand-offs/${id}`, { by: lan })).status).toBe(404);
      expect((await at.call('GET', `/hand-offs/${id}/transcript`, { by: lan })).status).toBe(404);
      const { status } = await at.call('POST', `/hand-offs/${id}/dossier`, {
        by: lan,
        body: { code: own, reason: 'x' },
      });
      expect(status).toBe(404);
    }
    expect((await audit('hand-off-read')).some(({ object }) => object === `hand-off:${foreign.id}`)).toBe(false);
  });
});
