/**
 * One conversation of this tab: asks, waits, takes in what comes. Nothing is lost when the network is: a question
 * waits, marked, and goes out later under the same id, so that the server counts it once.
 *
 * No session is made before the citizen does something, so that looking at the page leaves no trace on the server.
 */
import type { Frame, Session } from '../wire/direct-line.ts';
import { Connection, type ConnectionParts, type Link } from './connection.ts';
import { readUnsent, writeUnsent } from './keep-session.ts';
import { ask, emptyTalk, receive, renew, setState, type Talk, unsent } from './messages.ts';
import { type Outbox, openOutbox, type Waiting } from './outbox.ts';

export interface View {
  readonly talk: Talk;
  readonly link: Link;
  /** An answer is on its way. */
  readonly expecting: boolean;
}

export interface ConversationParts extends Omit<ConnectionParts, 'onHistory' | 'onActivities' | 'onLink' | 'onOver'> {
  readonly newKey: () => string;
  /** The sign-in of this talk is over: what it showed is gone, and the page must show that nobody is signed in. */
  readonly onSignedOut?: () => void;
}

const mostPolls = 20;
const pollMs = 1_000;
/** With a socket open an answer comes by itself; the poll is for a socket that is dead and does not know it. */
const pollBehindSocketMs = 4_000;
const typingMs = 2_000;
/** A typing sign of an officer's shows for so long. */
const signMs = 6_000;

export class Conversation {
  /** The language of the interface, sent with each question. */
  locale = 'vi';
  readonly #parts: ConversationParts;
  readonly #line: Connection;
  readonly #outbox: Outbox;
  readonly #listeners = new Set<(view: View) => void>();
  #view: View = { talk: emptyTalk, link: 'idle', expecting: false };
  #cancelWatch: (() => void) | null = null;
  #typed = false;
  #cancelSign: (() => void) | null = null;

