/** A language model in harness. Loaded only where one is set: what it needs costs memory and time. */

export { type Ceilings, type ModelLedger, memoryLedger } from './model-ledger.ts';
export type { ModelSettings } from './model-settings.ts';
export { type DeskParts, openModelDesk } from './open-desk.ts';
export { loadClient } from './open-model.ts';
