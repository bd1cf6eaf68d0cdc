/** Takes messages from channels: keeps them, runs their turns one at a time, keeps the answers. */
import type { Answer } from './answer.ts';
import { readMemory } from './memory.ts';
import type { IncomingMessage } from './message.ts';
import { inTurn } from './one-at-a-time.ts';
import { runTurn, startTurn, type TurnReport } from './run-turn.ts';
import type { Step } from './step.ts';
import type { Store } from './store/index.ts';
import type { SpeechMaker } from './texts/speech.ts';

/** What a channel delivers for one message. */
export interface Reply {
  readonly turnId: string;
  readonly opening: string | null;
  readonly answer: Answer;
  /** True when this message id had been answered before: nothing was done a second time. */
  readonly repeated: boolean;
}

export interface Assistant {
  /** Never rejects for what a citizen wrote; rejects when the store cannot keep the message, so that nothing is acknowledged. */
  handle(message: IncomingMessage): Promise<Reply>;
  /** The turns of a thread, oldest first. */
  history(
    thread: Pick<IncomingMessage, 'channel' | 'conversationId' | 'locale'>,
    limit?: number,
  ): Promise<readonly PastTurn[]>;
}

export interface PastTurn {
  readonly turnId: string;
  readonly asked: string;
  readonly at: Date;
  readonly reply: { readonly opening: string | null; readonly answer: Answer } | null;
}

export interface AssistantParts {
  readonly steps: readonly Step[];
  readonly speak: SpeechMaker;
  readonly store: Store;
  /** Told of every finished turn: for the log and the figures. Holds no text of the citizen's. */
  readonly onTurn?: (report: TurnReport) => void;
}

export function createAssistant({ steps, speak, store, onTurn }: AssistantParts): Assistant {
  const queue = inTurn();
  const handle = async (message: IncomingMessage): Promise<Reply> => {
    const thread = await store.openConversation({
      channel: message.channel,
      externalId: message.conversationId,
      locale: message.locale,
    });
    const turn = startTurn({ ...message, ownedByOfficer: thread.ownedByOfficer }, readMemory(thread.memory), speak);
    const kept = { conversationId: thread.id, citizenId: thread.citizenId };
    const received = await store.receive({
      ...kept,
      messageId: message.id,
      askedMasked: turn.text,
      slots: turn.slots,
      at: message.at,
    });
    if (received.repeated && received.answer)
      return { ...(received.answer as Stored), turnId: received.turnId, repeated: true };
    const report = await runTurn(turn, steps);
    onTurn?.(report);
    const said: Stored = { opening: report.opening, answer: report.answer };
    await store.finish({
      ...kept,
      turnId: received.turnId,
      answer: said,
      status: report.answer.status,
      ms: Math.round(report.ms),
      memory: report.memory,
      at: new Date(),
    });
    return { ...said, turnId: received.turnId, repeated: false };
  };
  return {
    handle: (message) => queue(`${message.channel}:${message.conversationId}`, () => handle(message)),
    async history(thread, limit = 20) {
      const found = await store.openConversation({
        channel: thread.channel,
        externalId: thread.conversationId,
        locale: thread.locale,
      });
      const turns = await store.turns({ conversationId: found.id, citizenId: found.citizenId, limit });
      return turns.map((turn) => ({
        turnId: turn.turnId,
        asked: turn.askedMasked,
        at: turn.askedAt,
        reply: turn.answer as Stored | null,
      }));
    },
  };
}

type Stored = Pick<Reply, 'opening' | 'answer'>;
