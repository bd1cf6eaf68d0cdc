/** The session of this tab: taken up after a reload, made when first needed, refreshed while it lasts. */
import { type DirectLine, type Frame, type Session, WireError } from '../wire/direct-line.ts';
import type { Later } from '../wire/stream.ts';
import { readSession, type Storage, writeSession } from './keep-session.ts';

export interface KeeperParts {
  readonly wire: DirectLine;
  readonly storage: Storage | null;
  readonly later: Later;
  readonly unit: string | null;
}

/** A session that may be used. `history` is what was said before, `null` for a new conversation. */
export interface Begun {
  readonly session: Session;
  readonly history: Frame | null;
  /** Where a new conversation streams; `null` where the caller has to ask by its watermark. */
  readonly streamUrl: string | null;
}

const soonestRefreshMs = 30_000;

export class SessionKeeper {
  readonly #parts: KeeperParts;
  #beginning: Promise<Begun> | null = null;
  #session: Session | null = null;
  #cancelRefresh: (() => void) | null = null;
  /** The anonymous talk that a sign-in left behind: the server merges it into the person's. */
  #before: Session | null = null;
  /** Grows with every end, so that what was under way before it is thrown away. */
  #era = 0;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  get session(): Session | null {
    return this.#session;
  }

  /** Whether this tab had a session before the reload. */
  get hasKept(): boolean {
    return readSession(this.#parts.storage) !== null;
  }

  /** The one session, however often it is asked for. A failure is not kept: the next call tries again. */
  begin(locale: string): Promise<Begun> {
    if (!this.#beginning) {
      const beginning = this.#open(locale);
      beginning.catch(() => {
        if (this.#beginning === beginning) this.#beginning = null;
      });
      this.#beginning = beginning;
    }
    return this.#beginning;
  }

  /** Whether the session, or the one kept from before a reload, belongs to a sign-in; `null` where there is none. */
  get isSignedIn(): boolean | null {
    const session = this.#session ?? readSession(this.#parts.storage);
    return session && (session.signedIn ?? false);
  }

  /** Ends the session; should somebody have signed in since, the talk goes along with him. */
  leave(): void {
    const before = this.#session ?? readSession(this.#parts.storage);
    this.end();
    this.#before = before;
  }

  /** Forgets the session, here and in the tab's storage. */
  end(): void {
    this.#era += 1;
    this.#cancelRefresh?.();
    this.#session = null;
    this.#before = null;
    this.#beginning = null;
    writeSession(this.#parts.storage, null);
  }

  async #open(locale: string): Promise<Begun> {
    const era = this.#era;
    const { wire, unit } = this.#parts;
    const begun = (await this.#takeUp()) ?? (await this.#make(wire, locale, unit));
    if (era !== this.#era) throw new WireError(0);
    this.#keep(begun.session);
    return begun;
  }

  async #make(wire: DirectLine, locale: string, unit: string | null): Promise<Begun> {
    const session = await wire.newSession(locale, unit, this.#before);
    this.#before = null;
    return { session, history: null, streamUrl: await wire.start(session, locale) };
  }

  /** `null` when nothing was kept or the kept session is over. */
  async #takeUp(): Promise<Begun | null> {
    const session = readSession(this.#parts.storage);
    if (!session) return null;
    try {
      return { session, history: await this.#parts.wire.activities(session, ''), streamUrl: null };
    } catch (error) {
      if (!(error instanceof WireError && error.sessionOver)) throw error;
      writeSession(this.#parts.storage, null);
      return null;
    }
  }

  #keep(session: Session): void {
    this.#session = session;
    writeSession(this.#parts.storage, session);
    this.#cancelRefresh?.();
    const half = Math.max((session.expiresAt - Date.now()) / 2, soonestRefreshMs);
    this.#cancelRefresh = this.#parts.later(() => void this.#refresh(session), half);
  }

  async #refresh(session: Session): Promise<void> {
    try {
      const next = await this.#parts.wire.refresh(session);
      if (this.#session === session) this.#keep(next);
    } catch {
      // The call that needs the session will say whether it is over; until it is, try again.
      if (this.#session === session && session.expiresAt > Date.now()) this.#keep(session);
    }
  }
}
