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
import { hasNewWords, readFrom, withEntries } from './entries.ts';
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

/** Runs `then` after `ms`; the answer calls it off. */
export type Later = (then: () => void, ms: number) => () => void;

export interface TalkParts {
  readonly id: string;
  readonly caller: Pick<Caller, 'get' | 'post'>;
  readonly storage: Storage | null;
  readonly later: Later;
  readonly newKey: () => string;
  readonly onChange: (state: TalkState) => void;
  /** Said of words that are on their way when the talk is lost. */
  readonly lostText: string;
}

const keepEveryMs = 20_000;
const retryMs = 3_000;
/** What is being typed is forgotten when nothing more comes of it. */
const typingShownMs = 8_000;
/** A sign of typing is said at most so often. */
const typingEveryMs = 4_000;
const nothing = () => {};

export class OpenTalk {
  readonly #parts: TalkParts;
  readonly #at: string;
  #state: TalkState;
  #closed = false;
  /** Grows when the claim changes here: a reading that began before knows nothing of it. */
  #turn = 0;
  #sending = false;
  #saysTyping = false;
  #cancelKeep = nothing;
  #cancelRetry = nothing;
  #cancelTyping = nothing;

  constructor(parts: TalkParts) {
    this.#parts = parts;
    this.#at = `/hand-offs/${encodeURIComponent(parts.id)}`;
    const outgoing = readOutgoing(parts.storage, parts.id);
    this.#state = { talk: null, claim: noClaim, outgoing, typing: '', problem: null };
  }

  get state(): TalkState {
    return this.#state;
  }

  /** Reads what is new; says by the state when it cannot be shown. */
  async read(): Promise<void> {
    const begun = this.#turn;
    try {
      const after = readFrom(this.#state.talk);
      const fresh = await this.#parts.caller.get<Talk>(after === null ? this.#at : `${this.#at}?after=${after}`);
      const before = this.#state.talk;
      const talk = { ...fresh, entries: withEntries(before, fresh.entries) };
      this.#set({ talk, problem: null, ...(hasNewWords(before, talk) ? { typing: '' } : {}) });
      if (begun === this.#turn) this.#follow(claimAfter(this.#state.claim, talk));
    } catch (error) {
      if (error instanceof WireError && !error.passing && error.status !== 401) this.#set({ problem: error.message });
    }
  }

  /** Takes it over. @throws WireError `taken`: `by` was quicker. */
  async claim(): Promise<void> {
    const before = this.#state.claim;
    this.#set({ claim: { kind: 'claiming' } });
    try {
      this.#hold(await this.#parts.caller.post<Claim>(`${this.#at}/claim`));
    } catch (error) {
      this.#set({ claim: before });
      throw error;
    } finally {
      await this.read();
    }
  }

  say(text: string, pictureIds: readonly string[]): void {
    this.#set({ outgoing: put(this.#state.outgoing, { key: this.#parts.newKey(), text, pictureIds }) });
    void this.#flush();
  }

  retry(key: string): void {
    this.#set({ outgoing: again(this.#state.outgoing, key) });
    void this.#flush();
  }

  /** Takes words back that have not gone out. */
  drop(key: string): void {
    this.#set({ outgoing: settle(this.#state.outgoing, key) });
  }

  /** The lost talk is looked at as anybody's. */
  giveUp(): void {
    this.#set({ claim: noClaim });
  }

  /** Hands over, gives back, finishes: the claim ends with it. @throws WireError */
  async end(path: 'transfer' | 'end', body: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#parts.caller.post(`${this.#at}/${path}`, { ...body, fence: this.#fence() ?? 0 });
    this.#cancelKeep();
    this.#set({ claim: noClaim });
    await this.read();
  }

  /** Tells the citizen that somebody is typing. */
  typing(): void {
    const fence = this.#fence();
    if (fence === null || this.#saysTyping) return;
    this.#saysTyping = true;
    this.#parts.later(() => {
      this.#saysTyping = false;
    }, typingEveryMs);
    this.#parts.caller.post(`${this.#at}/typing`, { fence }).catch(nothing);
  }

  hear(hint: Hint): void {
    const mine = hint.id === this.#parts.id;
    if (hint.kind === 'look' || (hint.kind === 'hand-off' && mine)) {
      void this.read();
      void this.#flush();
    }
    if (hint.kind !== 'typing' || !mine) return;
    this.#cancelTyping();
    this.#set({ typing: hint.text ?? '' });
    this.#cancelTyping = this.#parts.later(() => this.#set({ typing: '' }), typingShownMs);
  }

  close(): void {
    this.#closed = true;
    this.#cancelKeep();
    this.#cancelRetry();
    this.#cancelTyping();
  }

  #set(change: Partial<TalkState>): void {
    if (this.#closed) return;
    if (change.claim && change.claim.kind !== this.#state.claim.kind) this.#turn += 1;
    this.#state = { ...this.#state, ...change };
    if (change.outgoing) keepOutgoing(this.#parts.storage, this.#parts.id, this.#state.outgoing);
    this.#parts.onChange(this.#state);
  }

  #fence(): number | null {
    return this.#state.claim.kind === 'held' ? this.#state.claim.claim.fence : null;
  }

  #follow(claim: ClaimState): void {
    const { kind } = this.#state.claim;
    if (claim.kind === 'held' && kind !== 'held') this.#hold(claim.claim);
    else if (claim.kind === 'lost' && kind === 'held') this.#lose(claim.by);
    else this.#set({ claim });
  }

  #hold(claim: Claim): void {
    this.#set({ claim: { kind: 'held', claim } });
    this.#cancelKeep();
    if (!this.#closed) this.#cancelKeep = this.#parts.later(() => void this.#keep(), keepEveryMs);
    void this.#flush();
  }

  #lose(by: string | null): void {
    this.#cancelKeep();
    this.#set({ claim: { kind: 'lost', by }, outgoing: stopAll(this.#state.outgoing, this.#parts.lostText) });
  }

