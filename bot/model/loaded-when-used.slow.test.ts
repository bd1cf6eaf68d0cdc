import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const project = join(import.meta.dirname, '../..');

/** Tells on stderr of every module that is loaded. */
const spy = `import { registerHooks } from 'node:module';
registerHooks({ load(url, context, next) { process.stderr.write('LOADED ' + url + '\\n'); return next(url, context); } });`;

it('without a setting, a question is answered and nothing of a model’s client is loaded', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-mot-cua-loaded-'));
  writeFileSync(join(folder, 'spy.mjs'), spy);
  const { OPENAI_API_KEY: _key, OPENAI_BASE_URL: _url, ...env } = process.env;
  const args = ['--import', join(folder, 'spy.mjs'), 'main.ts', 'ask', 'làm khai sinh cần gì'];
  const options = { cwd: project, env: { ...env, NODE_OPTIONS: '', DATA_FOLDER: folder }, encoding: 'utf8' as const };
  const { stdout, stderr } = spawnSync(process.execPath, args, { ...options, maxBuffer: 1e8 });
  rmSync(folder, { recursive: true, force: true });
  expect(stdout).toContain('1.001193');
  const loaded = stderr.split('\n').filter((line) => line.startsWith('LOADED'));
  expect(loaded.length).toBeGreaterThan(100);
  expect(
    loaded.filter((line) =>
      /node_modules\/(?:@langchain\/openai|langchain|openai)\/|bot\/model\/(?:open|gate)/.test(line),
    ),
  ).toEqual([]);
}, 120_000);
