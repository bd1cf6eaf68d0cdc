import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts';
import { serversByFolder, serversByPidFile } from './server/clear-leftovers.ts';

/** A program that starts the server, says so, and then does as it is told. */
const program = (folder: string, then: string): string => `
  const { startEmbeddedServer } = await import(${JSON.stringify(join(import.meta.dirname, 'embedded-server.ts'))});
  const server = await startEmbeddedServer({ dataFolder: ${JSON.stringify(folder)} });
  process.stdout.write('pid ' + server.pid() + '\\n');
  ${then}`;

describe('startEmbeddedServer', () => {
  let folder: string;
  let said: string[] = [];
  let running: EmbeddedServer | undefined;
  const cluster = () => join(folder, 'postgres', 'cluster');
  const pidFile = () => join(cluster(), 'postmaster.pid');
  const start = async () => {
    running = await startEmbeddedServer({ dataFolder: folder, log: (text) => said.push(text) });
    return running;
  };
  const ask = async (server: EmbeddedServer, text: string) => {
    const client = new pg.Client(server.loginAs('postgres', 'postgres'));
    client.on('error', () => {});
    try {
      await client.connect();
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };

  beforeAll(async () => {
    // Closed like a home of root's: PostgreSQL's own user cannot walk there.
    folder = join(mkdtempSync(join(tmpdir(), 'hoi-mot-cua-server-')), 'data');
    chmodSync(join(folder, '..'), 0o700);
    await (await start()).stop();
  }, 60_000);
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    said = [];
  }, 30_000);
  afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  /** Runs {@link program} as a process and gives the number of its PostgreSQL. */
  async function run(then: string): Promise<{ child: ChildProcess; postgres: number }> {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program(folder, then)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
    return { child, postgres: Number(/pid (\d+)/.exec(line.toString())?.[1]) };
  }
  const ended = async (check: () => boolean) => {
    for (let tries = 0; tries < 500 && !check(); tries++) await sleep(10);
    return check();
  };

  it('starts again on its data in well under two seconds, first answer included', async () => {
    await ask(await start(), "create table kept as select 'còn đây' as what");
    await running?.stop();
    const begun = performance.now();
    expect(await ask(await start(), 'select what from kept')).toEqual([{ what: 'còn đây' }]);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it('lets only this computer in, by password, and keeps the secret to its owner', async () => {
    const server = await start();
    expect(
      await ask(
        server,
        "select current_setting('listen_addresses') as a, current_setting('unix_socket_directories') as s, current_setting('fsync') as f",
      ),
    ).toEqual([{ a: '127.0.0.1', s: '', f: 'on' }]);
    const client = new pg.Client({ ...server.loginAs('postgres', 'postgres'), password: 'password' });
    await expect(client.connect()).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(folder, 'postgres', 'password')).mode & 0o777).toBe(0o600);
    expect(statSync(cluster()).mode & 0o777).toBe(0o700);
  });

  it('writes nothing of a failed statement to its log', async () => {
    const server = await start();
    await expect(ask(server, "select 'số 079123456789'::int")).rejects.toThrow();
    expect(readFileSync(join(folder, 'postgres', 'server.log'), 'utf8')).not.toContain('079123456789');
  });

  it('refuses a second program on the same folder, and says what to do', async () => {
    await start();
    await expect(startEmbeddedServer({ dataFolder: folder })).rejects.toMatchObject({
      code: 'folder-in-use',
      message: expect.stringMatching(/Another copy of the program.*Stop that copy first.*DATABASE_URL/),
    });
    const other = spawn(process.execPath, ['--input-type=module', '-e', program(folder, '')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [text] = (await once(other.stderr, 'data')) as [Buffer];
    expect(text.toString()).toContain('Another copy of the program');
    expect(await ask(running as EmbeddedServer, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts beside a postmaster.pid that is empty, or that names a process of somebody else', async () => {
    for (const content of ['', '\n', `${process.pid}\n/elsewhere\n1\n5432\n`, '999999999\n', '-1\n', 'x']) {
      writeFileSync(pidFile(), content);
      const server = await start();
      expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
      await server.stop();
    }
    expect(said).toEqual([]);
  });

  it('stops the PostgreSQL that a killed program left, even when its postmaster.pid is gone', async () => {
    for (const remove of [false, true]) {
      const { child, postgres } = await run('setInterval(() => {}, 1000)');
      child.kill('SIGKILL');
      await once(child, 'exit');
      expect(serversByFolder(cluster()).map(({ pid }) => pid)).toContain(postgres);
      if (remove) rmSync(pidFile());
      const server = await start();
      expect(server.pid()).not.toBe(postgres);
      expect(said).toContain('Stopped a PostgreSQL that an earlier run had left behind.');
      expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
      await server.stop();
    }
  }, 20_000);

  it.each(['SIGINT', 'SIGTERM'] as const)('ends its PostgreSQL when %s ends the program', async (signal) => {
    const { child } = await run('setInterval(() => {}, 1000)');
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([null, signal]);
    expect(await ended(() => serversByFolder(cluster()).length === 0)).toBe(true);
  });

  it.each(['process.exit(3)', 'throw new Error("broke")', ''])(
    'ends its PostgreSQL when the program ends by %j',
    async (then) => {
      const { child } = await run(
        then.includes('broke') ? `process.on('uncaughtException', () => process.exit(1)); ${then}` : then,
      );
      if (child.exitCode === null) await once(child, 'exit');
      expect(await ended(() => serversByFolder(cluster()).length === 0)).toBe(true);
    },
  );

  it('leaves a signal to a program that handles it, so that turns can finish', async () => {
    const { child } = await run(`
      process.once('SIGTERM', () => setTimeout(() => {
        process.kill(server.pid(), 0);
        server.stop().then(() => process.exit(7));
      }, 200));
      setInterval(() => {}, 1000);`);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([7, null]);
  });

  it('starts its PostgreSQL again when somebody kills it', async () => {
    const server = await start();
    const first = server.pid() as number;
    process.kill(first, 'SIGKILL');
    let rows: unknown;
    for (let tries = 0; tries < 100 && !rows; tries++) {
      await sleep(50);
      rows = await ask(server, 'select 1 as one').catch(() => undefined);
    }
    expect(rows).toEqual([{ one: 1 }]);
    expect(server.pid()).not.toBe(first);
  }, 20_000);

  it('refuses data of another major version of PostgreSQL, and says which', async () => {
    const file = join(cluster(), 'PG_VERSION');
    const found = readFileSync(file, 'utf8');
    writeFileSync(file, '17\n');
    await expect(start()).rejects.toMatchObject({
      code: 'other-postgres-version',
      message: expect.stringMatching(/made by PostgreSQL 17.*brings PostgreSQL 18/),
    });
    writeFileSync(file, found);
    await expect(start()).resolves.toBeDefined();
  });

  it('finds its server by the pid file too, where the system does not tell where a process stands', async () => {
    await start();
    // As root on Linux the command line names no folder, and the other way serves.
    expect(serversByPidFile(cluster())).toHaveLength(process.getuid?.() === 0 ? 0 : 1);
  });

  it('clears away a data folder that a killed first start left half made', async () => {
    const half = join(folder, 'postgres', 'cluster.new-left');
    writeFileSync(half, '');
    rmSync(cluster(), { recursive: true });
    await start();
    expect(() => statSync(half)).toThrow();
  });
});
