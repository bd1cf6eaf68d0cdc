/** What was said in a thread, in order, for channels whose clients read it back: each thing once, also after a restart. */
import type { Answer } from './answer.ts';
import { sayAnswer } from './make-answer.ts';
import type { ChannelName, Locale } from './message.ts';
import { type OfficerSaid, officerOfContent } from './said-content.ts';
import type { Store, StoredUtterance } from './store/index.ts';
import type { SpeechMaker } from './texts/speech.ts';

/** A thread by the channel's own id. */
export interface Thread {
  readonly channel: ChannelName;
  readonly conversationId: string;
  /** The sign-in session it was opened in, when the caller holds that. */
  readonly sessionId?: string | null;
}

/** A thread that exists. Hold it for minutes, not for days: whose it is may change. */
export interface OpenThread {
  /** Our own id: what {@link Transcript.onChange} tells of. */
  readonly id: string;
  readonly citizenId: string;
  readonly sessionId: string | null;
  readonly locale: Locale;
  /** Code of the commune whose portal the citizen came from. */
  readonly unit: string | null;
}

export interface Utterance {
  readonly id: string;
  readonly position: number;
  readonly speaker: 'citizen' | 'bot' | 'officer';
  readonly turnId: string | null;
  readonly at: Date;
  /** The citizen's words, masked; '' for all others. */
  readonly text: string;
  /** What the bot said; `null` for the citizen's. */
  readonly answer: Answer | null;
  /** What an officer said, or that he has come; `null` for all others. */
  readonly officer: OfficerSaid | null;
  /** The talk changed hands with this: `returned`, `finished`, `passed`, `lost`, `citizen-left`; `null`: it did not. */
  readonly notice: string | null;
  readonly isOpening: boolean;
  /** What the channel gave to be kept with a citizen's message. */
  readonly echo: unknown;
}

export interface TranscriptPage {
  readonly utterances: readonly Utterance[];
  /** The position to go on from. */
  readonly last: number;
  readonly more: boolean;
}

export interface Notice {
  /** Names it: the same key is kept once in a thread. */
  readonly key: string;
  /** Text of the bundle that stands for what the citizen sent; `null` when nothing of it is shown. */
  readonly sent: { readonly say: string; readonly echo?: unknown } | null;
  /** Text of the bundle that the bot says to it. */
  readonly say: string;
}

export interface NewThread extends Thread {
  readonly locale: Locale;
  readonly unit?: string | null;
  /** The citizen has read the opening in this very chat, in a talk before this one: it is not said again. */
  readonly greeted?: boolean;
}

export interface Transcript {
  /** Starts a thread with the opening: a machine speaks, how to reach a person. Told once, however often it is called. */
  start(thread: NewThread): Promise<OpenThread & { readonly isNew: boolean }>;
  /** `null` when no such thread was started. */
  find(thread: Thread): Promise<OpenThread | null>;
  /** What was said after a position (0: from the start); `null` when the position is not of this thread. */
  read(thread: OpenThread, after: number, limit?: number): Promise<TranscriptPage | null>;
  /** Which of these threads, by their `id`, have grown after the position named: one question for all of them. */
  grown(threads: readonly { readonly id: string; readonly after: number }[]): Promise<readonly string[]>;
  /** Where the thread ends now. */
  end(thread: OpenThread): Promise<number>;
  /** Keeps what is no turn, a refused file, with what is said to it. Resolves with the id of the first. */
  note(thread: OpenThread, notice: Notice): Promise<string>;
  /** A hint that a thread has grown, by its `id`; may be missed. Returns how to stop listening. */
  onChange(listener: (id: string) => void): () => void;
}

interface Kept {
  readonly opening?: boolean;
  readonly notice?: string;
  readonly answer?: Answer;
  readonly text?: string;
  readonly echo?: unknown;
}

const openingKey = 'opening';

export function createTranscript({ store, speak }: { store: Store; speak: SpeechMaker }): Transcript {
  const find = async ({ channel, conversationId, sessionId = null }: Thread): Promise<OpenThread | null> => {
    const found = await store.findConversation({ channel, externalId: conversationId, sessionId });
    return found && { ...found, locale: localeOf(found.locale) };
  };
  const keyOf = ({ id, citizenId }: OpenThread) => ({ conversationId: id, citizenId });
  return {
    find,
    async start({ locale, unit = null, greeted = false, ...thread }) {
      const before = await find(thread);
      const { channel, conversationId: externalId, sessionId = null } = thread;
      const made = before ?? (await store.openConversation({ channel, externalId, sessionId, locale, unit }));
      const open = { ...made, locale: localeOf(made.locale) };
      if (greeted) return { ...open, isNew: before === null };
      const content: Kept = { opening: true, answer: sayAnswer(speak(open.locale, null).say('opening')) };
      const opening = { key: openingKey, speaker: 'bot' as const, content, at: new Date() };
      await store.addUtterances({ ...keyOf(open), utterances: [opening] });
      return { ...open, isNew: before === null };
    },
    async read(thread, after, limit) {
      const page = await store.utterances({ ...keyOf(thread), after, ...(limit ? { limit } : {}) });
      return page && { ...page, utterances: page.utterances.map(utteranceOf) };
    },
    grown: (threads) => store.grownThreads(threads.map(({ id, after }) => ({ conversationId: id, after }))),
    end: (thread) => store.lastPosition(keyOf(thread)),
    async note(thread, { key, sent, say }) {
      const at = new Date();
      const speech = speak(thread.locale, null);
      const content: Kept = { answer: sayAnswer(speech.say(say)) };
      const shown = sent && { text: speech.say(sent.say), echo: sent.echo };
      const asked = shown ? [{ key: `n:${key}`, speaker: 'citizen' as const, content: shown, at }] : [];
      const said = { key: `r:${key}`, speaker: 'bot' as const, content, at };
      const [id = ''] = await store.addUtterances({ ...keyOf(thread), utterances: [...asked, said] });
      return id;
    },
    onChange: (listener) => store.onUtterance(listener),
  };
}

function utteranceOf({ asked, answer, content, ...rest }: StoredUtterance): Utterance {
  const kept = (content ?? {}) as Kept;
  const ofTurn = (answer ?? {}) as Kept;
  const isBot = rest.speaker === 'bot';
  return {
    ...rest,
    text: rest.speaker !== 'citizen' ? '' : (asked ?? kept.text ?? ''),
    answer: isBot ? (ofTurn.answer ?? kept.answer ?? null) : null,
    officer: rest.speaker === 'officer' ? officerOfContent(content) : null,
    notice: kept.notice ?? null,
    isOpening: kept.opening === true,
    echo: kept.echo ?? null,
  };
}

const localeOf = (locale: string): Locale => (locale === 'en' ? 'en' : 'vi');