  constructor(parts: ConversationParts) {
    this.#parts = parts;
    this.#line = new Connection({
      ...parts,
      onHistory: (activities) => this.#restore(activities),
      onActivities: (activities) => this.#take(activities),
      onLink: (link) => this.#set({ link }),
      onOver: () => this.#renew(),
    });
    this.#outbox = openOutbox({
      next: () => unsent(this.#view.talk)[0],
      send: (message) => this.#send(message),
      onState: (key, state) => this.#setTalk(setState(this.#view.talk, key, state)),
      onSessionOver: () => this.#renew(),
      later: parts.later,
    });
  }

  get view(): View {
    return this.#view;
  }

  /** The right to speak, for the routes beside the wire; `null` before the first question. */
  get session(): Session | null {
    return this.#line.session;
  }

  /** Called with every new view; returns how to stop. */
  subscribe(listener: (view: View) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Takes up what this tab had before a reload; does nothing where there was none. */
  resume(): void {
    const rows = readUnsent(this.#parts.storage);
    this.#setTalk(rows.reduce((talk, { key, text, at }) => ask(talk, key, text, new Date(at)), this.#view.talk));
    if (this.#line.hasKept) this.warmUp();
    if (rows.length > 0) this.#outbox.flush();
  }

  /** Begins the session ahead of the first question. A failure is quiet: asking tries again. */
  warmUp(): void {
    this.#line.begin(this.locale).catch(() => this.#line.fail());
  }

  /** The right to speak, made where there is none yet. @throws {WireError} */
  begin(): Promise<Session> {
    return this.#line.begin(this.locale);
  }

  ask(text: string): void {
    if (text.trim() === '') return;
    this.#setTalk(ask(this.#view.talk, this.#parts.newKey(), text.trim(), new Date()));
    this.#outbox.flush();
  }

  /** Tells the officer what stands in the box: only while one has the talk, who said so; at most every two seconds. */
  type(text: string): void {
    const { session } = this.#line;
    if (!session || !this.#view.talk.withOfficer || this.#typed) return;
    this.#typed = true;
    this.#parts.later(() => {
      this.#typed = false;
    }, typingMs);
    const channelData = { preview: text };
    this.#parts.wire.send(session, { type: 'typing', from: { id: 'citizen' }, channelData }).catch(() => {});
  }

  /** The network is back, or the page is looked at again. */
  hurry(): void {
    this.#line.hurry();
    if (this.#line.link === 'lost' && this.#line.hasKept) this.warmUp();
    this.#outbox.flush();
  }

  /** Somebody signed in or out since this tab's talk began: it is left, and nothing of it stays on the screen. */
  follow(signedIn: boolean): void {
    if ((this.#line.isSignedIn ?? signedIn) === signedIn) return;
    this.#outbox.stop();
    this.#line.leave();
    this.#stopWatching();
    this.#setTalk(emptyTalk);
  }

  /** Forgets the conversation on this device. The next question begins another. */
  forget(): void {
    this.#end();
    this.#setTalk(emptyTalk);
  }

  #set(change: Partial<View>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener(this.#view);
  }

  #setTalk(talk: Talk): void {
    if (talk === this.#view.talk) return;
    this.#set({ talk });
    const rows = unsent(talk).map(({ key, text, at }) => ({ key, text, at: at.toISOString() }));
    writeUnsent(this.#parts.storage, rows);
  }

  /** What was said before the reload, then what had not gone out. */
  #restore(activities: Frame['activities']): void {
    const told = receive(emptyTalk, activities);
    const missing = unsent(this.#view.talk).filter(({ key }) => !told.messages.some((one) => one.key === key));
    this.#setTalk(missing.reduce((talk, { key, text, at }) => ask(talk, key, text, at), told));
  }

  #take(activities: Frame['activities']): void {
    const before = this.#view.talk;
    const talk = receive(before, activities);
    const answered = talk.messages.slice(before.messages.length).some(({ kind }) => kind !== 'mine');
    this.#setTalk(talk);
    if (answered) this.#stopWatching();
    else if (activities.some(({ type, from }) => type === 'typing' && from?.role !== 'user'))
      this.#showTyping(talk.withOfficer);
  }

  #showTyping(ofOfficer: boolean): void {
    this.#set({ expecting: true });
    if (!ofOfficer) return;
    this.#cancelSign?.();
    this.#cancelSign = this.#parts.later(() => this.#set({ expecting: false }), signMs);
  }

  async #send({ key, text, at }: Waiting): Promise<void> {
    const session = await this.#line.begin(this.locale);
    // An officer answers when he can: dots that never end would promise too much. His own typing sign shows them.
    if (!this.#view.talk.withOfficer) this.#set({ expecting: true });
    try {
      await this.#parts.wire.send(session, {
        type: 'message',
        text,
        textFormat: 'plain',
        locale: this.locale,
        from: { id: 'citizen' },
        localTimestamp: at.toISOString(),
        channelData: { clientActivityID: key },
      });
      this.#watch();
    } catch (error) {
      this.#stopWatching();
      throw error;
    }
  }

  /** Looks whether the answer lies there while no socket brings it. */
  #watch(polls = 0): void {
    this.#cancelWatch?.();
    if (polls >= mostPolls) this.#stopWatching();
    if (!this.#view.expecting) return;
    const live = this.#line.link === 'live';
    const ms = live ? pollBehindSocketMs : polls === 0 ? 0 : pollMs;
    this.#cancelWatch = this.#parts.later(() => void this.#line.poll().then(() => this.#watch(polls + 1)), ms);
  }

  #stopWatching(): void {
    this.#cancelWatch?.();
    this.#set({ expecting: false });
  }

  #renew(): void {
    if (this.#line.isSignedIn) {
      this.forget();
      this.#parts.onSignedOut?.();
      return;
    }
    this.#end();
    this.#setTalk(renew(this.#view.talk, this.#parts.newKey()));
  }

  #end(): void {
    this.#outbox.stop();
    this.#line.end();
    this.#stopWatching();
  }
}
