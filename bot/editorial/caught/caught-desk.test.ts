import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WordingRule } from '../../model/check/wording.ts';
import { openTestStore, type TestStore } from '../../store/test-store.ts';
import { openTestBot } from '../../test-bot.ts';
import { loadSpeech } from '../../texts/speech.ts';
import { staffOf } from '../test-editorial.ts';
import { type CaughtDesk, createCaughtDesk } from './caught-desk.ts';

const at = new Date('2026-11-22T03:00:00Z');
const editor = staffOf('editor', 'Thu');

describe('what the checks caught', () => {
  let test: TestStore;
  let desk: CaughtDesk;
  const keep = (draft: string, rules: readonly WordingRule[], more: { readonly at?: Date } = {}) =>
    test.store.model.keepCaught({
      ...{ at, person: { kind: 'officer', id: editor.id }, purpose: 'copilot', model: 'double', draft },
      caught: rules.map((rule, sentence) => ({ rule, sentence, because: '50.000' })),
      codes: ['1.000656', 'không-có'],
      ...more,
    });
  beforeAll(async () => {
    test = await openTestStore();
    const { tools } = await openTestBot();
    desk = createCaughtDesk({
      database: test.store.database,
      serving: () => ({ tools, speak: loadSpeech() }),
      now: () => at,
    });
    await keep('Lệ phí là 50.000 đồng.', ['figure', 'claim']);
    await keep('Chắc chắn được duyệt.', ['promise', 'promise'], { at: new Date('2026-11-21T18:00:00Z') });
    await keep('Lâu rồi.', ['figure'], { at: new Date('2026-09-01T03:00:00Z') });
  }, 120_000);
  afterAll(() => test?.close());

  it('is listed newest first beside the record that serves, and by rule', async () => {
    const all = await desk.list(editor, {});
    expect(all.map(({ draft }) => draft)).toEqual(['Lệ phí là 50.000 đồng.', 'Chắc chắn được duyệt.', 'Lâu rồi.']);
    expect(all[0]?.records).toMatchObject([{ code: '1.000656', title: expect.stringContaining('khai tử') }]);
    expect(all[0]?.records[0]?.lines.join()).toContain('Giấy báo tử');
    expect((await desk.list(editor, { rule: 'promise' })).map(({ draft }) => draft)).toEqual(['Chắc chắn được duyệt.']);
    expect(await desk.list(editor, { rule: 'markup' })).toEqual([]);
    expect((await desk.list(editor, { before: new Date('2026-10-01') })).map(({ draft }) => draft)).toEqual([
      'Lâu rồi.',
    ]);
  });

  it('is counted by the day in Vietnam and by rule, each draft once a rule', async () => {
    expect(await desk.counts(editor)).toEqual([
      { day: '2026-11-22', rule: 'figure', count: 1 },
      { day: '2026-11-22', rule: 'claim', count: 1 },
      { day: '2026-11-22', rule: 'promise', count: 1 },
    ]);
  });

  it('is judged, told by whom, taken back, and written down', async () => {
    const [first] = await desk.list(editor, {});
    await desk.judge(editor, first?.id ?? '', 'wrongly-caught');
    const [judged] = await desk.list(editor, { verdict: 'wrongly-caught' });
    expect(judged).toMatchObject({ id: first?.id, verdict: 'wrongly-caught', judgedBy: 'Thu' });
    expect((await desk.list(editor, { verdict: 'open' })).map(({ id }) => id)).not.toContain(first?.id);
    const rows = await test.database.query(
      `select actor, object, detail from audit where action = 'caught-draft-judged' order by seq desc limit 1`,
    );
    expect(rows).toEqual([
      { actor: `staff:${editor.id}`, object: `model-caught:${first?.id}`, detail: { verdict: 'wrongly-caught' } },
    ]);
    await desk.judge(editor, first?.id ?? '', null);
    expect((await desk.list(editor, { verdict: 'open' })).map(({ id }) => id)).toContain(first?.id);
  });

  it('is nobody’s but editors’, and what is not there is not there', async () => {
    for (const role of ['officer', 'supervisor', 'admin'] as const) {
      await expect(desk.list(staffOf(role), {})).rejects.toMatchObject({ code: 'forbidden' });
      await expect(desk.counts(staffOf(role))).rejects.toMatchObject({ code: 'forbidden' });
      await expect(desk.judge(staffOf(role), randomUUID(), null)).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(desk.judge(editor, randomUUID(), 'invented')).rejects.toMatchObject({ code: 'unknown' });
  });
});
