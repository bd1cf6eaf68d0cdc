import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStore } from '../bot/store/index.ts';
import { openTestDatabase, type TestDatabase } from '../bot/store/test-database.ts';

const minutes = 60_000;
const secretKey = Buffer.alloc(32, 7);
const root = join(import.meta.dirname, '..');
let folder: string;
let database: TestDatabase;

const command = (words: readonly string[], env: Readonly<Record<string, string>>) =>
  promisify(execFile)(process.execPath, ['main.ts', ...words], {
    cwd: root,
    env: { ...process.env, BACKUP_PASSPHRASE_FILE: join(folder, 'passphrase'), ...env },
  });
const own = (name: string) => ({
  DATA_FOLDER: join(folder, name),
  LOCAL_FOLDER: join(folder, name, 'local'),
  UNIT_FILE: join(folder, name, 'unit.yaml'),
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hoi-mot-cua-drill-'));
  database = await openTestDatabase();
  writeFileSync(join(folder, 'passphrase'), 'bốn chữ khó đoán\n', { mode: 0o600 });
}, minutes);

afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
}, minutes);

async function askedIn(options: {
  readonly dataFolder: string;
  readonly databaseUrl?: string;
  readonly ownerUrl?: string;
}) {
  const store = await openStore({ ...options, secretKey });
  try {
    const talk = await store.findConversation({ channel: 'web', externalId: 'drill' });
    return (
      talk &&
      (await store.database.withCitizen(talk.citizenId, (handle) =>
        handle.selectFrom('turn').select(['asked_masked', 'seq']).execute(),
      ))
    );
  } finally {
    await store.close();
  }
}

describe('the drill', () => {
  it(
    'goes from the program’s own store to a server elsewhere and back, by the two commands',
    async () => {
      const from = join(folder, 'one');
      const store = await openStore({ dataFolder: from, secretKey });
      const talk = await store.openConversation({ channel: 'web', externalId: 'drill', locale: 'vi' });
      const turn = { conversationId: talk.id, citizenId: talk.citizenId, messageId: 'm1', at: new Date() };
      await store.receive({ ...turn, askedMasked: 'lệ phí khai sinh?', slots: {} });
      writeFileSync(join(from, 'secret.key'), secretKey.toString('base64'), { mode: 0o600 });
      // While the program runs on it.
      await command(['backup', join(folder, 'one.age')], own('one'));
      await store.close();
      const asked = await askedIn({ dataFolder: from });
      expect(asked).toHaveLength(1);

      const { databaseUrl, ownerUrl } = database;
      const elsewhere = { ...own('two'), DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl };
      const { stderr } = await command(['restore', join(folder, 'one.age')], elsewhere);
      expect(stderr).toMatch(/Restored what was kept on \d{4}-/);
      expect(await askedIn({ dataFolder: '', databaseUrl, ownerUrl })).toEqual(asked);
      expect(readFileSync(join(folder, 'two', 'secret.key'), 'utf8')).toBe(secretKey.toString('base64'));

      await command(['backup', join(folder, 'two.age')], elsewhere);
      await command(['restore', join(folder, 'two.age')], own('three'));
      expect(await askedIn({ dataFolder: join(folder, 'three') })).toEqual(asked);
      await expect(command(['restore', join(folder, 'two.age')], own('three'))).rejects.toMatchObject({
        stderr: expect.stringContaining('--replace'),
      });
    },
    5 * minutes,
  );
});
