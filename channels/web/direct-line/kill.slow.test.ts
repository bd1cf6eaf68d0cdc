/** The whole program, killed without warning right after it acknowledged a message, and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..', '..');
const rounds = 4;

async function startProgram(folder: string): Promise<{ base: string; child: ChildProcess }> {
  const env = {
    ...process.env,
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_FOLDER: folder,
    LOG_LEVEL: 'silent',
    NODE_OPTIONS: '',
  };
  const child = spawn(process.execPath, ['main.ts'], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], env });
  const base = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString();
      const address = /Web: (http:\/\/localhost:\d+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`The program ended: ${said}`)));
  });
  return { base, child };
}

const end = (child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM') =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });

describe('the program, killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-mot-cua-kill-'));
  let running: { base: string; child: ChildProcess } | null = null;
  afterAll(async () => {
    if (running) await end(running.child, 'SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });

  it(`loses no acknowledged message and says nothing twice, ${rounds} times in one conversation`, async () => {
    running = await startProgram(folder);
    const ask = async (path: string, token?: string, body?: object) => {
      const reply = await fetch(`${running?.base}${path}`, {
        method: body || !token ? 'POST' : 'GET',
        headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      expect(reply.ok).toBe(true);
      return reply.json();
    };
    const { token } = await ask('/api/token');
    const { conversationId } = await ask('/v3/directline/conversations', token, {});
    const path = `/v3/directline/conversations/${conversationId}/activities`;
    const seen: string[] = [];
    let watermark = '';
    const readOn = async () => {
      const page = await ask(`${path}?watermark=${watermark}`, token);
      ({ watermark } = page);
      seen.push(...page.activities.map(({ id }: { id: string }) => id));
    };
    for (let round = 0; round < rounds; round++) {
      await readOn();
      const message = {
        type: 'message',
        from: { id: 'x' },
        text: 'lệ phí khai sinh?',
        channelData: { clientActivityID: `k${round}` },
      };
      const { id } = await ask(path, token, message);
      await end(running.child, 'SIGKILL');
      running = await startProgram(folder);
      // A client that did not hear the acknowledgement says it again.
      expect((await ask(path, token, message)).id).toBe(id);
      for (let tries = 0; tries < 200 && seen.length < 1 + 2 * (round + 1); tries++) {
        await readOn();
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      expect(seen).toHaveLength(1 + 2 * (round + 1));
      expect(seen).toContain(id);
    }
    watermark = '';
    const all = seen.splice(0);
    await readOn();
    expect(seen).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
  }, 240_000);
});
