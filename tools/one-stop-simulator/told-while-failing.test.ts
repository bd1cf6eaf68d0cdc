/** What a signed-in citizen hears of his own case while the one-stop system is slow, down or lying: the whole assistant over the wire. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  type Assistant,
  connectSource,
  createAssistant,
  createDossierDesk,
  loadSpeech,
  pipeline,
  pullChanges,
  textOf,
} from '../../bot/index.ts';
import { personKeyOf } from '../../bot/store/index.ts';
import { openTestStore, type TestStore } from '../../bot/store/test-store.ts';
import { openTestBot } from '../../bot/test-bot.ts';
import { openRemoteSource } from '../../knowledge/dossiers/remote/index.ts';
import type { Fault } from './fault.ts';
import { type Simulator, startSimulator } from './start-simulator.ts';

const start = Date.parse('2026-11-19T03:00:00Z');
const minute = 60_000;

jest.setTimeout(60_000);

describe('a citizen who asks about his case', () => {
  let test: TestStore;
  let simulator: Simulator;
  let assistant: Assistant;
  let now = start;
  let pull: () => Promise<unknown>;
  let asked = 0;
  const log: string[] = [];

  beforeAll(async () => {
    test = await openTestStore();
    simulator = await startSimulator({
      count: 300,
      start: new Date(start),
      now: () => new Date(now),
      tokenSeconds: 1e9,
    });
    const source = openRemoteSource({
      ...simulator.settings,
      name: 'tinh',
      limits: { requestMs: 30_000, overallMs: 60_000, firstWaitMs: 1, restMs: 0, refusalMs: 0 },
    });
    const keep = (dossiers: readonly unknown[]) =>
      test.store.dossiers.keep(dossiers, { source: 'tinh', now: new Date(now) });
    const connected = connectSource({
      source,
      keep,
      cursors: test.store.sourceCursors,
      refreshLimitMs: 1_000,
      now: () => new Date(now),
      onError: (error) => log.push(String(error)),
    });
    const { tools } = await openTestBot();
    const dossiers = createDossierDesk({ database: test.store.database, refresh: connected.refresh });
    assistant = createAssistant({ store: test.store, speak: loadSpeech(), steps: pipeline({ ...tools, dossiers }) });
    const lease = (await test.store.sourceCursors.take('tinh', 3_600_000))!;
    pull = () => pullChanges({ source, keep, ...lease }, { signal: AbortSignal.timeout(60_000) });
    await pull();
  }, 120_000);
  beforeEach(() => {
    simulator.faults.clear();
    now += 5 * minute; // past what is remembered of the last word
  });
  afterAll(async () => {
    await simulator?.close();
    await test?.close();
  });

  /** One of the people with a single case, which is in process and goes on later. */
  const someone = () => {
    const all = simulator.office.all();
    const idOf = (index: number) => all[index]!.applicant!.identityNumber!;
    const mine = all.filter(
      ({ status, filedBy }, index) =>
        status === 'in-process' && !filedBy && all.filter((_, other) => idOf(other) === idOf(index)).length === 1,
    );
    return {
      code: mine[0]!.code,
      name: mine[0]!.applicant!.name!,
      identityNumber: mine[0]!.applicant!.identityNumber!,
    };
  };
  const hear = async (identityNumber: string, text: string) => {
    const personKey = personKeyOf(Buffer.alloc(32, 7), identityNumber);
    const session = { personKey, tokenHash: randomBytes(32), nameMasked: 'V. T. M.', idToken: null, from: null };
    const { id: sessionId } = await test.store.openSession(session);
    asked += 1;
    const reply = await assistant.handle({
      id: `m${asked}`,
      conversationId: `talk ${asked}`,
      channel: 'web',
      locale: 'vi',
      text,
      at: new Date(now),
      signedInAs: null,
      sessionId,
      ownedByOfficer: false,
    });
    return { status: reply.answer.status, text: textOf(reply.answer) };
  };

  it('hears how it stands now, with when that was, and no word of trouble', async () => {
    const { identityNumber, code } = someone();
    const { status, text } = await hear(identityNumber, 'hồ sơ của tôi tới đâu rồi?');
    expect(status).toBe('dossier');
    expect(text).toContain(code);
    expect(text).toMatch(/cập nhật (lúc|ngày)/i);
    expect(text).not.toMatch(/không trả lời/);
  });

  const kinds: readonly Fault['kind'][] = [
    'silent',
    'slow',
    'broken-off',
    'error',
    'half-written',
    'html',
    'other-dossier',
    'renamed',
    'too-big',
  ];
  it.each(kinds)('hears what is known and that the system does not answer, when that is "%s"', async (kind) => {
    const { identityNumber, code } = someone();
    simulator.faults.add([{ kind, on: 'find', times: 100, ms: 5_000 }]);
    const { status, text } = await hear(identityNumber, 'hồ sơ của tôi tới đâu rồi?');
    expect(status).toBe('dossier');
    expect(text).toContain(code);
    expect(text).toMatch(/không trả lời/);
    expect(text).toMatch(/cập nhật (lúc|ngày) \d+/i);
    // Nobody else's case is told in its place.
    for (const other of simulator.office.all()) if (other.code !== code) expect(text).not.toContain(other.code);
  });

  it('hears the newest state although no round has brought it yet', async () => {
    const { identityNumber, code } = someone();
    const before = await hear(identityNumber, 'hồ sơ của tôi tới đâu rồi?');
    while (simulator.office.find(code)?.status === 'in-process') now += 60 * minute;
    const after = await hear(identityNumber, 'hồ sơ của tôi tới đâu rồi?');
    expect(after.text).not.toBe(before.text);
    expect(after.text).not.toMatch(/không trả lời/);
  });

  it('leaves nothing of a person or a case in the log', () => {
    expect(log.length).toBeGreaterThan(0);
    expect(log.join('\n')).not.toMatch(/010190\d{6}|0900\d{6}|H38|H17/);
  });
});
