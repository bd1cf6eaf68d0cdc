/** The bot on the shipped knowledge, for tests: no store, no server, no clock. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKnowledge } from '../knowledge/index.ts';
import { documentsOf, openSearchEngine } from '../retrieval/index.ts';
import { textOf } from './answer.ts';
import type { Desk } from './desk.ts';
import { openLibrary } from './library.ts';
import { emptyMemory, type Memory } from './memory.ts';
import type { IncomingMessage } from './message.ts';
import { pipeline } from './pipeline.ts';
import { runTurn, startTurn, type TurnReport } from './run-turn.ts';
import { learnRelevance } from './say/relevance.ts';
import { loadSpeech } from './texts/speech.ts';
import type { Tools } from './tools.ts';

const project = join(import.meta.dirname, '..');

export const testDesk: Desk = {
  name: 'Trung tâm Phục vụ hành chính công phường Hòa Bình',
  address: '12 Lê Lợi, phường Hòa Bình',
  phone: '0259 3822 111',
  hours: { monday: ['07:30-11:30', '13:30-17:00'] },
};
