/** The whole program, asked without a pause while what it knows is imported, approved, broken and mended. */
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testFolder, testRecord, writeLines } from '../knowledge/import/test-record.ts';
import { type Said, startProgram, type TestProgram } from './test-program.ts';

const question = 'nuôi chim bồ câu đưa thư cần giấy tờ gì';

describe('a running server', () => {
  const data = testFolder();
  let program: TestProgram;
  beforeAll(async () => {
    program = await startProgram({ ...process.env, DATA_FOLDER: data });
  }, 120_000);
  afterAll(async () => {
    await program?.stop();
    rmSync(data, { recursive: true, force: true });
  }, 60_000);

  const knowledge = (...args: readonly string[]) => program.knowledge(...args);
  const ask = () => program.ask(question);
  const askUntil = (done: (said: Said) => boolean) => program.askUntil(question, done);
  const statuses = () => new Set(program.asked.map(({ status }) => status));
  const knows = ({ text }: Said) => text.includes('Tờ khai đăng ký nuôi chim');

  it('takes over what is approved without losing a turn, and writes it down', async () => {
    expect(knows(await ask())).toBe(false);
    knowledge('import', writeLines(join(data, 'chim.jsonl'), [testRecord({ decision: '12/QĐ-BNV' })]), '--by', 'Lan');
    expect(knows(await ask())).toBe(false);
    expect(knowledge('approve', '1.900001', '--by', 'Lan').status).toBe(0);
    await askUntil(knows);
    expect(program.log()).toContain('New knowledge serves');
    expect(program.log()).toMatch(/"added":\{"count":1,"codes":\["1\.900001"\]\}/);
    expect(statuses()).toEqual(new Set(['200']));
  }, 300_000);

  it('goes on with what it knows when the new is broken, and says so once', async () => {
    const versions = join(data, 'imported');
    const newest = readdirSync(versions).sort().at(-1) ?? '';
    const broken = join(versions, String(Number(newest) + 1).padStart(6, '0'));
    mkdirSync(broken);
    cpSync(join(versions, newest), broken, { recursive: true });
    writeFileSync(join(broken, 'approved.jsonl'), '');
    await askUntil(() => program.log().includes('what served before serves on'));
    expect(knows(await ask())).toBe(true);
    expect(program.log().match(/what served before serves on/g)).toHaveLength(1);
  }, 300_000);

  it('takes a step back over as well', async () => {
    expect(knowledge('import', '--rollback', '1').status).toBe(0);
    await askUntil((said) => !knows(said));
    expect(program.log()).toMatch(/"removed":\{"count":1,"codes":\["1\.900001"\]\}/);
    expect(statuses()).toEqual(new Set(['200']));
  }, 300_000);
});
