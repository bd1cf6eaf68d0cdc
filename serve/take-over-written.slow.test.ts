import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../config.ts';
import { testFolder } from '../knowledge/import/test-record.ts';
import { loadPlaces } from '../knowledge/index.ts';
import { testCommune, testProvince, writeLocal } from '../knowledge/local/test-local.ts';
import { openConfiguredStore } from './open-configured-store.ts';
import { startProgram, type TestProgram } from './test-program.ts';

const batXat = loadPlaces().commune('02683')!;
const feeQuestion = 'đăng ký khai tử quá hạn lệ phí bao nhiêu';
const hoursQuestion = 'phường làm việc mấy giờ';
const noticeQuestion = 'lịch tiêm phòng dại cho chó ở thôn mình ngày nào';
const notice = `<html><body><h1>Tiêm phòng dại cho chó, mèo</h1><p>Tiêm phòng dại cho chó ở thôn 1 ngày 05/12/2026, từ 8 giờ.</p></body></html>`;

describe('what wards write, taken over by a running server', () => {
  const data = testFolder();
  const local = join(data, 'local');
  let program: TestProgram;
  beforeAll(async () => {
    mkdirSync(local);
    writeLocal(local, testProvince(batXat.province));
    writeLocal(local, testCommune(batXat));
    program = await startProgram({ ...process.env, DATA_FOLDER: data, LOCAL_FOLDER: local });
  }, 120_000);
  afterAll(async () => {
    await program?.stop();
    rmSync(data, { recursive: true, force: true });
  }, 60_000);

  it('says a new fee of the province, new hours of the commune and an approved notice', async () => {
    expect((await program.ask(feeQuestion)).text).toContain('50.000');
    writeLocal(local, testProvince(batXat.province, 40_000));
    await program.askUntil(feeQuestion, ({ text }) => text.includes('40.000') && !text.includes('50.000'));

    expect((await program.ask(hoursQuestion)).text).not.toContain('08:45');
    writeLocal(local, testCommune(batXat, { hours: { monday: ['08:45-11:15'] } }));
    await program.askUntil(hoursQuestion, ({ text }) => /8:45|8 giờ 45/.test(text));

    writeFileSync(join(data, 'tiem-phong.html'), notice);
    const facts = ['--title', 'Lịch tiêm phòng dại cho chó, mèo', '--desk', 'Tổ thú y', '--from', '2026-01-01'];
    const { stdout } = program.knowledge('document', 'add', join(data, 'tiem-phong.html'), ...facts);
    const [id = ''] = /tb-[\da-f]{10}/.exec(stdout) ?? [];
    expect(program.knowledge('document', 'approve', id, '--unit', '02683').status).toBe(0);
    await program.askUntil(noticeQuestion, ({ text }) => text.includes('05/12/2026'));
    expect(new Set(program.asked.map(({ status }) => status))).toEqual(new Set(['200']));
    expect(program.asked.filter(({ text }) => text.includes('đang gặp trục trặc'))).toEqual([]);
  }, 600_000);

  it('serves on with a bomb among the files, and says which one', async () => {
    const bomb = Array.from(
      { length: 9 },
      (_, level) =>
        `${'abcdefghij'[level + 1]}: &${'abcdefghij'[level + 1]} [${Array(9).fill(`*${'abcdefghij'[level]}`).join(',')}]`,
    );
    writeFileSync(join(local, 'commune-02647.yaml'), ['a: &a [x,x]', ...bomb].join('\n'));
    await program.askUntil(feeQuestion, () => program.log().includes('what served before serves on'));
    expect(program.log()).toContain('commune-02647.yaml');
    expect((await program.ask(feeQuestion)).text).toContain('40.000');
    rmSync(join(local, 'commune-02647.yaml'));
  }, 300_000);

  it('has written each change down, by codes and fields, in a chain that is whole', async () => {
    await program.stop();
    const store = await openConfiguredStore(readConfig({ DATA_FOLDER: data }), () => {});
    try {
      const rows = await store.database.withJob('audit', (handle) =>
        handle.selectFrom('audit').select(['action', 'detail']).where('action', '=', 'taken-over').execute(),
      );
      const text = JSON.stringify(rows).replaceAll('\\"', '"');
      expect(text).toMatch(/"file": ?"province-15"/);
      expect(text).toMatch(/"field": ?"fees 1\.000656 dong"/);
      expect(text).toMatch(/"file": ?"commune-02683"/);
      expect(text).toContain('Lịch tiêm phòng dại cho chó, mèo');
      expect(text).not.toContain('thôn 1');
      expect(text).not.toContain('08:45');
      expect(text).not.toContain('0900 000 011');
      expect(await store.verifyAudit()).toMatchObject({ brokenAt: null });
    } finally {
      await store.close();
    }
  }, 120_000);
});
