/** The line to the server: a session, a socket behind it, and polling where no socket stays open. */
import { type DirectLine, type Frame, type Session, WireError } from '../wire/direct-line.ts';
import { keepStream, type Socket, type Stream } from '../wire/stream.ts';
import { type Begun, type KeeperParts, SessionKeeper } from './session-keeper.ts';

/** `idle`: nothing begun. `lost`: no socket, the page polls or waits. */
export type Link = 'idle' | 'connecting' | 'live' | 'lost';

export interface ConnectionParts extends KeeperParts {
  readonly openSocket: (url: string) => Socket;
  /** Everything said before a reload. */
  readonly onHistory: (activities: Frame['activities']) => void;
  readonly onActivities: (activities: Frame['activities']) => void;
  readonly onLink: (link: Link) => void;
  /** The session is over though nobody ended it. */
  readonly onOver: () => void;
}

const longestPauseMs = 30_000;

export class Connection {
  readonly #parts: ConnectionParts;
  readonly #wire: DirectLine;
  readonly #keeper: SessionKeeper;
  #begun: Begun | null = null;
  #watermark = '';
  #stream: Stream | null = null;
  #link: Link = 'idle';

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    this.#wire = parts.wire;
    this.#keeper = new SessionKeeper(parts);
  }

  get link(): Link {
    return this.#link;
  }

  get session(): Session | null {
    return this.#keeper.session;
  }

  /** Whether this tab had a session before the reload. */
  get hasKept(): boolean {
    return this.#keeper.hasKept;
  }

  /** Whether this tab's talk belongs to a sign-in; `null` where there is none. */
  get isSignedIn(): boolean | null {
    return this.#keeper.isSignedIn;
  }

  /** The session, made or taken up when it is first asked for. @throws {WireError} */
  async begin(locale: string): Promise<Session> {
    const begun = await this.#keeper.begin(locale);
    if (this.#begun !== begun) {
      this.#begun = begun;
      if (begun.history) {
        this.#watermark = begun.history.watermark ?? '';
        this.#parts.onHistory(begun.history.activities);
      }
      this.#listen(begun);
    }
    return this.#keeper.session ?? begun.session;
  }

  /** Asks once for what is new; a failure is quiet, the next try says more. */
  async poll(): Promise<void> {
    const session = this.#keeper.session;
    if (!session) return;
    try {
      this.#take(await this.#wire.activities(session, this.#watermark));
    } catch (error) {
      if (error instanceof WireError && error.sessionOver && this.#keeper.session === session) this.#parts.onOver();
    }
  }

  /** The network is back: do not wait for the next try. */
  hurry(): void {
    this.#stream?.hurry();
  }

  /** Somebody signed in or out: the next `begin` makes another session, which takes over what an anonymous one said. */
  leave(): void {
    this.#drop();
    this.#keeper.leave();
  }

  /** Forgets the session. The next `begin` makes another. */
  end(): void {
    this.#drop();
    this.#keeper.end();
  }

  #drop(): void {
    this.#stream?.stop();
    this.#stream = null;
    this.#begun = null;
    this.#watermark = '';
    this.#setLink('idle');
  }

  /** Notes that the server cannot be reached at all. */
  fail(): void {
    this.#setLink('lost');
  }

  #setLink(link: Link): void {
    this.#link = link;
    this.#parts.onLink(link);
  }

  #take({ activities, watermark }: Frame): void {
    if (watermark) this.#watermark = watermark;
    this.#parts.onActivities(activities);
  }

  #listen(begun: Begun): void {
    let firstUrl = begun.streamUrl;
    this.#setLink('connecting');
    this.#stream = keepStream({
      nextUrl: async () => {
        const url = firstUrl ?? (await this.#wire.reconnect(this.#keeper.session ?? begun.session, this.#watermark));
        firstUrl = null;
        return url;
      },
      onFrame: (frame) => this.#take(frame),
      onOpen: () => this.#setLink('live'),
      onLost: (failures, error) => this.#onLost(failures, error),
      openSocket: this.#parts.openSocket,
      later: this.#parts.later,
    });
  }

  /** Polls once, so that the page goes on where sockets are forbidden, then says how long to rest. */
  async #onLost(failures: number, error: unknown): Promise<number | null> {
    this.#setLink('lost');
    if (error instanceof WireError && error.sessionOver) {
      this.#parts.onOver();
      return null;
    }
    if (failures > 0) await this.poll();
    return Math.min(longestPauseMs, 500 * 2 ** failures) * (0.75 + Math.random() / 2);
  }
}
