/** The officers' co-pilot over the running parts, where a model is set and let near officers. Nothing of `langchain` is loaded here. */
import {
  type Copilot,
  type CopilotParts,
  copilotNotes,
  createCopilot,
  type OfficerDesk,
  type WaitingChanges,
} from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import { type Config, secretKey } from '../config.ts';
import { waitingChanges } from '../knowledge/index.ts';
import type { LiveParts } from './live-parts.ts';

/** What the co-pilot has of the model's port and ledger. */
export type CopilotModel = Pick<CopilotParts, 'chatModel' | 'keepCaught' | 'check'>;

export interface CopilotSurroundings {
  readonly config: Config;
  readonly store: Store;
  readonly live: LiveParts;
  readonly desk: OfficerDesk;
  /** `null`: none is set, or MODEL_COPILOT is no. */
  readonly model: CopilotModel | null;
  readonly onError: (error: unknown) => void;
}

export function openCopilot({ config, store, live, desk, model, onError }: CopilotSurroundings): Copilot | null {
  if (model === null) return null;
  const waiting: WaitingChanges = (serving) => waitingChanges(config.importedFolder, serving);
  return createCopilot({
    ...model,
    ...copilotNotes(store),
    ...{ desk, waiting, onError },
    serving: () => live.parts,
    sealKey: secretKey(config),
    now: () => new Date(),
    clock: () => performance.now(),
  });
}