  async #keep(): Promise<void> {
    const fence = this.#fence();
    if (fence === null || this.#closed) return;
    try {
      const claim = await this.#parts.caller.post<Claim>(`${this.#at}/keep`, { fence });
      if (this.#fence() !== null) this.#hold(claim);
    } catch (error) {
      if (isLost(error)) this.#lose(error.by);
      else this.#cancelKeep = this.#parts.later(() => void this.#keep(), retryMs);
    }
  }

  /** One at a time, in the order of writing. */
  async #flush(): Promise<void> {
    const words = nextOut(this.#state.outgoing);
    const fence = this.#fence();
    if (!words || fence === null || this.#sending || this.#closed) return;
    this.#sending = true;
    this.#cancelRetry();
    const { key, text, pictureIds } = words;
    const isOut = await this.#parts.caller
      .post<Entry>(`${this.#at}/messages`, { fence, key, text, pictureIds })
      .then((entry) => this.#said(key, entry))
      .catch((error: unknown) => this.#notSaid(key, error));
    this.#sending = false;
    if (isOut) void this.#flush();
  }

  #said(key: string, entry: Entry): boolean {
    const { talk } = this.#state;
    this.#set({
      outgoing: settle(this.#state.outgoing, key),
      talk: talk && { ...talk, entries: withEntries(talk, [entry]) },
    });
    return true;
  }

  #notSaid(key: string, error: unknown): boolean {
    if (isLost(error)) this.#lose(error.by);
    else if (error instanceof WireError && error.passing)
      this.#cancelRetry = this.#parts.later(() => void this.#flush(), error.retryAfterMs ?? retryMs);
    else {
      const problem = error instanceof WireError ? error.message : String(error);
      this.#set({ outgoing: stop(this.#state.outgoing, key, 'refused', problem) });
    }
    return false;
  }
}

const isLost = (error: unknown): error is WireError =>
  error instanceof WireError && (error.code === 'lost' || error.code === 'taken');
