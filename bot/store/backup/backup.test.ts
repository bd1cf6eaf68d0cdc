import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addAudit } from '../audit.ts';
import { openStore } from '../open-store.ts';
import { openTestDatabase, type TestDatabase } from '../test-database.ts';
import { openTestStore, type TestStore } from '../test-store.ts';
import { backUp, type Installation, restore } from './index.ts';

/** What COPY has to write in another way, and what ends a part when it stands alone. */
const hardWords = ['lệ phí\tkhai sinh?', 'hai\ndòng', '\\.', '\\N', 'C:\\giấy tờ', '👵🏽 Đỗ Thị Ổn', '', '{"a":"b"}'];
/** Each of the words, and the kiosk that was added. */
const audited = hardWords.length + 1;
const key = { passphrase: 'bốn chữ khó đoán' };
const slow = 60_000;

let folder: string;
let kept: TestStore;
const opened: TestDatabase[] = [];

const installationAt = (name: string, { ownerUrl }: TestDatabase): Installation => ({
  dataFolder: join(folder, name),
  ownerUrl,
  places: {
    'secret.key': join(folder, name, 'secret.key'),
    documents: join(folder, name, 'documents'),
    editorial: join(folder, name, 'editorial'),
  },
});

async function emptyInstallation(
  name: string,
): Promise<{ readonly database: TestDatabase; readonly to: Installation }> {
  const database = await openTestDatabase();
  opened.push(database);
  return { database, to: installationAt(name, database) };
}

/** Each table as one hash over its rows, and how many there are. */
async function tablesIn(database: TestDatabase): Promise<Record<string, unknown>> {
  const tables = await database.query(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%' order by 1`,
  );
  const found: Record<string, unknown> = {};
  for (const { name } of tables) {
    const [row] = await database.query(
      `select count(*)::int as rows, md5(string_agg(t::text, ' ' order by t::text)) as hash from "${name}" t`,
    );
    found[String(name)] = row;
  }
  return found;
}

/** Calls, visits, lists and a model's drafts: every kind of value that their tables hold. */
async function fillDoors({ store, database }: TestStore): Promise<void> {
  const at = new Date('2026-11-23T02:00:00Z');
  const talk = await store.openConversation({ channel: 'hotline', externalId: 'jambonz:c1', locale: 'vi' });
  const call = { conversationId: talk.id, citizenId: talk.citizenId, turn: 0, now: at, leaseMs: 6_500 };
  const begun = await store.calls.begin(call);
  if (begun.kind === 'begun') await store.calls.finish(begun.claim, { last: hardWords }, at);
  const device = { name: 'Sảnh\tlớn', unit: null, keyHash: Buffer.from([0, 92, 255]), by: 'test' };
  await store.kiosks.beginVisit({ deviceId: await store.kiosks.addDevice(device), thread: 'visit-1' });
  const list = { code: 'K7M-2QX4', digits: '48210937', procedure: '1.001193', unit: null, locale: 'vi' } as const;
  await store.checklists.keep({ ...list, madeAt: at, until: new Date(at.getTime() + 1) });
  const person = { kind: 'citizen', id: talk.citizenId } as const;
  const said = { at, person, purpose: 'word', model: 'm' } as const;
  const cost = { tokensIn: 1, tokensOut: 2, ms: 3, cost: 0.1, request: '\\.', reply: 'a\tb' };
  await store.model.keepCall({ ...said, outcome: 'answered', ...cost });
  const caught = [{ rule: 'claim', sentence: 0, because: '\\N' }] as const;
  await store.model.keepCaught({ ...said, draft: hardWords.join('\n'), caught, codes: ['1.001193', 'a,"b'] });
  await store.model.reserve({ person, tokens: 5, at }, { all: 100, person: 100 });
  const filled = [
    'phone_call',
    'kiosk_device',
    'kiosk_visit',
    'checklist',
    'model_call',
    'model_caught',
    'model_spend',
  ];
  for (const table of filled) expect(await database.query(`select 1 from ${table}`)).not.toEqual([]);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hoi-mot-cua-backup-'));
  kept = await openTestStore();
  for (const [index, words] of hardWords.entries()) {
    const talk = await kept.store.openConversation({ channel: 'web', externalId: `thread-${index}`, locale: 'vi' });
    const owner = { conversationId: talk.id, citizenId: talk.citizenId };
    const slots = { '⟦số 1⟧': '010190000011' };
    await kept.store.receive({ ...owner, messageId: 'm1', askedMasked: words, slots, at: new Date() });
    await kept.store.database.withJob('audit', async () => {});
    await kept.store.database.withCitizen(talk.citizenId, (handle) =>
      addAudit(handle, { actor: 'bot', action: 'test', object: talk.id, detail: { words } }),
    );
  }
  await fillDoors(kept);
  mkdirSync(join(folder, 'from', 'documents', '0001'), { recursive: true });
  writeFileSync(join(folder, 'from', 'secret.key'), 'khóa', { mode: 0o600 });
  writeFileSync(join(folder, 'from', 'documents', '0001', 'ảnh.bin'), Buffer.alloc(200_001, 7));
}, slow);

