/** The product's reader against the simulated system, over HTTP on this machine. */
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openRemoteSource, type RemoteLimits, type RemoteOptions } from '../../knowledge/dossiers/remote/index.ts';
import { importedDossierSchema, SourceError } from '../../knowledge/index.ts';
import type { Fault } from './fault.ts';
import { type Simulator, startSimulator } from './start-simulator.ts';

/** Above what a busy machine needs for a page, below what `slow` waits. */
const hurried: Partial<RemoteLimits> = {
  requestMs: 1_500,
  overallMs: 20_000,
  retries: 1,
  firstWaitMs: 1,
  restMs: 0,
  maxBytes: 4_000_000,
};
jest.setTimeout(60_000);
const patient = AbortSignal.timeout(600_000);
let simulator: Simulator;
/** Requests of the product, by path without the code. */
let asked: string[] = [];

const counting: typeof fetch = (input, init) => {
  asked.push(new URL(String(input)).pathname.replace(/^\/dossiers\/.+/, '/dossiers/{code}'));
  return fetch(input, init);
};
const open = (limits: Partial<RemoteLimits> = {}, options: Partial<RemoteOptions> = {}) =>
  openRemoteSource({ ...simulator.settings, fetch: counting, limits: { ...hurried, ...limits }, ...options });

async function readAll(source = open(), since: string | null = null) {
  const pages = [];
  for await (const page of source.changesSince(since, patient)) pages.push(page);
  return pages;
}
const failure = async (work: Promise<unknown>): Promise<SourceError> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SourceError);
  return error as SourceError;
};
const someCode = () => simulator.office.all()[7]!.code;
const find = (source = open(), code = someCode()) => source.find(code, patient);

beforeAll(async () => {
  simulator = await startSimulator({
    start: new Date('2026-11-20T03:00:00Z'),
    now: () => new Date('2026-11-20T03:00:00Z'),
  });
}, 60_000);
afterAll(() => simulator.close());
afterEach(() => {
  simulator.faults.clear();
  asked = [];
});

describe('a one-stop system over the wire', () => {
  it('gives all 2,000 dossiers in pages, oldest change first, each once', async () => {
    const dossiers = (await readAll()).flatMap((page) => page.dossiers) as { code: string; updatedAt: string }[];
    expect(dossiers).toHaveLength(2_000);
    expect(new Set(dossiers.map(({ code }) => code)).size).toBe(2_000);
    const moments = dossiers.map(({ updatedAt }) => Date.parse(updatedAt));
    expect(moments).toEqual([...moments].sort((one, other) => one - other));
  });

  it('goes on from a cursor and finds nothing new where nothing changed', async () => {
    const cursor = (await readAll()).at(-1)!.cursor;
    expect(await readAll(open(), cursor)).toEqual([{ dossiers: [], cursor }]);
  });

  it('sends dossiers in the form that the product reads whole, with all ten statuses', () => {
    const dossiers = simulator.office.all().map((dossier) => importedDossierSchema.parse(dossier));
    expect(new Set(dossiers.map(({ status }) => status)).size).toBe(10);
    for (const [index, dossier] of dossiers.entries()) expect(dossier).toMatchObject(simulator.office.all()[index]!);
  });

  it('finds one dossier, and null for a code that it does not have', async () => {
    expect(await find()).toMatchObject({ code: someCode() });
    expect(await find(open(), '000.00.10.H38-260101-9999')).toBeNull();
  });

  it('asks for no address outside of /dossiers, whatever a code is made of', async () => {
    expect(await find(open(), '..')).toBeNull();
    expect(await find(open(), '../simulator/faults')).toBeNull();
    expect(asked.filter((path) => path !== '/token')).toEqual(['/dossiers/{code}']);
  });

  it('asks for one token, however many ask at once', async () => {
    const source = open();
    await Promise.all(
      simulator.office
        .all()
        .slice(0, 20)
        .map(({ code }) => find(source, code)),
    );
    expect(asked.filter((path) => path === '/token')).toHaveLength(1);
  });

  it('takes a new token once when the old one is no longer good', async () => {
    const source = open();
    simulator.faults.add([{ kind: 'wrong-token', on: 'find' }]);
    expect(await find(source)).toMatchObject({ code: someCode() });
    expect(asked).toEqual(['/token', '/dossiers/{code}', '/token', '/dossiers/{code}']);
    simulator.faults.add([{ kind: 'wrong-token', on: 'find', times: 2 }]);
    expect((await failure(find(source))).code).toBe('refused');
  });

  it('does not keep trying with a client that is refused', async () => {
    const source = open({}, { clientSecret: 'sai' });
    expect((await failure(find(source))).code).toBe('refused');
    expect((await failure(find(source))).code).toBe('refused');
    expect(asked).toEqual(['/token']);
  });
});

