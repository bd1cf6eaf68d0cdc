/** Takes messages from channels: keeps them, runs their turns one at a time, keeps the answers. */
import type { Answer } from './answer.ts';
import { makeAnswer } from './make-answer.ts';
import { readMemory } from './memory.ts';
import type { IncomingMessage } from './message.ts';
import { inTurn } from './one-at-a-time.ts';
import { runTurn, startTurn, type TurnReport } from './run-turn.ts';
import { answerOfContent, type OfficerSaid, officerOfContent } from './said-content.ts';
import type { Step } from './step.ts';
import type { ConversationKey, OpenConversation, Store } from './store/index.ts';
import type { Switchboard } from './switches/switchboard.ts';
import { tellBanner } from './switches/tell-banner.ts';
import type { SpeechMaker } from './texts/speech.ts';
import { inSpan, inTrace, type Tracer, traceOf } from './trace/index.ts';
import type { Thread } from './transcript.ts';
import { makeTurnOrder, type TurnOrder } from './turn-order.ts';
import { maskForLog, unmask } from './understand/mask-identity.ts';
import { maskMessage } from './understand/mask-message.ts';

/** What a channel delivers for one message. */
export interface Reply {
  readonly turnId: string;
  readonly opening: string | null;
  readonly answer: Answer;
  /** True when this message id had been answered before: nothing was done a second time. */
  readonly repeated: boolean;
}

/** A message that is kept: it may be acknowledged. */
export interface Accepted {
  readonly turnId: string;
  /** The message's id among the thread's utterances. */
  readonly utteranceId: string;
  readonly repeated: boolean;
  /** Rejects when the store could not keep the answer: then `answerLeftovers` will make it anew. */
  readonly reply: Promise<Reply>;
}

export interface AcceptOptions {
  /** What the channel needs to show the message again, masked by {@link maskDeep}. */
  readonly echo?: unknown;
  /** The thread, where the channel knows it. Rejects with `unknown-conversation` when it is there no more. */
  readonly thread?: ConversationKey;
  /** Called when the turn begins, unless an officer owns the conversation: the moment for a typing sign. */
  readonly onStart?: () => void;
}

export interface Opinion {
  readonly turnId: string;
  readonly verdict: 'up' | 'down';
  readonly reason?: string | null;
}

export interface Assistant {
  /** Keeps the message and answers it. Never rejects for what a citizen wrote; rejects when the store cannot keep it. */
  handle(message: IncomingMessage): Promise<Reply>;
  /**
   * Keeps the message, masked, and resolves as soon as that is done; its turn runs after those that came before it.
   *
   * Rejects with {@link TooBusyError}, and has kept nothing, where an answer would come too late to be waited for.
   */
  accept(message: IncomingMessage, options?: AcceptOptions): Promise<Accepted>;
  /** Answers messages that a killed program left without an answer. Resolves with their number. */
  answerLeftovers(olderThan: Date): Promise<number>;
  /** Keeps what a citizen thinks of an answer. `false` when the thread has no such turn. */
  giveFeedback(thread: Thread, opinion: Opinion): Promise<boolean>;
  /** The turns of a thread, oldest first. */
  history(thread: Thread, limit?: number): Promise<readonly PastTurn[]>;
  /** What was said beside the turns, oldest first: an officer's words, and what the bot said when the talk changed hands. */
  beside(thread: Thread): Promise<readonly SaidBeside[]>;
}

export interface SaidBeside {
  readonly id: string;
  readonly at: Date;
  /** `null`: the bot's answer. */
  readonly officer: OfficerSaid | null;
  readonly answer: Answer | null;
}

export interface PastTurn {
  readonly turnId: string;
  readonly asked: string;
  readonly at: Date;
  readonly reply: { readonly opening: string | null; readonly answer: Answer } | null;
}

export interface AssistantParts {
  /** Read anew at the start of each turn: it may be a getter of what serves now. */
  readonly steps: readonly Step[];
  readonly speak: SpeechMaker;
  readonly store: Store;
  /** Which turns go first while the processor is full; without one all run as they come. */
  readonly order?: TurnOrder;
  /** The emergency banner, said first where a channel shows none. */
  readonly switches?: Pick<Switchboard, 'bannerFor'> | null;
  /** Told of every finished turn: for the log and the figures. Holds no text of the citizen's. */
  readonly onTurn?: (report: TurnReport) => void;
  /** Takes spans of turns that no call from outside began. */
  readonly tracer?: Tracer | null;
}

