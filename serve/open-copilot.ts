/** The officers' co-pilot over the running parts, where a model is set and let near officers. Nothing of `langchain` is loaded here. */
import {
  type Copilot,
  checkWording,
  copilotNotes,
  createCopilot,
  type FollowedSwitches,
  type OfficerDesk,
} from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import { type Config, secretKey } from '../config.ts';
import { waitingChanges } from '../knowledge/index.ts';
import type { LiveParts } from './live-parts.ts';

export interface CopilotSurroundings {
  readonly config: Config;
  readonly store: Store;
  readonly live: LiveParts;
  readonly desk: OfficerDesk;
  readonly switches: FollowedSwitches;
  readonly onError: (error: unknown) => void;
}

/** `null` where no model is set, or MODEL_COPILOT is no. */
export function openCopilot(surroundings: CopilotSurroundings): Copilot | null {
  const { config, store, live, desk, switches, onError } = surroundings;
  const { model } = live.parts.tools;
  if (!model || config.MODEL_COPILOT !== 'yes') return null;
  return createCopilot({
    ...copilotNotes(store),
    ...{ desk, onError },
    serving: () => live.parts,
    chatModel: model.port.chatModel,
    keepCaught: (draft) => model.keepCaught({ ...draft, purpose: 'copilot' }),
    isOff: (unit, at) => switches.isOff('model', unit, at),
    check: checkWording,
    waiting: (serving) => waitingChanges(config.importedFolder, serving),
    sealKey: secretKey(config),
    now: () => new Date(),
    clock: () => performance.now(),
  });
}
