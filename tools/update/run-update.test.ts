import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReleaseManifest } from '../bundle/release-manifest.ts';
import { currentRelease, type Installation, makeCurrent } from './installation.ts';
import { resumeUpdate, runUpdate, type UpdateParts } from './run-update.ts';
import { UpdateError } from './update-error.ts';
import { readJournal } from './update-journal.ts';

const oldName = '1.0.0-aaaaaaaaaa';
const newName = '1.1.0-bbbbbbbbbb';
const manifest = (version: string, commit: string, migrations: readonly string[]): ReleaseManifest => ({
  ...{ format: 1, name: 'hoi-mot-cua', version, commit, committedAt: '2026-11-22T08:00:00+07:00' },
  ...{ platform: 'linux-x64', node: '24.21.0', migrations: [...migrations], bytes: 1, executables: [], links: {} },
});
const oldManifest = manifest('1.0.0', 'a'.repeat(10), ['001']);

/** A machine made of paper: which release runs, what the store has become, what citizens said. */
interface World {
  running: string | null;
  schema: readonly string[];
  talks: readonly string[];
  copies: Map<string, Pick<World, 'schema' | 'talks'>>;
}

let home: string;
let installation: Installation;
let world: World;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hoi-mot-cua-update-'));
  installation = { home, settings: {}, dataFolder: join(home, 'data') };
  for (const folder of [join(home, 'releases', oldName), installation.dataFolder])
    mkdirSync(folder, { recursive: true });
  writeFileSync(join(home, 'releases', oldName, 'manifest.json'), JSON.stringify(oldManifest));
  makeCurrent(home, oldName);
  world = { running: oldName, schema: ['001'], talks: ['lệ phí khai sinh?'], copies: new Map() };
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

interface Story {
  readonly migrations?: readonly string[];
  /** Where the new release does not serve. */
  readonly fails?: 'on trial' | 'in place';
  /** The power goes before this call of the machine, counted from 1. */
  readonly cutBefore?: number;
}

const migrationsOf = (name: string, { migrations = ['001'] }: Story) => (name === newName ? migrations : ['001']);

function machine(story: Story) {
  let calls = 0;
  const said: string[] = [];
  let cut = () => {};
  const dark = new Promise<'dark'>((resolve) => {
    cut = () => resolve('dark');
  });
  /** When it is gone nothing goes on: neither the call nor whoever made it. */
  const power = async (): Promise<void> => {
    calls += 1;
    if (calls < (story.cutBefore ?? Number.POSITIVE_INFINITY)) return;
    cut();
    await new Promise(() => {});
  };
  /** Starting a release brings the store to its schema, or refuses one that it does not know. */
  const boot = (name: string) => {
    const known = migrationsOf(name, story);
    if (world.schema.some((migration) => !known.includes(migration)))
      throw new UpdateError('does-not-serve', 'written by another version');
    world.schema = known;
  };
  const parts: UpdateParts = {
    ...{ installation, base: '', patienceMs: 1, say: (text) => void said.push(text) },
    now: () => new Date('2026-11-22T08:00:00Z'),
    waitUntilSilent: async () => {
      await power();
      if (world.running) throw new UpdateError('command-failed', 'still answers');
    },
    checkServing: async () => {
      await power();
      if (!world.running) throw new UpdateError('does-not-serve', 'nobody answers');
      if (world.running === newName) {
        world.talks = [...world.talks, 'said to the new one'];
        if (story.fails === 'in place') throw new UpdateError('does-not-serve', 'no answer');
      }
    },
    supervisor: {
      stop: async () => {
        await power();
        world.running = null;
      },
      start: async () => {
        await power();
        const name = currentRelease(home) ?? '';
        boot(name);
        world.running = name;
      },
    },
    runner: {
      keepStore: async (_release, copy) => {
        await power();
        world.copies.set(copy, { schema: world.schema, talks: world.talks });
        writeFileSync(copy, '');
      },
      putStoreBack: async (_release, copy) => {
        if (world.running) throw new Error('The store was put back under a running program');
        Object.assign(world, { schema: [], talks: [] });
        await power();
        Object.assign(world, world.copies.get(copy));
      },
      tryOut: async (release) => {
        boot(release);
        await power();
        if (story.fails === 'on trial') throw new UpdateError('does-not-serve', 'It ended before it was ready.');
      },
    },
    unpack: async (_file, { into, admit }) => {
      const found = manifest('1.1.0', 'b'.repeat(10), migrationsOf(newName, story));
      admit(found);
      writeFileSync(join(into, 'manifest.json'), JSON.stringify(found));
      return found;
    },
  };
  return { parts, said, dark };
}

