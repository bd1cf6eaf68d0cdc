/** The whole program learns: asked in vain by five citizens, approved by two editors, answered without a restart. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestStore, type TestStore } from '../bot/store/test-store.ts';
import { signInTestStaff, type TestStaff } from '../channels/console/test-staff.ts';
import { testFolder } from '../knowledge/import/test-record.ts';
import { type Said, startProgram, type TestProgram } from './test-program.ts';

/** One matter in the words of five citizens: with marks, bare, as in a chat. */
const inVain = [
  'muốn nuôi chim yến thì xin giấy gì',
  'nuoi chim yen phai xin giay gi',
  'e muon nuoi chim yen thi xin phep ai ad',
  'nuôi chim yến có phải khai với phường không',
  'cho hỏi <script>alert(1)</script> nuôi chim yến cần giấy tờ gì',
];
const denunciation = 'Tôi muốn tố cáo cán bộ xã nhận tiền cho nuôi chim yến';
const target = '1.008128';

interface Group {
  readonly persons: number;
  readonly questions: readonly { readonly turnId: string; readonly text: string }[];
}
interface Draft {
  readonly id: string;
  readonly edition: number;
  readonly state: string;
}

describe('a running server', () => {
  const data = testFolder();
  let store: TestStore;
  let program: TestProgram;
  let author: TestStaff;
  let approver: TestStaff;
  let officer: TestStaff;
  beforeAll(async () => {
    store = await openTestStore();
    // The key of `openTestStore`: so the program knows the sessions that the test opens.
    writeFileSync(join(data, 'secret.key'), Buffer.alloc(32, 7).toString('base64'));
    const { databaseUrl, ownerUrl } = store.database;
    const database = { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl };
    program = await startProgram({ ...process.env, ...database, DATA_FOLDER: data });
    author = await signInTestStaff(store, { role: 'editor', name: 'Thu' });
    approver = await signInTestStaff(store, { role: 'editor', name: 'Bình' });
    officer = await signInTestStaff(store, { role: 'officer' });
  }, 180_000);
  afterAll(async () => {
    await program?.stop();
    await store?.close();
    rmSync(data, { recursive: true, force: true });
  }, 60_000);

  const call = async (staff: TestStaff, path: string, body?: unknown) => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const headers = { ...staff.headers, 'content-type': 'application/json' };
    const reply = await fetch(`${program.base}/console/api/editorial${path}`, { ...init, headers });
    return { status: reply.status, body: (await reply.json()) as { readonly error?: { readonly code: string } } };
  };
  /** Until the trial is over. */
  const callOn = async (staff: TestStaff, path: string, body: unknown) => {
    for (;;) {
      const reply = await call(staff, path, body);
      if (reply.status !== 202) return reply;
    }
  };
  const answered = ({ text }: Said) => text.includes('chăn nuôi trang trại');
  let group: Group;
  let draft: Draft;

  it('puts what five citizens asked in vain into one group, and shows no denunciation', async () => {
    for (const question of [...inVain, denunciation]) expect(answered(await program.ask(question))).toBe(false);
    const { groups } = (await call(author, '/groups')).body as unknown as { groups: readonly Group[] };
    expect(JSON.stringify(groups)).not.toContain('tố cáo');
    expect(groups).toHaveLength(1);
    group = groups[0]!;
    expect(group.persons).toBe(5);
    // Tags are taken out of a message before it is kept.
    const kept = inVain.map((text) => text.replace(/<\/?script>/g, ''));
    expect(group.questions.map(({ text }) => text).sort()).toEqual(kept.sort());
    expect((await call(officer, '/groups')).status).toBe(403);
  }, 120_000);

  it('refuses a way that takes another procedure’s questions', async () => {
    const content = {
      kind: 'way',
      target,
      say: 'làm giấy khai sinh cho con',
      mustCatch: 'Làm giấy khai sinh cho con cần gì?',
      mustNotCatch: 'Xây nhà ở riêng lẻ thì xin giấy phép gì?',
    };
    const made = (await call(author, '/drafts', { content, turnIds: [], askedBy: 0 })).body as unknown as Draft;
    const submitted = await callOn(author, `/drafts/${made.id}/submit`, { edition: made.edition });
    expect(submitted).toMatchObject({ status: 422, body: { error: { code: 'faulty' } } });
  }, 300_000);

  it('lets another person alone approve', async () => {
    const content = {
      kind: 'way',
      target,
      say: 'nuôi chim yến',
      mustCatch: 'Muốn nuôi chim yến thì xin giấy gì?',
      mustNotCatch: 'Xây nhà ở riêng lẻ thì xin giấy phép gì?',
    };
    const from = { turnIds: group.questions.map(({ turnId }) => turnId), askedBy: group.persons };
    const made = (await call(author, '/drafts', { content, ...from })).body as unknown as Draft;
    draft = (await callOn(author, `/drafts/${made.id}/submit`, { edition: made.edition })).body as unknown as Draft;
    expect(draft.state).toBe('waiting');
    const own = await callOn(author, `/drafts/${draft.id}/approve`, { edition: draft.edition });
    expect(own).toMatchObject({ status: 409, body: { error: { code: 'own-draft' } } });
    expect(answered(await program.ask(inVain[0]!))).toBe(false);
  }, 300_000);

  it('answers all five soon after, without a restart, and keeps the question for the regressions', async () => {
    draft = (await callOn(approver, `/drafts/${draft.id}/approve`, { edition: draft.edition }))
      .body as unknown as Draft;
    expect(draft.state).toBe('approved');
    await program.askUntil(inVain[0]!, answered);
    for (const question of inVain) expect(answered(await program.ask(question))).toBe(true);
    const lines = readFileSync(join(data, 'editorial', 'questions.jsonl'), 'utf8')
      .trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { id: draft.id, text: 'Muốn nuôi chim yến thì xin giấy gì?', code: target },
    ]);
    expect(program.log()).toMatch(/"editorial":\{"version":1,"did":"approve","by":"Bình"/);
    const { groups } = (await call(author, '/groups')).body as unknown as { groups: readonly Group[] };
    const open = new Set(groups.flatMap(({ questions }) => questions.map(({ turnId }) => turnId)));
    expect(group.questions.filter(({ turnId }) => open.has(turnId))).toEqual([]);
  }, 300_000);

  it('can be taken back, and every act is in the audit log', async () => {
    const back = { edition: draft.edition, because: 'Sai thủ tục' };
    expect((await call(approver, `/drafts/${draft.id}/take-back`, back)).status).toBe(200);
    await program.askUntil(inVain[0]!, (said) => !answered(said));
    const rows = await store.database.query(`select action from audit where object = 'draft:${draft.id}' order by seq`);
    expect(rows.map(({ action }) => action)).toEqual([
      'draft-made',
      'draft-submitted',
      'draft-approved',
      'draft-taken-back',
    ]);
    expect(await store.store.verifyAudit()).toMatchObject({ brokenAt: null });
  }, 300_000);
});
