/** Opens the language model as the settings say; where none is set, nothing of one is loaded. */
import { createDossierDesk, type Tools } from '../bot/index.ts';
import type { ModelLedger } from '../bot/model/index.ts';
import type { Store } from '../bot/store/index.ts';
import { type Config, modelOptions } from '../config.ts';

type Desk = NonNullable<Tools['model']>;

/** For a command without a store: ceilings and log last as long as the command. `null` where no model is set. */
export const openModelAlone = (config: Config, onError: (error: unknown) => void): Promise<Desk | null> =>
  openDesk(config, { onError });

interface Served {
  readonly store: Pick<Store, 'model' | 'findConversation' | 'turns' | 'database'>;
  readonly onError: (error: unknown) => void;
}

/** With ceilings that all copies of the program share. */
export const openServedModel = (config: Config, { store, onError }: Served): Promise<Desk | null> =>
  openDesk(config, {
    onError,
    ledger: store.model,
    namesOf: async (citizenId) => [
      ...(await store.model.namesOf(citizenId)),
      ...(await namesInCases(store, citizenId)),
    ],
    saidBefore: ({ channel, conversationId, sessionId = null, id }) =>
      saidBefore(store, { channel, externalId: conversationId, sessionId, now: id }),
  });

/** Of himself and of those whose cases are his: read as himself, to be taken out of what he writes. */
async function namesInCases({ database }: Served['store'], citizenId: string): Promise<string[]> {
  const readings = await createDossierDesk({ database }).read({ citizenId, rung: 'signed-in' });
  return readings.flatMap(({ dossier }) => [dossier.applicantName, dossier.filerName].filter((name) => name !== null));
}

interface Ties {
  readonly onError: (error: unknown) => void;
  readonly ledger?: ModelLedger;
  readonly namesOf?: (citizenId: string) => Promise<readonly string[]>;
  readonly saidBefore?: NonNullable<Parameters<typeof import('../bot/model/index.ts').openModelDesk>[0]['saidBefore']>;
}

/** Once the doors are open, so that nobody's first question waits for it. Nothing is asked of the server. */
export async function loadModelClient(config: Config): Promise<void> {
  if (modelOptions(config) !== null) await (await import('../bot/model/index.ts')).loadClient();
}

async function openDesk(config: Config, ties: Ties): Promise<Desk | null> {
  const settings = modelOptions(config);
  if (settings === null) return null;
  const { memoryLedger, openModelDesk } = await import('../bot/model/index.ts');
  return openModelDesk({ settings, ledger: memoryLedger(), ...ties });
}

const mostBefore = 3;
/** Turns of which nothing goes out: they touch a case, a person, a danger. */
const own = new Set(['dossier', 'login-required', 'handed-off', 'emergency', 'declined-unsafe']);

interface Thread {
  readonly channel: string;
  readonly externalId: string;
  readonly sessionId: string | null;
  /** The message under way. */
  readonly now: string;
}

/** The last things said in this talk, oldest first, as they are kept: masked. */
async function saidBefore(store: Served['store'], { now, ...key }: Thread): Promise<readonly string[]> {
  const found = await store.findConversation(key);
  if (!found) return [];
  const turns = await store.turns({ conversationId: found.id, citizenId: found.citizenId, limit: mostBefore + 1 });
  const told = turns.filter(({ messageId, status }) => messageId !== now && status !== null);
  return told.some(({ status }) => own.has(status ?? '')) ? [] : told.map(({ askedMasked }) => askedMasked);
}
