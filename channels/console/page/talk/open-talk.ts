/**
 * One open talk: what was said, whose it is, what is on its way. Nothing typed is lost when the line or the claim is:
 * words go out under one key until the server has them, and come back to the officer when the talk is no longer his.
 */
import type { Storage } from '../keep/drafts.ts';
import type { Caller } from '../wire/call.ts';
import type { Hint } from '../wire/events.ts';
import { WireError } from '../wire/wire-error.ts';
import type { Claim, Entry, Talk } from '../wire/wire-types.ts';
import { type ClaimState, claimAfter, noClaim } from './claim-state.ts';
import { mergeEntries, readFrom } from './entries.ts';
import { keepOutgoing, readOutgoing } from './keep-outgoing.ts';
import { again, nextOut, type Outgoing, put, settle, stop, stopAll } from './outgoing.ts';

export interface TalkState {
  /** `null` until it was read. */
  readonly talk: Talk | null;
  readonly claim: ClaimState;
  readonly outgoing: readonly Outgoing[];
  /** What the citizen is typing; '' when nothing. */
  readonly typing: string;
  /** Why it cannot be shown: not his, or no such thing; `null`: it can. */
  readonly problem: string | null;
}

export type Later = (then: () => void, ms: number) => () => void;

export interface TalkParts {
  readonly id: string;
  readonly caller: Pick<Caller, 'get' | 'post'>;
  readonly storage: Storage | null;
  readonly later: Later;
  readonly newKey: () => string;
  readonly onChange: (state: TalkState) => void;
  /** Said when the talk is lost while words are on their way. */
  readonly lostText: string;
}

const keepEveryMs = 20_000;
const retryMs = 3_000;
/** What is typed is forgotten when nothing more comes of it. */
const typingShownMs = 8_000;
/** A sign of typing is said at most so often. */
const typingEveryMs = 4_000;

export type OpenTalk = ReturnType<typeof openTalk>;

