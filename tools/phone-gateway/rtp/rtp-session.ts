/** The sound of one leg: a socket, a peer, a packet out and the frames in at every tick of the clock. */
import type { Socket } from 'node:dgram';
import type { Playout } from '../media/playout.ts';
import type { Agreed } from './agreed.ts';
import type { Frame } from './jitter-buffer.ts';
import { type KnownPeer, knowPeer } from './known-peer.ts';
import type { PaceClock } from './pace-clock.ts';
import { readPacket } from './packet.ts';
import { openSoundIn } from './sound-in.ts';
import { openSoundOut } from './sound-out.ts';
import { isKey } from './telephone-event.ts';

export interface Hearing {
  onFrame(frame: Frame): void;
  onKey(key: string): void;
}

export interface RtpSession {
  readonly port: number;
  readonly playout: Playout;
  agree(agreed: Agreed): void;
  /** Who listens now: a verb, a bridge. Returns how to leave. */
  listen(hearing: Hearing): () => void;
  /** Keys that came by signalling. */
  keyed(key: string): void;
  /** @param keys those that are none are left out. */
  press(keys: string): void;
  readonly figures: { readonly sent: number; readonly received: number; readonly refused: number };
  /** Ticks since something was received, while something should be. */
  readonly ticksOfNothing: number;
  close(): void;
}

export interface RtpOptions {
  readonly socket: Socket;
  readonly clock: PaceClock;
  /** For tests of bad lines: packets that are to be lost on the way out. */
  readonly loses?: (sequence: number) => boolean;
}

export function openRtpSession({ socket, clock, loses = () => false }: RtpOptions): RtpSession {
  const out = openSoundOut();
  const listeners = new Set<Hearing>();
  const figures = { sent: 0, received: 0, refused: 0 };
  let agreed: Agreed | null = null;
  let peer: KnownPeer | null = null;
  let ticksOfNothing = 0;
  let open = true;
  const keyed = (key: string) => {
    if (isKey(key)) for (const { onKey } of [...listeners]) onKey(key);
  };
  const into = openSoundIn(keyed);
  socket.on('message', (bytes, from) => {
    const packet = readPacket(bytes);
    const taken = packet !== null && agreed !== null && peer?.accepts(from) && into.take(packet, agreed);
    figures[taken ? 'received' : 'refused'] += 1;
    if (taken) ticksOfNothing = 0;
  });
  const leaveClock = clock.each(() => {
    if (agreed === null || peer === null) return;
    const packet = out.next(agreed);
    if (packet && !loses(packet.sequence)) {
      figures.sent += 1;
      // A packet that the network does not take is a lost packet.
      socket.send(packet.bytes, peer.to.port, peer.to.address, () => {});
    }
    if (!agreed.hears) return;
    ticksOfNothing += 1;
    for (const frame of into.frames()) for (const { onFrame } of [...listeners]) onFrame(frame);
  });
  return {
    port: socket.address().port,
    playout: out.playout,
    agree(next) {
      const { address, port } = next.peer;
      if (agreed?.peer.address !== address || agreed.peer.port !== port) peer = knowPeer(next.peer, next.signalledFrom);
      agreed = next;
      ticksOfNothing = 0;
    },
    listen(hearing) {
      listeners.add(hearing);
      return () => void listeners.delete(hearing);
    },
    keyed,
    press: out.press,
    figures,
    get ticksOfNothing() {
      return ticksOfNothing;
    },
    close() {
      if (!open) return;
      open = false;
      leaveClock();
      listeners.clear();
      out.playout.stop();
      socket.close();
    },
  };
}