/** @property locale of the answer; left out for Vietnamese. */
type Stored = Pick<Reply, 'opening' | 'answer'> & { readonly locale?: 'en' };
type TurnKey = ConversationKey & { readonly turnId: string };

export function createAssistant(parts: AssistantParts): Assistant {
  const { store, order = makeTurnOrder() } = parts;
  const receiving = inTurn();
  const answering = inTurn();
  const keyOf = (message: IncomingMessage) => `${message.channel}:${message.conversationId}`;
  const accept = async (message: IncomingMessage, options: AcceptOptions = {}): Promise<Accepted> => {
    order.admit(message);
    const received = await inSpan('receive', message.channel, () => receive(store, message, options));
    const { repeated: again, conversation } = received;
    const { id: conversationId, citizenId } = conversation;
    const key = { conversationId, citizenId, turnId: received.turnId };
    const said = received.answer as Stored | null;
    const begun = performance.now();
    // What was read with the message holds for a turn that begins at once, and for none that had to wait for another.
    const asKept = () => (again || performance.now() - begun > atOnceMs ? null : conversation);
    const waits = answering.isBusy(conversationId);
    const reply = said
      ? Promise.resolve({ ...said, turnId: key.turnId, repeated: true })
      : answering(conversationId, () =>
          order.run(message, () =>
            inSpan(
              'turn',
              message.channel,
              () => answerTurn(parts, message, { ...options, key, again, conversation: waits ? null : asKept() }),
              statusOf,
            ),
          ),
        );
    reply.catch(() => {}); // Whoever waits for it hears of it; nobody may be waiting.
    return { turnId: key.turnId, utteranceId: received.utteranceId, repeated: received.repeated, reply };
  };
  // Received one after another as well, so that turns are answered in the order in which they are numbered.
  const acceptInOrder: Assistant['accept'] = (message, options) =>
    receiving(keyOf(message), () => accept(message, options));
  return {
    accept: acceptInOrder,
    handle: async (message) => (await acceptInOrder(message)).reply,
    async answerLeftovers(olderThan) {
      const left = await store.unanswered(olderThan);
      await Promise.allSettled(
        left.map((key) =>
          inTrace(traceOf(key.trace, parts.tracer), () =>
            answering(key.conversationId, () => answerLeftover(parts, key, order)),
          ),
        ),
      );
      return left.length;
    },
    beside: (thread) => saidBeside(store, thread),
    giveFeedback: (thread, opinion) => keepFeedback(store, thread, opinion),
    async history({ channel, conversationId: externalId, sessionId = null }, limit = 20) {
      const found = await store.findConversation({ channel, externalId, sessionId });
      if (!found) return [];
      const turns = await store.turns({ conversationId: found.id, citizenId: found.citizenId, limit });
      return turns.map(({ turnId, askedMasked, askedAt, answer }) => ({
        turnId,
        asked: askedMasked,
        at: askedAt,
        reply: answer as Stored | null,
      }));
    },
  };
}

const statusOf = ({ answer }: Reply) => ({ status: answer.status });

async function receive(store: Store, message: IncomingMessage, { echo, thread }: AcceptOptions) {
  const { channel, conversationId: externalId, locale, unit = null, sessionId = null } = message;
  const maskedFor = (awaitsSecret: boolean) => {
    const { text, slots } = maskMessage(message.text, awaitsSecret);
    return { askedMasked: text, slots };
  };
  const content = echo === undefined ? {} : { echo: { echo } };
  const turn = {
    messageId: message.id,
    ...maskedFor(false),
    ifSecret: () => maskedFor(true),
    at: message.at,
    ...content,
  };
  if (thread) return store.receive({ ...thread, ...turn, externalId });
  const { id, citizenId } = await store.openConversation({ channel, externalId, locale, unit, sessionId });
  return store.receive({ conversationId: id, citizenId, ...turn });
}

/** A turn that begins so soon after its message was kept, in ms, begins at once. */
const atOnceMs = 50;

interface Answering extends AcceptOptions {
  readonly key: TurnKey;
  /** The turn was there before: it may have been answered while this one waited. */
  readonly again: boolean;
  /** As it stands now, where that is known. */
  readonly conversation?: OpenConversation | null;
}

