import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Measured } from '../measured.ts';

const root = join(import.meta.dirname, '../..');
const small = '--seconds 4 --idle 1 --chats 100 --turns 5 --calls 5 --think 0.3 --deliveries 10 --shards 1'.split(' ');

/** Every door in one scenario: what each alone adds is time. */
describe('npm run load -- --only all', () => {
  const folder = mkdtempSync(join(tmpdir(), 'load-test-'));
  let table = '';
  let figures: Measured['figures'] = [];
  beforeAll(async () => {
    const args = ['tools/load/run.ts', '--only', 'all', ...small, '--reports', folder];
    const run = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    table = await text(run.stdout);
    ({ figures } = JSON.parse(readFileSync(join(folder, 'load.measured.json'), 'utf8')) as Measured);
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const figure = (id: string) => figures.find((one) => one.id === id)?.value;

  it('has every web turn answered, every delivery acknowledged and every hook of a call replied to', () => {
    expect([figure('all-web-failed'), figure('all-zalo-failed'), figure('all-hotline-failed')]).toEqual([0, 0, 0]);
    for (const door of ['web', 'zalo', 'hotline']) expect(figure(`all-${door}-p95`)).toBeGreaterThan(0);
    expect([figure('all-web-asked'), figure('all-zalo-asked'), figure('all-hotline-calls')]).toEqual([5, 10, 5]);
  });

  it('tells what each process used, and how late the event loop was', () => {
    expect(figure('all-cpu-server')).toBeGreaterThan(0);
    expect(figure('all-cpu-postgres')).toBeGreaterThan(0);
    expect(figure('all-cpu-load')).toBeGreaterThan(0);
    expect(figure('all-memory-server')).toBeGreaterThan(100);
    expect(figure('all-lag-p99')).toBeGreaterThan(0);
  });

  it('prints the whole table, and a page with a chart of each door and of the processes', () => {
    const rows = table.split('\n').filter((line) => line.startsWith('| all |'));
    expect(rows.map((row) => row.split(' | ').length)).toEqual([13, 13, 13, 9, 3]);
    expect(rows.join('\n')).not.toMatch(/NaN|undefined|null/);
    const page = readFileSync(join(folder, 'load.html'), 'utf8');
    expect(page.match(/<svg /g)).toHaveLength(6);
    expect(page).not.toMatch(/NaN|undefined|nothing was measured/);
  });
});
