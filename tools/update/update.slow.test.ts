/** Real releases of this tree, a real store: updates that serve, that do not, and one that is killed in the middle. */
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrations } from '../../bot/store/migrations/index.ts';
import { freePort } from '../../bot/store/server/free-port.ts';
import { openTalk, repliesIn, type Talk } from '../../deploy/topology/talk-over-the-wire.ts';
import { listReleaseFiles } from '../bundle/list-release-files.ts';
import { writeBundle } from '../bundle/write-bundle.ts';
import { currentRelease } from './installation.ts';
import { readJournal } from './update-journal.ts';

const minutes = 60_000;
const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'hoi-mot-cua-real-update-'));
const home = join(folder, 'opt');
const settingsFile = join(folder, 'settings.env');
const pidFile = join(folder, 'pid');
let base = '';
let talk: Talk;

/** As a service manager would: in the background, by the release that is current. */
const start = `cd ${home}/current && nohup ${process.execPath} --env-file=${settingsFile} main.ts >>${folder}/log 2>&1 </dev/null & echo $! >${pidFile}`;
const stop = `test -f ${pidFile} || exit 0; p=$(cat ${pidFile}); kill $p 2>/dev/null; while s=$(ps -o stat= -p $p) && [ "\${s#Z}" = "$s" ]; do sleep 0.1; done; exit 0`;
const words = ['--home', home, '--settings', settingsFile, '--stop', stop, '--start', start, '--patience', '240'];
const { NODE_OPTIONS: _options, ...env } = process.env;
const cli = join(root, 'tools/update/cli.ts');
const update = (...more: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...more, ...words], { env, encoding: 'utf8' });
  return { status, said: stdout + stderr };
};

interface Variation {
  readonly commit: string;
  /** Over files of this tree. */
  readonly change: Readonly<Record<string, (text: string) => string>>;
  readonly migrations?: readonly string[];
}

/** Without modules: those of this checkout are found above the releases. */
async function bundleOf({ commit, change, migrations: more = [] }: Variation): Promise<string> {
  const { files, links } = listReleaseFiles(root, { modules: false });
  const tree = join(folder, `tree-${commit}`);
  const changed = [...new Set(Object.keys(change).map((path) => path.split('/')[0] ?? path))];
  mkdirSync(tree);
  for (const top of new Set(files.map((path) => path.split('/')[0] ?? path)))
    if (changed.includes(top)) cpSync(join(root, top), join(tree, top), { recursive: true });
    else symlinkSync(join(root, top), join(tree, top));
  for (const [path, edit] of Object.entries(change))
    writeFileSync(join(tree, path), edited(readFileSync(join(root, path), 'utf8'), edit));
  const file = join(folder, `${commit}.tar.gz`);
  const facts = {
    ...{ version: '9.0.0', commit, committedAt: '2026-11-22T08:00:00+07:00' },
    ...{ platform: `${process.platform}-${process.arch}`, node: process.versions.node },
    migrations: [...Object.keys(migrations), ...more],
  };
  await writeBundle(file, { root: tree, files, links, facts, key: null });
  return file;
}

/** @throws where there was nothing to change: what is to be broken lies elsewhere now. */
function edited(text: string, edit: (text: string) => string): string {
  const after = edit(text);
  if (after === text && edit !== asItIs) throw new Error('Nothing was changed. Look where the line has gone.');
  return after;
}

const asItIs = (text: string) => text;
const untouched = { 'main.ts': asItIs };
/** A change to the store that no older release knows, and a program that ends after it was made. */
const breaksAfterMigrating = {
  'bot/store/migrations/index.ts': (text: string) =>
    `${text}\n(migrations as Record<string, unknown>)['900-of-a-test'] = { up: async (db: { schema: { createTable(name: string): { addColumn(name: string, type: string): { execute(): Promise<void> } } } }) => db.schema.createTable('of_a_test').addColumn('id', 'integer').execute() };\n`,
  'serve/open-running.ts': (text: string) =>
    text.replace(
      '  let live: LiveParts | null = null;',
      "  throw new Error('broken after its store was opened');\n  let live: LiveParts | null = null;",
    ),
};