/** What must hold whatever happened: one release is current, whole, knows the store, and every talk is there. */
function expectSound(story: Story): void {
  const current = currentRelease(home) ?? '';
  expect(existsSync(join(home, 'releases', current, 'manifest.json'))).toBe(true);
  expect(migrationsOf(current, story)).toEqual(expect.arrayContaining([...world.schema]));
  expect(world.talks).toContain('lệ phí khai sinh?');
  expect(readJournal(home)).toBeNull();
}

describe('an update from a file', () => {
  it('puts the new release in place, keeps the old one and a copy of the store', async () => {
    mkdirSync(join(home, 'releases', '0.9.0-cccccccccc'));
    const story = { migrations: ['001', '002'] };
    const { parts, said } = machine(story);
    await expect(runUpdate('x.tar.gz', parts)).resolves.toBe('updated');
    expect(world).toMatchObject({ running: newName, schema: ['001', '002'] });
    expect(readdirSync(join(home, 'releases')).sort()).toEqual([oldName, newName]);
    expect(world.copies.size).toBe(1);
    expect(said.join('\n')).toContain('removed: 0.9.0-cccccccccc');
    expectSound(story);
  });

  it.each(['on trial', 'in place'] as const)('goes back by itself from a release that fails %s', async (fails) => {
    const { parts } = machine({ fails });
    await expect(runUpdate('x.tar.gz', parts)).resolves.toBe('went-back');
    expect(world.running).toBe(oldName);
    expect(existsSync(join(home, 'releases', newName))).toBe(false);
    expectSound({ fails });
  });

  it('puts the store back when the new release had changed it', async () => {
    const story = { fails: 'on trial', migrations: ['001', '002'] } as const;
    const { parts, said } = machine(story);
    await expect(runUpdate('x.tar.gz', parts)).resolves.toBe('went-back');
    expect(world).toMatchObject({ running: oldName, schema: ['001'], talks: ['lệ phí khai sinh?'] });
    expect(said).toContain('The store is as it was before the update.');
  });

  it('keeps beside what citizens had said to the new release before it failed', async () => {
    const story = { fails: 'in place', migrations: ['001', '002'] } as const;
    const { parts } = machine(story);
    await runUpdate('x.tar.gz', parts);
    expect(world.talks).toEqual(['lệ phí khai sinh?']);
    const kept = [...world.copies].find(([file]) => file.endsWith('-served.age'));
    expect(kept?.[1].talks).toContain('said to the new one');
  });

  it('keeps what was said meanwhile in the store when the old release can go on with it', async () => {
    const { parts } = machine({ fails: 'in place' });
    await runUpdate('x.tar.gz', parts);
    expect(world.talks).toContain('said to the new one');
  });

  it('refuses to begin while another one is unfinished, and the release that serves already', async () => {
    await runUntilDark({ cutBefore: 3 });
    await expect(runUpdate('x.tar.gz', machine({}).parts)).rejects.toThrow('--resume');
    await resumeUpdate(machine({}).parts);
    await runUpdate('x.tar.gz', machine({}).parts);
    await expect(runUpdate('x.tar.gz', machine({}).parts)).rejects.toThrow('nothing to do');
  });
});

describe('an update that the power cut broke off', () => {
  const stories: readonly Story[] = [
    {},
    { migrations: ['001', '002'] },
    { fails: 'on trial' },
    { fails: 'on trial', migrations: ['001', '002'] },
    { fails: 'in place' },
    { fails: 'in place', migrations: ['001', '002'] },
  ];
  const cuts = stories.flatMap((story) =>
    Array.from({ length: 11 }, (_, index) => ({ ...story, cutBefore: index + 1 })),
  );

  it.each(cuts)('is sound after --resume: %j', async (story) => {
    const { cutBefore: _, ...rest } = story;
    await runUntilDark(story);
    world.running = null;
    const end = await resumeUpdate(machine(rest).parts);
    if (end) expect(world.running).toBe(currentRelease(home));
    expectSound(rest);
  });

  it.each(cuts)('leaves at boot what the service can start: %j', async (story) => {
    const { cutBefore: _, ...rest } = story;
    await runUntilDark(story);
    world.running = null;
    const { parts } = machine(rest);
    await resumeUpdate(parts, { offline: true });
    expect(world.running).toBeNull();
    await parts.supervisor.start();
    expectSound(rest);
  });
});

const runUntilDark = (story: Story) => {
  const { parts, dark } = machine(story);
  return Promise.race([runUpdate('x.tar.gz', parts), dark]);
};
