/** Turns a citizen's message into an answer. Depends on `retrieval` and `knowledge`; knows no channel. */

// What a channel needs
export {
  type Answer,
  type Block,
  type HandOffReason,
  type Option,
  type Source,
  type Status,
  statuses,
  textOf,
} from './answer.ts';
export type { Assistant, PastTurn, Reply } from './assistant.ts';
// What the composition root and the evaluations assemble
export { createAssistant } from './assistant.ts';
export { type Desk, loadDesk } from './desk.ts';
export { activityOf, messageOf } from './framework/activity.ts';
export { ChannelAdapter } from './framework/channel-adapter.ts';
export { openLibrary } from './library.ts';
export { emptyMemory } from './memory.ts';
export { type ChannelName, channelNames, type IncomingMessage, type Locale } from './message.ts';
export { pipeline } from './pipeline.ts';
export { runTurn, startTurn, type TurnReport } from './run-turn.ts';
export { learnRelevance } from './say/relevance.ts';
export type { Step } from './step.ts';
export type { SpeechMaker } from './texts/speech.ts';
export { loadSpeech } from './texts/speech.ts';
export type { Tools } from './tools.ts';
export { maskForLog } from './understand/mask-identity.ts';
