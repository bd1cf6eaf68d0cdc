import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ModelDouble, startModelDouble } from '../../../bot/model-double/index.ts';
import { openTestStore, type TestStore } from '../../../bot/store/test-store.ts';
import { eventually } from '../../pages/eventually.ts';
import { signInTestStaff, type TestStaff } from '../test-staff.ts';
import { type CopilotEvent, copilotEventSchema } from './schemas.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Tells of each module of the agent's that is loaded. */
const watching = `
import { registerHooks } from 'node:module';
registerHooks({
  load(url, context, next) {
    if (/node_modules\\/(?:langchain|@langchain\\/langgraph)\\//.test(url)) process.stderr.write('AGENT LOADED ' + url + '\\n');
    return next(url, context);
  },
});
`;

describe('the whole program with a model for officers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copilot-program-'));
  let double: ModelDouble;
  let test: TestStore;
  let program: ChildProcess;
  let lan: TestStaff;
  let log = '';
  let base = '';
  beforeAll(async () => {
    [double, test] = await Promise.all([startModelDouble({ mode: 'good' }), openTestStore()]);
    writeFileSync(join(folder, 'secret.key'), Buffer.alloc(32, 7).toString('base64'), { mode: 0o600 });
    writeFileSync(join(folder, 'watch.mjs'), watching);
    program = spawn(process.execPath, ['--import', join(folder, 'watch.mjs'), 'main.ts'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        ...{ PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'info', NODE_OPTIONS: '', DATA_FOLDER: folder },
        UNIT_FILE: join('deploy', 'unit.example.yaml'),
        DATABASE_URL: test.database.databaseUrl,
        DATABASE_OWNER_URL: test.database.ownerUrl,
        OPENAI_BASE_URL: double.url,
        MODEL_COPILOT: 'yes',
      },
    });
    program.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
    base = await new Promise<string>((resolve, reject) => {
      program.once('exit', () => reject(new Error(`The program ended: ${log}`)));
      program.stderr?.on('data', () => {
        const address = /Web: (http:\/\/localhost:\d+)/.exec(log)?.[1];
        if (address) resolve(address);
      });
    });
    lan = await signInTestStaff(test, { unit: '02683', name: 'Lan' });
  }, 240_000);
  afterAll(async () => {
    const ended = new Promise((resolve) => program.once('exit', resolve));
    program.kill('SIGTERM');
    await ended;
    await Promise.all([double.stop(), test.close()]);
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('loads the agent with the first run and not before; the run looks up and writes', async () => {
    expect(log).not.toContain('AGENT LOADED');
    const response = await fetch(`${base}/console/api/copilot/runs`, {
      method: 'POST',
      headers: { ...lan.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'Soạn trả lời về lệ phí đăng ký khai tử', handOffId: null }),
    });
    expect(response.status).toBe(200);
    const events = (await response.text())
      .split('\n\n')
      .filter((line) => line.startsWith('data: '))
      .map((line): CopilotEvent => copilotEventSchema.parse(JSON.parse(line.slice(6))));
    expect(events.filter(({ kind }) => kind === 'step').length).toBeGreaterThan(0);
    expect(events.at(-1)).toMatchObject({ kind: 'draft', draft: { end: 'written' } });
    await eventually(async () => expect(log).toContain('AGENT LOADED'));
  }, 120_000);
});