beforeAll(async () => {
  const port = await freePort();
  base = `http://127.0.0.1:${port}`;
  mkdirSync(join(home, 'releases'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
  const settings = {
    ...{ PORT: port, HOST: '127.0.0.1', LOG_LEVEL: 'warn', DATA_FOLDER: join(folder, 'data') },
    ...{ UNIT_FILE: join(folder, 'unit.yaml'), LOCAL_FOLDER: join(folder, 'local') },
  };
  writeFileSync(
    settingsFile,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
  const first = await bundleOf({ commit: 'a'.repeat(10), change: untouched });
  expect(update('--place', first).status).toBe(0);
  spawnSync('sh', ['-c', start]);
  for (const until = Date.now() + 5 * minutes; Date.now() < until; await sleep(200))
    if (
      await fetch(`${base}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
  talk = await openTalk(base);
  const id = await talk.say('đăng ký khai sinh cần giấy tờ gì');
  await talk.shownUntil((shown) => repliesIn(shown).some(({ to }) => to === id));
}, 10 * minutes);

afterAll(() => {
  spawnSync('sh', ['-c', stop]);
  rmSync(folder, { recursive: true, force: true });
}, 10 * minutes);

/** What was said before every update is there, and the talk goes on. */
async function expectTalkGoesOn(): Promise<void> {
  const before = (await talk.shown()).length;
  expect(before).toBeGreaterThan(1);
  const id = await talk.say('thế lệ phí bao nhiêu');
  const shown = await talk.shownUntil((all) => repliesIn(all).some(({ to }) => to === id));
  expect(repliesIn(shown).find(({ to }) => to === id)?.text).toMatch(/khai sinh/i);
}

it(
  'goes forward to a release that serves, with every talk still there',
  async () => {
    const { status, said } = update(await bundleOf({ commit: 'b'.repeat(10), change: untouched }));
    expect([status, said]).toEqual([0, expect.stringContaining('9.0.0-bbbbbbbbbb serves')]);
    expect(currentRelease(home)).toBe('9.0.0-bbbbbbbbbb');
    await expectTalkGoesOn();
  },
  10 * minutes,
);

it(
  'goes back from one that changes the store and then breaks: the store is as it was',
  async () => {
    const change = breaksAfterMigrating;
    const file = await bundleOf({ commit: 'c'.repeat(10), change, migrations: ['900-of-a-test'] });
    const { status, said } = update(file);
    expect([status, said]).toEqual([1, expect.stringContaining('The store is as it was before the update')]);
    expect(currentRelease(home)).toBe('9.0.0-bbbbbbbbbb');
    expect(readdirSync(join(home, 'releases')).sort()).toEqual(['9.0.0-aaaaaaaaaa', '9.0.0-bbbbbbbbbb']);
    await expectTalkGoesOn();
  },
  10 * minutes,
);

it(
  'is put right before the service starts when it was killed while the new release had the store',
  async () => {
    const file = join(folder, `${'c'.repeat(10)}.tar.gz`);
    const child = spawn(process.execPath, [cli, file, ...words], { env, stdio: 'ignore', detached: true });
    const gone = new Promise((resolve) => child.once('exit', resolve));
    for (const until = Date.now() + 5 * minutes; Date.now() < until; await sleep(50))
      if (readJournal(home)?.step === 'trying') break;
    // The power goes: the update and whatever it had started end at once.
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await gone;
    expect(readJournal(home)).not.toBeNull();
    expect(update('--resume', '--before-start').status).toBe(0);
    expect(existsSync(join(home, 'update.json'))).toBe(false);
    expect(currentRelease(home)).toBe('9.0.0-bbbbbbbbbb');
    spawnSync('sh', ['-c', start]);
    await expectTalkGoesOn();
  },
  10 * minutes,
);
