import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { openPool } from './database.ts';
import { runtimeRole } from './roles.ts';
import { openTestDatabase, type TestDatabase } from './test-database.ts';

describe('a connection that is in use', () => {
  let database: TestDatabase;
  let line: Server;
  let pool: pg.Pool;
  const open = new Set<Socket>();
  let isSilent = false;

  beforeAll(async () => {
    database = await openTestDatabase();
    const there = new URL(database.databaseUrl);
    line = createServer((from) => {
      const to = connect(Number(there.port), there.hostname);
      open.add(from);
      from.on('error', () => to.destroy()).on('close', () => to.destroy());
      to.on('error', () => from.destroy());
      from.on('data', (bytes) => isSilent || to.write(bytes));
      to.on('data', (bytes) => isSilent || from.write(bytes));
    });
    await new Promise<void>((resolve) => void line.listen(0, '127.0.0.1', resolve));
    const { port } = line.address() as { port: number };
    const address = database.databaseUrl.replace(`:${there.port}/`, `:${port}/`);
    pool = openPool(address, () => {}, { connections: 1, role: runtimeRole, silenceMs: 300 });
  }, 60_000);
  afterAll(async () => {
    isSilent = false;
    for (const socket of open) socket.destroy();
    await pool?.end();
    await new Promise((resolve) => void line?.close(resolve));
    await database?.drop();
  }, 60_000);

  it('rejects its statement when it is reset, and neither ends the program nor stays in the pool', async () => {
    const client = await pool.connect();
    const under = client.query('select pg_sleep(5)');
    for (const socket of open) socket.resetAndDestroy();
    await expect(under).rejects.toThrow();
    // Nobody waits for this one: its error belongs to the connection alone.
    client.emit('error', new Error('write ECONNRESET'));
    client.release();
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('is ended when the server is silent for longer than a statement may take', async () => {
    await pool.query('select 1');
    isSilent = true;
    await expect(pool.query('select 1')).rejects.toThrow(/silent|terminated/);
    isSilent = false;
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });
});