describe('a one-stop system that fails', () => {
  const passing: Fault['kind'][] = ['slow', 'silent', 'broken-off', 'error', 'half-written', 'cut', 'html'];
  it.each(passing)('is asked again after "%s", and the answer is the true one', async (kind) => {
    simulator.faults.add([{ kind, on: 'find' }]);
    expect(await find()).toMatchObject({ code: someCode() });
    expect(asked.filter((path) => path !== '/token')).toHaveLength(2);
  });

  const lasting: readonly [Fault['kind'], SourceError['code'], number][] = [
    ['slow', 'slow', 2],
    ['silent', 'slow', 2],
    ['broken-off', 'down', 2],
    ['error', 'down', 2],
    ['half-written', 'garbled', 2],
    ['cut', 'down', 2],
    ['html', 'garbled', 2],
    ['other-dossier', 'garbled', 2],
    ['half-dossiers', 'garbled', 2],
    ['forbidden', 'refused', 1],
    ['redirect', 'refused', 1],
    ['too-big', 'too-big', 1],
    ['cursor-gone', 'cursor-lost', 1],
  ];
  it.each(lasting)('that stays "%s" ends as "%s" after %i requests', async (kind, code, requests) => {
    simulator.faults.add([{ kind, on: 'find', times: 20 }]);
    expect((await failure(find())).code).toBe(code);
    expect(asked.filter((path) => path !== '/token')).toHaveLength(requests);
  });

  it.each([
    'broken-off',
    'error',
    'half-written',
    'cut',
    'html',
    'too-big',
    'forbidden',
    'other-dossier',
    'renamed',
  ] as const)('says nothing of a dossier in its error: "%s"', async (kind) => {
    simulator.faults.add([{ kind, on: 'find', times: 20 }]);
    const error = await failure(find());
    const told = `${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`;
    const { code, applicant } = simulator.office.all()[7]!;
    for (const secret of [code, applicant!.name!, applicant!.identityNumber!, applicant!.phone!])
      expect(told).not.toContain(secret);
    expect(error.cause).toBeUndefined();
  });

  it('is given the time it asks for, and by everybody', async () => {
    const source = open({ retries: 0 });
    simulator.faults.add([{ kind: 'busy', on: 'find', seconds: 40 }]);
    expect(await failure(find(source))).toMatchObject({ code: 'busy', retryAfterMs: 40_000 });
    expect((await failure(find(source, simulator.office.all()[8]!.code))).code).toBe('busy');
    expect(asked.filter((path) => path !== '/token')).toHaveLength(1);
  });

  it('is asked again after a wait that it asks for and that is short', async () => {
    simulator.faults.add([{ kind: 'busy', on: 'find', seconds: 0 }]);
    expect(await find()).toMatchObject({ code: someCode() });
  });

  it('does not hold up one who gives up by himself', async () => {
    simulator.faults.add([{ kind: 'silent', on: 'find' }]);
    const stop = new AbortController();
    const asking = open({ requestMs: 60_000 }).find(someCode(), stop.signal);
    stop.abort(new Error('stopped'));
    await expect(asking).rejects.toThrow('stopped');
  });

  it('is left alone after five failures in a row, and asked by one call when it has rested', async () => {
    const source = open({ retries: 0, restMs: 60_000 });
    simulator.faults.add([{ kind: 'error', on: 'find', times: 5 }]);
    for (let time = 0; time < 5; time++) expect((await failure(find(source))).code).toBe('down');
    asked = [];
    expect((await failure(find(source))).message).toMatch(/left alone for a while/);
    expect(asked).toEqual([]);
    // Pages are another door: they may well be readable.
    expect(await readAll(source)).not.toHaveLength(0);
    const clock = Date.now;
    try {
      Date.now = () => clock() + 61_000;
      expect(await find(source)).toMatchObject({ code: someCode() });
    } finally {
      Date.now = clock;
    }
  });

  it('is not waited for by a sixth asker when five have waited as long as they would', async () => {
    const source = open({ requestMs: 60_000, restMs: 60_000 });
    await find(source);
    simulator.faults.add([{ kind: 'silent', on: 'find', times: 20 }]);
    for (let time = 0; time < 5; time++)
      expect((await failure(source.find(someCode(), AbortSignal.timeout(30)))).code).toBe('slow');
    asked = [];
    expect((await failure(find(source))).code).toBe('down');
    expect(asked).toEqual([]);
  });

  it.each(['stuck-cursor', 'half-written', 'html'] as const)(
    'moves no cursor past a page that is "%s"',
    async (kind) => {
      const seen: string[] = [];
      simulator.faults.add([
        { kind: 'none', on: 'page', times: 2 },
        { kind, on: 'page', times: 20 },
      ]);
      const read = async () => {
        for await (const { cursor } of open().changesSince(null, patient)) seen.push(cursor);
      };
      expect((await failure(read())).code).toBe('garbled');
      expect(seen).toHaveLength(2);
      simulator.faults.clear();
      const rest = (await readAll(open(), seen.at(-1)!)).flatMap((page) => page.dossiers);
      expect(rest).toHaveLength(2_000 - 400);
    },
  );
});
