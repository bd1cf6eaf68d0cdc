import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { startModelDouble } from '../model-double/index.ts';

const project = join(import.meta.dirname, '../..');

/** Tells on stderr of every connection that is opened. */
const spy = `import net from 'node:net';
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  process.stderr.write('CONNECT ' + (first?.host ?? first?.path ?? 'localhost') + '\\n');
  return connect.apply(this, args);
};`;

it('with a model set, the model’s own server is the only one that is asked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-mot-cua-connects-'));
  writeFileSync(join(folder, 'spy.mjs'), spy);
  const double = await startModelDouble();
  const args = ['--import', join(folder, 'spy.mjs'), 'main.ts', 'ask', 'làm khai sinh cần gì'];
  const own = { OPENAI_BASE_URL: double.url, DATA_FOLDER: folder, NODE_OPTIONS: '', LANGSMITH_API_KEY: 'ls-1' };
  const child = spawn(process.execPath, args, { cwd: project, env: { ...process.env, ...own } });
  let [said, told] = ['', ''];
  child.stdout.on('data', (part) => {
    said += part;
  });
  child.stderr.on('data', (part) => {
    told += part;
  });
  await new Promise((resolve) => child.once('close', resolve));
  await double.stop();
  rmSync(folder, { recursive: true, force: true });
  expect(said).toContain('Mô hình: word kept');
  const hosts = told.split('\n').filter((line) => line.startsWith('CONNECT'));
  expect(new Set(hosts)).toEqual(new Set(['CONNECT 127.0.0.1']));
}, 120_000);
