/** The simulated system, the reader, the true store and the desk together: what a citizen is shown while the source fails. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { holdLease } from '../../bot/dossiers/hold-lease.ts';
import { pullChanges } from '../../bot/dossiers/pull-changes.ts';
import { createDossierDesk } from '../../bot/dossiers/read-dossiers.ts';
import { type ConnectedSource, connectSource } from '../../bot/index.ts';
import { bindPerson, personKeyOf } from '../../bot/store/index.ts';
import { openTestStore, type TestStore } from '../../bot/store/test-store.ts';
import { openRemoteSource } from '../../knowledge/dossiers/remote/index.ts';
import type { Fault } from './fault.ts';
import { type Simulator, startSimulator } from './start-simulator.ts';

const secretKey = Buffer.alloc(32, 7);
const start = Date.parse('2026-11-19T03:00:00Z');
const hour = 3_600_000;

jest.setTimeout(60_000);

describe('a store that follows a one-stop system', () => {
  let test: TestStore;
  let simulator: Simulator;
  let source: ReturnType<typeof openRemoteSource>;
  let connected: ConnectedSource;
  let now = start;
  let errors: unknown[] = [];
  let notes: Readonly<Record<string, number>>[] = [];

  const connect = () => {
    source = openRemoteSource({
      ...simulator.settings,
      name: 'tinh',
      limits: { requestMs: 30_000, overallMs: 60_000, firstWaitMs: 1, restMs: 0, refusalMs: 0 },
    });
    connected = connectSource({
      source,
      keep: (dossiers, from) => test.store.dossiers.keep(dossiers, { ...from, now: new Date(now) }),
      cursors: test.store.sourceCursors,
      onError: (error) => errors.push(error),
      onNotes: (counts) => notes.push(counts),
      refreshLimitMs: 1_000,
    });
  };
  /** One round, as the background job does it. */
  const pull = () =>
    holdLease({ cursors: test.store.sourceCursors, source: 'tinh' }, ({ readCursor, moveCursor }, signal) =>
      pullChanges(
        {
          source,
          keep: (dossiers) => test.store.dossiers.keep(dossiers, { source: 'tinh', now: new Date(now) }),
          readCursor,
          moveCursor,
        },
        { signal },
      ),
    );
  const rows = () => test.database.query('select code, status, updated_at from dossier order by code');
  const truth = () =>
    simulator.office
      .all()
      .map(({ code, status, updatedAt }) => ({ code, status, updated_at: new Date(updatedAt) }))
      .sort((one, other) => (one.code < other.code ? -1 : 1));

  const statusOf = ({ code, status }: Record<string, unknown>) => [code, status];
  const statuses = async () => (await rows()).map(statusOf);

  /** A citizen who is one of the invented people, and what the desk shows him. */
  const signIn = async (identityNumber: string) => {
    const key = { channel: 'web', externalId: `talk of ${identityNumber}`, locale: 'vi' };
    const { citizenId } = await test.store.openConversation(key);
    const bound = await bindPerson(test.store.database, {
      citizenId,
      personKey: personKeyOf(secretKey, identityNumber),
    });
    const desk = createDossierDesk({
      database: test.store.database,
      refresh: (dossiers) => connected.refresh(dossiers),
    });
    return () => desk.read({ citizenId: bound, rung: 'signed-in' });
  };
  const someone = () => {
    const dossier = simulator.office.all().find(({ status }) => status === 'in-process');
    return { code: dossier!.code, identityNumber: dossier!.applicant!.identityNumber! };
  };

  beforeAll(async () => {
    test = await openTestStore();
    simulator = await startSimulator({
      count: 300,
      start: new Date(start),
      now: () => new Date(now),
      tokenSeconds: 1e9,
    });
  }, 60_000);
  beforeEach(async () => {
    errors = [];
    notes = [];
    connect();
    await pull();
  }, 60_000);
  afterEach(() => simulator.faults.clear());
  afterAll(async () => {
    await simulator?.close();
    await test?.close();
  });

  it('holds every dossier once, as the system has it', async () => {
    expect(await rows()).toEqual(truth());
  });

  it('holds no identity number and no phone number outside of the contacts', async () => {
    const all = JSON.stringify(await test.database.query('select code, unit, details from dossier'));
    expect(all).not.toMatch(/010190\d{6}|0900\d{6}/);
  });

  it('moves with the system, and reads only what changed', async () => {
    now += 30 * hour;
    const pulled = await pull();
    expect(pulled!.dossiers).toBeGreaterThan(0);
    expect(pulled!.dossiers).toBeLessThan(300);
    expect(await rows()).toEqual(truth());
  });

  it('shows a citizen the dossiers that are his, as they are now, before the next round', async () => {
    const { identityNumber } = someone();
    const read = await signIn(identityNumber);
    now += 24 * hour;
    const shown = (await read()).map(({ dossier }) => [dossier.code, dossier.status]);
    const own = simulator.office
      .all()
      .filter(({ applicant, filedBy }) => [applicant, filedBy].some((who) => who?.identityNumber === identityNumber))
      .map(({ code, status }) => [code, status]);
    expect(shown.sort()).toEqual(own.sort());
    expect(errors).toEqual([]);
  });

  const downs: readonly Fault['kind'][] = [
    'silent',
    'broken-off',
    'error',
    'half-written',
    'html',
    'other-dossier',
    'half-dossiers',
    'too-big',
    'forbidden',
  ];
  it.each(downs)('shows what it has, and says that the system does not answer, when that is "%s"', async (kind) => {
    const { code, identityNumber } = someone();
    const read = await signIn(identityNumber);
    const before = (await rows()).find((row) => row.code === code);
    now += hour; // past what is remembered of the last word
    simulator.faults.add([{ kind, on: 'find', times: 100 }]);
    const shown = (await read()).find(({ dossier }) => dossier.code === code)!;
    expect(shown).toMatchObject({ sourceDown: true, dossier: { status: before!.status } });
    expect(errors.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors.map(String))).not.toContain(code);
    expect((await rows()).map((row) => row.code)).toEqual(truth().map((row) => row.code));
  });

  it('does not go back to an older state that the system tells', async () => {
    const { code, identityNumber } = someone();
    const read = await signIn(identityNumber);
    simulator.faults.add([{ kind: 'backwards', on: 'find', times: 100 }]);
    const shown = (await read()).find(({ dossier }) => dossier.code === code)!;
    expect(shown.dossier.status).toBe('in-process');
  });

  it('takes the newer of two states in one page, keeps no row without a code, and says so', async () => {
    now += 48 * hour;
    simulator.faults.add([{ kind: 'duplicates', on: 'page' }]);
    await pull();
    expect(await statuses()).toEqual(truth().map(statusOf));
    now += 48 * hour;
    simulator.faults.add([{ kind: 'half-dossiers', on: 'page' }]);
    const following = connected.follow();
    while (following.health().read === 0 && following.health().failuresInARow === 0)
      await new Promise((resolve) => setImmediate(resolve));
    await following.stop();
    expect(await statuses()).toEqual(truth().map(statusOf));
    expect(notes).toContainEqual({ unreadable: 4 });
  });

  it('does not move past a page in other words, and catches up when the words are right again', async () => {
    now += 48 * hour;
    simulator.faults.add([{ kind: 'renamed', on: 'page', times: 100 }]);
    const known = await rows();
    await expect(pull()).rejects.toMatchObject({ code: 'garbled' });
    expect(await rows()).toEqual(known);
    simulator.faults.clear();
    await pull();
    expect(await statuses()).toEqual(truth().map(statusOf));
  });

  it('is read by one of two copies of the program at a time', async () => {
    now += 48 * hour;
    const [one, other] = await Promise.all([pull(), pull()]);
    expect([one, other].filter((pulled) => pulled === null)).toHaveLength(1);
  });

  it('does not let a clock that is a year ahead shut out the true changes after it', async () => {
    const { identityNumber } = someone();
    const read = await signIn(identityNumber);
    now += hour;
    simulator.faults.add([{ kind: 'future', on: 'find', times: 100 }]);
    await read();
    expect(notes).toContainEqual({ 'clock-ahead': expect.any(Number) });
    simulator.faults.clear();
    now += 20 * 24 * hour;
    await pull();
    expect(await statuses()).toEqual(truth().map(statusOf));
  });
});
