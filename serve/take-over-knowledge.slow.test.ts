/** The whole program, asked without a pause while what it knows is imported, approved, broken and mended. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testFolder, testRecord, writeLines } from '../knowledge/import/test-record.ts';

const root = join(import.meta.dirname, '..');
const question = 'nuôi chim bồ câu đưa thư cần giấy tờ gì';

interface Said {
  readonly status: string;
  readonly text: string;
}

describe('a running server', () => {
  const data = testFolder();
  let program: ChildProcess;
  let base = '';
  let log = '';
  beforeAll(async () => {
    const env = {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_FOLDER: data,
      LOG_LEVEL: 'info',
      NODE_OPTIONS: '',
    };
    program = spawn(process.execPath, ['main.ts'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env });
    program.stdout?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
    base = await new Promise<string>((resolve, reject) => {
      let said = '';
      program.stderr?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const address = /Web: (http:\/\/localhost:\d+)/.exec(said)?.[1];
        if (address) resolve(address);
      });
      program.once('exit', () => reject(new Error(`The program ended: ${said}`)));
    });
  }, 120_000);
  afterAll(async () => {
    await new Promise((resolve) => {
      program.once('exit', resolve);
      program.kill('SIGTERM');
    });
    rmSync(data, { recursive: true, force: true });
  });

  const knowledge = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['knowledge/cli.ts', ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, DATA_FOLDER: data, NODE_OPTIONS: '' },
    });

  const asked: Said[] = [];
  /** Asks in a conversation of its own and waits for the answer. */
  async function ask(): Promise<Said> {
    const cookie = crypto.randomUUID();
    const url = `${base}/hoi?${new URLSearchParams({ q: question, id: crypto.randomUUID() })}`;
    const reply = await fetch(url, { headers: { cookie: `hmc=${cookie}` } });
    const said = { status: `${reply.status}`, text: (await reply.text()).replace(/\s+/g, ' ') };
    asked.push(said);
    return said;
  }
  const knows = ({ text }: Said) => text.includes('Tờ khai đăng ký nuôi chim');
  async function askUntil(done: (said: Said) => boolean): Promise<Said> {
    const until = Date.now() + 200_000;
    while (Date.now() < until) {
      const said = await ask();
      if (done(said)) return said;
    }
    throw new Error(`It was asked for 200 seconds in vain. Its log: ${log.slice(-2000)}`);
  }

  it('takes over what is approved without losing a turn, and writes it down', async () => {
    expect(knows(await ask())).toBe(false);
    knowledge('import', writeLines(join(data, 'chim.jsonl'), [testRecord({ decision: '12/QĐ-BNV' })]), '--by', 'Lan');
    expect(knows(await ask())).toBe(false);
    expect(knowledge('approve', '1.900001', '--by', 'Lan').status).toBe(0);
    await askUntil(knows);
    expect(log).toContain('New knowledge serves');
    expect(log).toMatch(/"added":\{"count":1,"codes":\["1\.900001"\]\}/);
    expect(new Set(asked.map(({ status }) => status))).toEqual(new Set(['200']));
  }, 300_000);

  it('goes on with what it knows when the new is broken, and says so once', async () => {
    const versions = join(data, 'imported');
    const newest = readdirSync(versions).sort().at(-1) ?? '';
    const broken = join(versions, String(Number(newest) + 1).padStart(6, '0'));
    mkdirSync(broken);
    cpSync(join(versions, newest), broken, { recursive: true });
    writeFileSync(join(broken, 'approved.jsonl'), '');
    await askUntil(() => log.includes('what served before serves on'));
    expect(knows(await ask())).toBe(true);
    expect(log.match(/what served before serves on/g)).toHaveLength(1);
  }, 300_000);

  it('takes a step back over as well', async () => {
    expect(knowledge('import', '--rollback', '1').status).toBe(0);
    await askUntil((said) => !knows(said));
    expect(log).toMatch(/"removed":\{"count":1,"codes":\["1\.900001"\]\}/);
    expect(new Set(asked.map(({ status }) => status))).toEqual(new Set(['200']));
  }, 300_000);
});
