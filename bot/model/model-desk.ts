/** What the steps of a turn may ask of a language model. */
import type { Embedder } from '../../retrieval/index.ts';
import type { Turn } from '../step.ts';
import type { Switchboard } from '../switches/switchboard.ts';
import type { ModelError } from './model-error.ts';
import type { CaughtDraft } from './model-ledger.ts';
import type { ModelPerson, ModelPort } from './port.ts';

export interface ModelDesk {
  readonly port: ModelPort;
  /** For all that one turn asks, in ms. */
  readonly turnMs: number;
  readonly rerank: boolean;
  /** Adds its vectors to the search; `null` where no model for embeddings is set. */
  readonly embedder: Embedder | null;
  /** What is embedded in `work` is masked and counted as this turn's, and ends with it. */
  embedFor<T>(turn: Pick<ModelTurn, 'person' | 'signal'>, work: () => Promise<T>): Promise<T>;
  /** Names known from the asker's sign-in; [] for an anonymous one. */
  namesOf(message: Turn['message']): Promise<readonly string[]>;
  /** What he said before in this talk, oldest first, masked; nothing that touched a filed case. */
  saidBefore(message: Turn['message']): Promise<readonly string[]>;
  keepCaught(draft: Omit<CaughtDraft, 'model'>): Promise<void>;
  /** Told of what could not be kept or asked; holds nothing of a citizen's. */
  onError(error: unknown): void;
}

/** One thing that was asked of the model, for `npm run ask` and the log of turns. */
export interface ModelNote {
  readonly purpose: 'understand' | 'rerank' | 'word';
  /** `kept`: its reading or wording was taken. `left`: the rules' own served better. */
  readonly outcome: 'kept' | 'left' | 'caught' | ModelError['code'];
  /** Codes and rules; nothing of what was said. */
  readonly detail: string;
}

/** Begun with the first thing asked in a turn. */
export interface ModelTurn {
  readonly person: ModelPerson;
  /** One for all that the turn asks. */
  readonly signal: AbortSignal;
  readonly notes: readonly ModelNote[];
}

/**
 * Whether it may be asked in this turn: it is there, nobody turned it off here, and no filed case was spoken of in the
 * talk: which procedure is talked of then, and what is asked about it, would tell of the case.
 */
export function modelIn(
  turn: Turn,
  { model, switches }: { readonly model?: ModelDesk | null; readonly switches?: Switchboard },
): ModelDesk | null {
  if (!model || touchesCase(turn) || switches?.isOff('model', turn.unit.code ?? turn.memory.unit, turn.message.at))
    return null;
  return model;
}

const touchesCase = ({ memory }: Turn): boolean =>
  memory.dossier !== null || memory.dossiers.length > 0 || memory.lastStatus === 'dossier';

export async function beginModelTurn(turn: Turn, desk: ModelDesk): Promise<ModelTurn> {
  if (turn.model) return turn.model;
  const { citizenId, conversationId } = turn.message;
  const names = await desk.namesOf(turn.message);
  const person: ModelPerson = citizenId
    ? { kind: 'citizen', id: citizenId, names }
    : { kind: 'nobody', id: conversationId, names };
  return { person, signal: AbortSignal.timeout(desk.turnMs), notes: [] };
}

export const withNote = (asked: ModelTurn, note: ModelNote): ModelTurn => ({ ...asked, notes: [...asked.notes, note] });
