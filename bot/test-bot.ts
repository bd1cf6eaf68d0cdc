/** The bot on the shipped knowledge, for tests: no store, no server, no clock. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalFiles, loadCalendar, loadKnowledge, loadPlaces, noLocalFiles } from '../knowledge/index.ts';
import { documentsOf, openSearchEngine } from '../retrieval/index.ts';
import { textOf } from './answer.ts';
import type { Desk } from './desk.ts';
import { openLibrary } from './library.ts';
import { emptyMemory, type Memory } from './memory.ts';
import type { IncomingMessage } from './message.ts';
import { pipeline } from './pipeline.ts';
import { openPlaceFinder } from './places/find-place.ts';
import { runTurn, startTurn, type TurnReport } from './run-turn.ts';
import { learnRelevance } from './say/relevance.ts';
import { loadSpeech } from './texts/speech.ts';
import type { Tools } from './tools.ts';
import { openUnits } from './units/unit-directory.ts';

const project = join(import.meta.dirname, '..');

export const testDesk: Desk = {
  name: 'Trung tâm Phục vụ hành chính công phường Hòa Bình',
  address: '12 Lê Lợi, phường Hòa Bình',
  phone: '0259 3822 111',
  hours: { monday: ['07:30-11:30', '13:30-17:00'] },
};

export interface TestBot {
  readonly tools: Tools;
  /** Asks one thing. Signed out, on the web, in November 2026, unless told otherwise. */
  ask(text: string, memory?: Memory, message?: Partial<IncomingMessage>): Promise<TurnReport>;
  /** Asks one after another in one conversation, and gives what came of each. */
  talk(...texts: readonly string[]): Promise<TurnReport[]>;
}

/** Opens the shipped knowledge; about a second, less when an index of it lies in the folder for temporary files. */
export async function openTestBot(desk: Desk | null = null, files: LocalFiles = noLocalFiles): Promise<TestBot> {
  const knowledge = loadKnowledge(join(project, 'knowledge'));
  const places = loadPlaces(join(project, 'knowledge', 'places'));
  const tools: Tools = {
    library: openLibrary(knowledge),
    engine: await openSearchEngine(documentsOf(knowledge), { cacheFolder: join(tmpdir(), 'hoi-mot-cua-test-index') }),
    relevance: learnRelevance(knowledge.guides),
    events: knowledge.events,
    channels: knowledge.channels,
    calendar: loadCalendar(join(project, 'knowledge', 'calendar')),
    dossiers: null,
    notices: null,
    ownData: null,
    identity: null,
    handOffs: null,
    units: openUnits({ desk, files, places }),
    places: openPlaceFinder(places),
  };
  const steps = pipeline(tools);
  const speak = loadSpeech();
  const ask: TestBot['ask'] = (text, memory = emptyMemory, message = {}) =>
    runTurn(startTurn({ ...plainMessage, text, ...message }, memory, speak), steps);
  return {
    tools,
    ask,
    async talk(...texts) {
      const reports: TurnReport[] = [];
      for (const text of texts) reports.push(await ask(text, reports.at(-1)?.memory));
      return reports;
    },
  };
}

/** Signed out, on the web, in November 2026. */
export const plainMessage = {
  id: 'm1',
  conversationId: 'c1',
  channel: 'web',
  locale: 'vi',
  at: new Date('2026-11-23T03:00:00Z'),
  signedInAs: null,
  ownedByOfficer: false,
} satisfies Omit<IncomingMessage, 'text'>;

export const saidBy = ({ answer }: TurnReport): string => textOf(answer);