export function openTalk(parts: TalkParts) {
  const { id, caller, storage, later, onChange } = parts;
  const at = `/hand-offs/${encodeURIComponent(id)}`;
  let state: TalkState = {
    talk: null,
    claim: noClaim,
    outgoing: readOutgoing(storage, id),
    typing: '',
    problem: null,
  };
  let closed = false;
  /** Grows when the claim changes here: a reading that began before knows nothing of it. */
  let turn = 0;
  let saysTyping = false;
  let sending = false;
  let cancelKeep = () => {};
  let cancelRetry = () => {};
  let cancelTyping = () => {};

  const set = (change: Partial<TalkState>) => {
    if (closed) return;
    if (change.claim && change.claim.kind !== state.claim.kind) turn += 1;
    state = { ...state, ...change };
    if (change.outgoing) keepOutgoing(storage, id, state.outgoing);
    onChange(state);
  };
  const fence = () => (state.claim.kind === 'held' ? state.claim.claim.fence : null);

  const lose = (by: string | null) => {
    cancelKeep();
    set({ claim: { kind: 'lost', by }, outgoing: stopAll(state.outgoing, parts.lostText) });
  };
  const hold = (claim: Claim) => {
    set({ claim: { kind: 'held', claim } });
    cancelKeep();
    cancelKeep = later(() => void keep(), keepEveryMs);
    void flush();
  };
  const keep = async () => {
    const held = fence();
    if (held === null || closed) return;
    try {
      hold(await caller.post<Claim>(`${at}/keep`, { fence: held }));
    } catch (error) {
      if (isLost(error)) return lose(error.by);
      cancelKeep = later(() => void keep(), retryMs);
    }
  };
  const read = async () => {
    const begun = turn;
    try {
      const after = readFrom(state.talk);
      const fresh = await caller.get<Talk>(after === null ? at : `${at}?after=${after}`);
      const talk = { ...fresh, entries: mergeEntries(state.talk?.entries ?? [], fresh.entries) as Entry[] };
      const claim = claimAfter(state.claim, talk);
      set({ talk, problem: null, typing: hasNewWords(state.talk, talk) ? '' : state.typing });
      if (begun !== turn) return;
      if (claim.kind === 'held' && state.claim.kind !== 'held') hold(claim.claim);
      else if (claim.kind === 'lost' && state.claim.kind === 'held') lose(claim.by);
      else set({ claim });
    } catch (error) {
      if (error instanceof WireError && !error.passing && error.status !== 401) set({ problem: error.message });
    }
  };
  const flush = async () => {
    const words = nextOut(state.outgoing);
    const held = fence();
    if (!words || held === null || sending || closed) return;
    sending = true;
    cancelRetry();
    try {
      const { key, text, pictureIds } = words;
      const entry = await caller.post<Entry>(`${at}/messages`, { fence: held, key, text, pictureIds });
      set({ outgoing: settle(state.outgoing, key), talk: withEntry(state.talk, entry) });
    } catch (error) {
      if (isLost(error)) lose(error.by);
      else if (error instanceof WireError && error.passing)
        cancelRetry = later(() => void flush(), error.retryAfterMs ?? retryMs);
      else set({ outgoing: stop(state.outgoing, words.key, 'refused', messageOf(error)) });
      return;
    } finally {
      sending = false;
    }
    void flush();
  };

  return {
    get state() {
      return state;
    },
    read,
    /** Takes it over; whoever was quicker is named by the error. */
    async claim() {
      const before = state.claim;
      set({ claim: { kind: 'claiming' } });
      try {
        hold(await caller.post<Claim>(`${at}/claim`));
      } catch (error) {
        set({ claim: before });
        await read();
        throw error;
      }
      await read();
    },
    say(text: string, pictureIds: readonly string[]) {
      set({ outgoing: put(state.outgoing, { key: parts.newKey(), text, pictureIds }) });
      void flush();
    },
    retry(key: string) {
      set({ outgoing: again(state.outgoing, key) });
      void flush();
    },
    /** Takes words back that have not gone out. */
    drop(key: string) {
      set({ outgoing: settle(state.outgoing, key) });
    },
    /** The lost talk is looked at as anybody's. */
    giveUp() {
      set({ claim: noClaim });
    },
    /** Hand over, give back, finish: the claim ends with it. */
    async end(path: 'transfer' | 'end', body: Readonly<Record<string, unknown>>) {
      await caller.post(`${at}/${path}`, { ...body, fence: fence() ?? -1 });
      cancelKeep();
      set({ claim: noClaim });
      await read();
    },
    /** Tells the citizen that somebody is typing. */
    typing() {
      const held = fence();
      if (held === null || saysTyping) return;
      saysTyping = true;
      later(() => {
        saysTyping = false;
      }, typingEveryMs);
      caller.post(`${at}/typing`, { fence: held }).catch(() => {});
    },
    hear(hint: Hint) {
      if (hint.kind === 'look' || (hint.kind === 'hand-off' && hint.id === id)) {
        void read();
        void flush();
      }
      if (hint.kind !== 'typing' || hint.id !== id) return;
      cancelTyping();
      set({ typing: hint.text ?? '' });
      cancelTyping = later(() => set({ typing: '' }), typingShownMs);
    },
    close() {
      closed = true;
      cancelKeep();
      cancelRetry();
      cancelTyping();
    },
  };
}

const isLost = (error: unknown): error is WireError =>
  error instanceof WireError && (error.code === 'lost' || error.code === 'taken');

const messageOf = (error: unknown) => (error instanceof WireError ? error.message : String(error));

const withEntry = (talk: Talk | null, entry: Entry): Talk | null =>
  talk && { ...talk, entries: mergeEntries(talk.entries, [entry]) as Entry[] };

const lastOfCitizen = (talk: Talk | null) =>
  talk?.entries.filter(({ speaker }) => speaker === 'citizen').slice(-1)[0]?.id;

const hasNewWords = (before: Talk | null, now: Talk) => lastOfCitizen(before) !== lastOfCitizen(now);