afterAll(async () => {
  for (const database of opened) await database.drop();
  await kept.database.query('drop role if exists half_sighted');
  await kept.close();
  rmSync(folder, { recursive: true, force: true });
}, slow);

const backup = () => join(folder, 'backup.age');

describe('a backup', () => {
  it(
    'brings every row, key and file to another server, and nothing of it can be read in the file',
    async () => {
      await backUp(installationAt('from', kept.database), backup(), key);
      expect(readFileSync(backup()).includes(Buffer.from('khai sinh'))).toBe(false);
      const { database, to } = await emptyInstallation('to');
      const report = await restore(to, backup(), { key });
      expect(await tablesIn(database)).toEqual(await tablesIn(kept.database));
      expect(report).toMatchObject({ counts: { turn: hardWords.length }, files: 2, audit: { row: audited } });
      expect(readFileSync(join(folder, 'to', 'secret.key'), 'utf8')).toBe('khóa');
      expect(readFileSync(join(folder, 'to', 'documents', '0001', 'ảnh.bin')).equals(Buffer.alloc(200_001, 7))).toBe(
        true,
      );
    },
    slow,
  );

  it(
    'is a store that opens: policies, audit chain and sealed numbers hold',
    async () => {
      const database = opened[0]!;
      const store = await openStore({ ...database, dataFolder: '', secretKey: Buffer.alloc(32, 7) });
      try {
        expect(await store.verifyAudit()).toMatchObject({ rows: audited, brokenAt: null });
        expect(await store.database.outer.selectFrom('turn').select('id').execute()).toEqual([]);
        const talk = await store.openConversation({ channel: 'web', externalId: 'thread-0', locale: 'vi' });
        const again = { conversationId: talk.id, citizenId: talk.citizenId, messageId: 'm1' };
        expect(await store.receive({ ...again, askedMasked: 'x', slots: {}, at: new Date() })).toMatchObject({
          repeated: true,
        });
        await store.database.withCitizen(talk.citizenId, (handle) =>
          addAudit(handle, { actor: 'bot', action: 'goes-on', object: talk.id }),
        );
        expect(await store.verifyAudit()).toMatchObject({ rows: audited + 1, brokenAt: null });
      } finally {
        await store.close();
      }
    },
    slow,
  );

  it(
    'goes into no store that is there, unless that is to be thrown away',
    async () => {
      const { database, to } = await emptyInstallation('used');
      await restore(to, backup(), { key });
      await database.query('delete from feedback');
      await expect(restore(to, backup(), { key })).rejects.toMatchObject({ code: 'not-empty' });
      await restore(to, backup(), { key, replace: true });
      expect(await tablesIn(database)).toEqual(await tablesIn(kept.database));
    },
    slow,
  );

  it.each([
    ['another key', { passphrase: 'đoán mò' }, 'wrong-key', () => {}],
    ['its end cut off', key, 'bad-backup', (file: string) => truncateSync(file, readFileSync(file).length - 40)],
    ['one bit changed', key, 'bad-backup', changeOneBit],
  ] as const)(
    'with %s changes nothing',
    async (_case, tried, code, harm) => {
      const file = join(folder, 'harmed.age');
      copyFileSync(backup(), file);
      harm(file);
      const { database, to } = await emptyInstallation(`harmed-${code}-${harm.name}`);
      await expect(restore(to, file, { key: tried })).rejects.toMatchObject({ code });
      expect(await tablesIn(database)).toEqual({});
      expect(existsSync(to.dataFolder)).toBe(false);
    },
    slow,
  );

  it(
    'is not made of a broken audit log',
    async () => {
      const { database, to } = await emptyInstallation('forged');
      await restore(to, backup(), { key });
      await database.query('alter table audit disable trigger user');
      await database.query(`update audit set action = 'forged' where seq = 3`);
      await expect(backUp(to, join(folder, 'forged.age'), key)).rejects.toThrow('broken at row 3');
      expect(existsSync(join(folder, 'forged.age'))).toBe(false);
    },
    slow,
  );

  it(
    'is refused where the login would see a part of the rows only',
    async () => {
      const { database, to } = await emptyInstallation('hidden');
      await restore(to, backup(), { key });
      await database.query(`create role half_sighted login password 'x' noinherit`).catch(() => {});
      await database.query('grant app_rt to half_sighted');
      await database.query('grant usage on schema public to half_sighted');
      await database.query('grant select on all tables in schema public to half_sighted');
      const url = new URL(database.ownerUrl);
      url.username = 'half_sighted';
      url.password = 'x';
      await expect(backUp({ ...to, ownerUrl: url.href }, join(folder, 'half.age'), key)).rejects.toMatchObject({
        code: 'not-all-rows',
        message: expect.stringContaining('bypassrls'),
      });
    },
    slow,
  );
});

function changeOneBit(file: string): void {
  const bytes = readFileSync(file);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
