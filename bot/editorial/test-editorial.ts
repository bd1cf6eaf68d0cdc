/** The editors' desks on a real store and the real engine, for suites. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Addition, checkAddition, loadKnowledge, withAdditions } from '../../knowledge/index.ts';
import { documentsOf, openSearchEngine } from '../../retrieval/index.ts';
import { factsOf, openLibrary } from '../library.ts';
import { emptyMemory } from '../memory.ts';
import { pipeline } from '../pipeline.ts';
import { runTurn, startTurn } from '../run-turn.ts';
import type { StaffMember, StaffRole } from '../staff/staff.ts';
import { openTestStore, type TestStore } from '../store/test-store.ts';
import { openTestBot, plainMessage } from '../test-bot.ts';
import { loadSpeech } from '../texts/speech.ts';
import { createEditorialDesk, type EditorialDesk } from './editorial-desk.ts';
import { judgeAddition, type Verdict } from './judge-addition.ts';
import { createPracticeDesk, type PracticeDesk } from './practice/practice-desk.ts';
import { loadNeverGood, loadScenarios } from './practice/scenario.ts';
import type { ImportedRecords } from './propose-draft.ts';
import { publishApproved } from './publish-approved.ts';
import { createSampleDesk, type SampleDesk } from './samples/sample-desk.ts';
import { createTryer } from './try-once.ts';

const project = join(import.meta.dirname, '../..');

export const staffOf = (role: StaffRole, name = role as string, id = randomUUID()): StaffMember => ({
  id,
  name,
  role,
  unit: '02683',
  skills: [],
  desk: null,
});

/** One message of a citizen and what came of it. */
export interface Asked {
  readonly text: string;
  readonly status: string;
  readonly channel?: string;
  readonly at?: Date;
  readonly slots?: Readonly<Record<string, string>>;
  readonly handOffReason?: string;
  readonly codes?: readonly string[];
  /** The same name is the same citizen and talk. */
  readonly by?: string;
}

export interface TestEditorial {
  readonly store: TestStore;
  readonly folder: string;
  readonly desk: EditorialDesk;
  readonly samples: SampleDesk;
  readonly practice: PracticeDesk;
  judge(addition: Addition): Promise<Verdict>;
  /** Keeps turns as the assistant would; resolves with their ids. */
  ask(asked: readonly Asked[]): Promise<readonly string[]>;
  close(): Promise<void>;
}

export const testNow = new Date('2026-11-23T03:00:00Z');
const noRecords: ImportedRecords = { find: () => null, titles: () => [] };

/** @param trials `false`: drafts are checked by themselves alone; a trial on the engine takes half a minute. */
export async function openTestEditorial({ fourEyes = true, trials = true } = {}): Promise<TestEditorial> {
  const [store, bot] = [await openTestStore(), await openTestBot()];
  const folder = mkdtempSync(join(tmpdir(), 'editorial-'));
  const { tools } = bot;
  const knowledge = loadKnowledge(join(project, 'knowledge'));
  const judge = async (addition: Addition): Promise<Verdict> =>
    !trials
      ? { faults: checkAddition(addition, { knowledge, record: null, today: '2026-11-23' }), asked: [] }
      : judgeAddition(addition, {
          knowledge,
          record: null,
          today: '2026-11-23',
          openTrial: async () => {
            const trial = withAdditions(knowledge, [addition]);
            const after = await openSearchEngine(documentsOf(trial));
            const steps = pipeline({ ...tools, library: openLibrary(trial), engine: after });
            const ask = async (text: string) =>
              (await runTurn(startTurn({ ...plainMessage, text }, emptyMemory, loadSpeech()), steps)).answer;
            return { knowledge: trial, before: tools.engine, after, ask };
          },
        });
  const drafts = store.store.editorialDrafts;
  const now = () => testNow;
  return {
    store,
    folder,
    judge,
    desk: createEditorialDesk({
      openQuestions: store.store.openQuestions,
      drafts,
      engine: () => tools.engine,
      library: () => tools.library,
      records: noRecords,
      tryer: createTryer({ judge, serving: async () => '1', wait: () => new Promise(() => undefined) }),
      publish: () => publishApproved({ drafts, folder }),
      fourEyes,
      now,
    }),
    samples: createSampleDesk({
      samples: store.store.samples,
      fieldOf: (code) => {
        const entry = tools.library.find(code);
        return entry && factsOf(entry).field;
      },
      size: 60,
      now,
    }),
    practice: createPracticeDesk({
      talks: store.store.practiceTalks,
      scenarios: loadScenarios(),
      always: loadNeverGood(),
      library: () => tools.library,
      now,
      newSeed: () => 'seed',
    }),
    ask: (asked) => keepTurns(store, asked),
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function keepTurns({ store }: TestStore, asked: readonly Asked[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const { text, status, channel = 'web', at = testNow, slots = {}, handOffReason, codes = [], by } of asked) {
    const key = { channel, externalId: by ?? randomUUID(), locale: 'vi' };
    const { id: conversationId, citizenId } = await store.openConversation(key);
    const own = { conversationId, citizenId };
    const { turnId } = await store.receive({ ...own, messageId: randomUUID(), askedMasked: text, slots, at });
    const answer = {
      opening: null,
      answer: {
        status,
        codes,
        facet: null,
        blocks: [{ kind: 'say', text: 'Dạ.' }],
        options: [],
        sources: [],
        handOffReason,
      },
    };
    await store.finish({ ...own, turnId, answer, status, ms: 5, memory: {}, at });
    ids.push(turnId);
  }
  return ids;
}