async function answerTurn(parts: AssistantParts, message: IncomingMessage, answering: Answering) {
  const { key, again, onStart, conversation = null } = answering;
  const { steps, speak, store, onTurn, switches = null } = parts;
  const said = again ? ((await store.turn(key))?.answer as Stored | null) : null;
  if (said) return { ...said, turnId: key.turnId, repeated: true };
  const thread = conversation ?? (await store.readConversation(key));
  const ownedByOfficer = thread?.ownedByOfficer ?? false;
  if (!ownedByOfficer) onStart?.();
  const asker = askerOf(key.citizenId, thread?.rung ?? null);
  const unit = message.unit ?? thread?.unit ?? null;
  const turn = startTurn(
    { ...message, ...asker, awaitsSecret: thread?.awaitsSecret ?? false, ownedByOfficer, unit },
    readMemory(thread?.memory),
    speak,
  );
  const report = tellBanner(await runTurn(turn, steps), switches, message.at);
  onTurn?.(report);
  const { opening, answer, memory } = report;
  const ms = Math.round(report.ms);
  const silent = answer.blocks.length === 0;
  const stored: Stored = { opening, answer, ...(report.turn.speech.locale === 'en' ? { locale: 'en' } : {}) };
  const unsaid: Stored = { opening: null, answer: makeAnswer('handed-off', []) };
  const { said: wasSaid } = await store.finish({
    ...key,
    answer: stored,
    status: answer.status,
    ms,
    memory,
    at: new Date(),
    silent,
    unit: report.turn.unit.code ?? memory.unit,
    evenIfOwned: answer.status === 'emergency',
    unsaid,
  });
  return { ...(wasSaid || silent ? stored : unsaid), turnId: key.turnId, repeated: false };
}

/** Who asks, as the store knows now. When the sign-in of the talk is over, nobody does: no row of his is read any more. */
function askerOf(citizenId: string, rung: OpenConversation['rung']) {
  const sure = rung === 'signed-in' || rung === 'linked';
  return {
    signedInAs: sure ? citizenId : null,
    citizenId: rung === null ? strangerId : citizenId,
    rung: rung ?? ('anonymous' as const),
  };
}
const strangerId = '00000000-0000-0000-0000-000000000000';

async function answerLeftover(
  parts: AssistantParts,
  key: TurnKey & { readonly channel: string },
  order: TurnOrder,
): Promise<void> {
  const { store } = parts;
  const [turn, thread] = await Promise.all([store.turn(key), store.readConversation(key)]);
  if (!turn || !thread || turn.answeredAt) return;
  const message = {
    id: turn.messageId,
    conversationId: thread.externalId,
    channel: key.channel as IncomingMessage['channel'],
    locale: thread.locale === 'en' ? ('en' as const) : ('vi' as const),
    text: unmask(turn.askedMasked, await store.slotsOf(key)),
    at: turn.askedAt,
    signedInAs: null,
    ownedByOfficer: thread.ownedByOfficer,
  };
  await order.run(message, () =>
    inSpan('turn', message.channel, () => answerTurn(parts, message, { key, again: true }), statusOf),
  );
}

async function keepFeedback(store: Store, thread: Thread, { turnId, verdict, reason }: Opinion): Promise<boolean> {
  const { channel, conversationId: externalId, sessionId = null } = thread;
  const found = await store.findConversation({ channel, externalId, sessionId });
  if (!found || !(await store.turn({ citizenId: found.citizenId, turnId }))) return false;
  const masked = reason ? maskForLog(reason) : null;
  await store.giveFeedback({ citizenId: found.citizenId, turnId, verdict, reason: masked, at: new Date() });
  return true;
}

async function saidBeside(
  store: Store,
  { channel, conversationId: externalId, sessionId = null }: Thread,
): Promise<SaidBeside[]> {
  const found = await store.findConversation({ channel, externalId, sessionId });
  if (!found) return [];
  const said = await store.beside({ conversationId: found.id, citizenId: found.citizenId });
  return said.map(({ id, at, speaker, content, answer }) => ({
    id,
    at,
    officer: speaker === 'officer' ? officerOfContent(content) : null,
    answer: speaker === 'bot' ? answerOfContent({ answer, content }) : null,
  }));
}
