/** A model for tests: an OpenAI-compatible server that is good, hostile or broken by order. The product never loads it. */

export type { ChatRequest, RecordedCall } from './chat-request.ts';
export { likeness } from './embed-text.ts';
export { type DoubleMode, type Fault, faults, type Scripted } from './scripted.ts';
export { type ModelDouble, type ModelDoubleOptions, startModelDouble } from './start-model-double.ts';
