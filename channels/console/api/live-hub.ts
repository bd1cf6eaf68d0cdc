/** The live stream of the console: hints of what to read again, and what a citizen types now. Nothing of it is kept. */
import type { Request, Response } from 'express';
import { type HandOffEars, maskForLog, type OfficerDesk, type StaffMember } from '../../../bot/index.ts';
import { places } from '../../limits/index.ts';
import type { StaffGate } from '../sign-in/index.ts';
import type { Hint } from './schemas.ts';
import { watchedTalks } from './watched-talks.ts';

/** Comments between hints keep proxies from closing the stream; each also looks whether the session is still live. */
const beatMs = 15_000;
const retryMs = 3_000;
const mostUnsent = 64_000;
const mostInAll = 1_000;
const mostPreview = 500;
/** He types by another copy of the program: what, is not known here. */
const unseen = '…';

export interface LiveHub {
  /** Opens a stream of whoever the gate let through. @throws 429 when this member has too many. */
  open(member: StaffMember, request: Request, response: Response): void;
  /** The officer who holds a talk has it before him: typing of its citizen goes to him. */
  watch(member: StaffMember, handOffId: string): void;
  /** He no longer holds it. */
  unwatch(handOffId: string): void;
  /** How many streams are open. */
  count(): number;
  /** The emergency banner changed. */
  banner(): void;
  close(): void;
}

export interface LiveHubParts {
  readonly gate: Pick<StaffGate, 'staffOf'>;
  readonly desk: Pick<OfficerDesk, 'onChange' | 'onTyping'>;
  readonly ears: HandOffEars;
  /** Whether a member works for a commune: his own, or one of his province. `null`: everybody does. */
  readonly serves: (member: StaffMember, unit: string | null) => boolean;
  /** Streams of one member at the same time. */
  readonly streams: number;
  readonly onError: (error: unknown) => void;
  readonly now?: () => number;
  readonly beatMs?: number;
}

interface Stream {
  readonly member: StaffMember;
  send(hint: Hint): void;
  /** Says that it is there, and ends it when the session is over. */
  beat(): void;
  end(): void;
}

export function makeLiveHub(parts: LiveHubParts): LiveHub {
  const { desk, ears, serves, onError } = parts;
  const streams = new Set<Stream>();
  const held = places(parts.streams, mostInAll);
  const watched = watchedTalks(parts.now);
  const tell = (hint: Hint, whom: (member: StaffMember) => boolean) => {
    for (const stream of streams) if (whom(stream.member)) stream.send(hint);
  };
  const forget = desk.onChange(({ handOffId, unit }) => {
    watched.doubt(handOffId);
    if (streams.size > 0) tellChange(handOffId, unit).catch(onError);
  });
  const forgetTyping = desk.onTyping(({ handOffId, text }) => {
    const holder = watched.holderOf(handOffId);
    const hint = { kind: 'typing', id: handOffId, text: maskForLog((text ?? unseen).slice(0, mostPreview)) } as const;
    if (holder !== null) tell(hint, ({ id }) => id === holder);
  });
  const tellChange = async (id: string, unit: string | null) => {
    const isKept = await ears.isKept(id);
    for (const stream of streams) {
      if (!serves(stream.member, unit)) continue;
      // A hint that cannot be shown to be his is not sent: his page looks by itself.
      if (!isKept || (await ears.sees(stream.member, id))) stream.send({ kind: 'hand-off', id });
    }
  };
  const beat = setInterval(() => {
    for (const stream of streams) stream.beat();
  }, parts.beatMs ?? beatMs);
  beat.unref();
  return {
    open(member, request, response) {
      const release = held.take(member.id);
      const stream = openStream(
        member,
        response,
        async () => (await parts.gate.staffOf(fresh(request))) !== null,
        onError,
      );
      streams.add(stream);
      response.once('close', () => {
        streams.delete(stream);
        release();
      });
      // Whoever comes back has missed something, and nobody knows what.
      if (request.get('last-event-id') !== undefined) stream.send({ kind: 'again' });
    },
    watch: watched.watch,
    unwatch: watched.drop,
    count: () => streams.size,
    banner: () => tell({ kind: 'banner' }, () => true),
    close() {
      forget();
      forgetTyping();
      clearInterval(beat);
      for (const stream of streams) stream.end();
    },
  };
}

/** The gate remembers whom it found for a request: a later look needs another one with the same cookie. */
const fresh = (request: Request): Request => Object.create(request) as Request;

function openStream(
  member: StaffMember,
  response: Response,
  isLive: () => Promise<boolean>,
  onError: (error: unknown) => void,
): Stream {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
    Connection: 'keep-alive',
  });
  response.flushHeaders();
  response.write(`retry: ${retryMs}\n\n`);
  let count = 0;
  const write = (text: string) => {
    if (response.writableEnded || response.destroyed) return;
    // A reader that stopped reading is cut off; it comes back and reads everything again.
    if (response.writableLength > mostUnsent) response.destroy();
    else response.write(text);
  };
  return {
    member,
    send(hint) {
      count += 1;
      write(`id: ${count}\ndata: ${JSON.stringify(hint)}\n\n`);
    },
    beat() {
      write(': here\n\n');
      isLive().then((live) => live || response.end(), onError);
    },
    end: () => void response.end(),
  };
}
