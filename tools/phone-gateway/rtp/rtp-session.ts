/** The sound of one leg: a socket, a peer, a frame out and the frames in at every tick of the clock. */
import { randomInt } from 'node:crypto';
import type { Socket } from 'node:dgram';
import type { Codec } from '../media/g711.ts';
import { openPlayout, type Playout } from '../media/playout.ts';
import { samplesPerFrame } from '../media/sample-rate.ts';
import { type Frame, openJitterBuffer } from './jitter-buffer.ts';
import { type Endpoint, type KnownPeer, knowPeer } from './known-peer.ts';
import type { PaceClock } from './pace-clock.ts';
import { readPacket, writePacket } from './packet.ts';
import { type EventPacket, eventPackets, isKey, openKeyReader } from './telephone-event.ts';

/** What was agreed upon. */
export interface Agreed {
  readonly peer: Endpoint;
  /** Address that the call came from: sound from it is taken too. */
  readonly signalledFrom: string | null;
  /** What we send; both kinds are understood. */
  readonly codec: Codec;
  /** By payload type. */
  readonly understood: ReadonlyMap<number, Codec>;
  /** Payload type of keys; `null`: the peer takes none. */
  readonly keyType: number | null;
  readonly sends: boolean;
  readonly hears: boolean;
}

export interface Hearing {
  onFrame(frame: Frame): void;
  onKey(key: string): void;
}

export interface RtpSession {
  readonly port: number;
  readonly playout: Playout;
  agree(agreed: Agreed): void;
  /** Who listens now. One at a time is enough: a verb, a bridge. Returns how to leave. */
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
  const playout = openPlayout();
  const jitter = openJitterBuffer();
  const listeners = new Set<Hearing>();
  const keys: (EventPacket | null)[] = [];
  const figures = { sent: 0, received: 0, refused: 0 };
  let agreed: Agreed | null = null;
  let peer: KnownPeer | null = null;
  let heardFrom: number | null = null;
  let sequence = randomInt(0x10000);
  let timestamp = randomInt(0x1_0000_0000);
  let ticksOfNothing = 0;
  let open = true;
  const ssrc = randomInt(0x1_0000_0000);
  const keyed = (key: string) => {
    if (isKey(key)) for (const { onKey } of [...listeners]) onKey(key);
  };
  let readKey = openKeyReader(keyed);

  socket.on('message', (bytes, from) => {
    const packet = readPacket(bytes);
    if (packet === null || agreed === null || !peer?.accepts(from)) {
      figures.refused += 1;
      return;
    }
    const codec = agreed.understood.get(packet.payloadType);
    if (!codec && packet.payloadType !== agreed.keyType) return;
    figures.received += 1;
    ticksOfNothing = 0;
    if (heardFrom !== packet.ssrc) {
      heardFrom = packet.ssrc;
      jitter.reset();
      readKey = openKeyReader(keyed);
    }
    jitter.put({ sequence: packet.sequence, pcm: codec?.decode(packet.payload) ?? null });
    if (!codec) readKey(packet.payload, packet.timestamp);
  });

  const send = (out: { payload: Uint8Array; payloadType: number; marker: boolean; timestamp: number }) => {
    sequence = (sequence + 1) & 0xffff;
    if (peer === null || loses(sequence)) return;
    const { address, port } = peer.to;
    figures.sent += 1;
    // A packet that the network does not take is a lost packet.
    socket.send(writePacket({ ...out, sequence, ssrc }), port, address, () => {});
  };

  const leaveClock = clock.each(() => {
    if (agreed === null) return;
    const now = timestamp;
    timestamp = (timestamp + samplesPerFrame) >>> 0;
    const event = keys.shift();
    if (event && agreed.keyType !== null && agreed.sends)
      send({ ...event, payloadType: agreed.keyType, timestamp: (now - event.since) >>> 0 });
    else if (agreed.sends) {
      const frame = playout.next();
      const { codec } = agreed;
      const payload = frame ? codec.encode(frame) : new Uint8Array(samplesPerFrame).fill(codec.silence);
      send({ payload, payloadType: codec.payloadType, marker: false, timestamp: now });
    }
    if (!agreed.hears) return;
    ticksOfNothing += 1;
    for (const frame of jitter.take()) for (const { onFrame } of [...listeners]) onFrame(frame);
  });

  return {
    port: socket.address().port,
    playout,
    agree(next) {
      const moved = agreed === null || agreed.peer.address !== next.peer.address || agreed.peer.port !== next.peer.port;
      agreed = next;
      ticksOfNothing = 0;
      if (moved) peer = knowPeer(next.peer, next.signalledFrom);
    },
    listen(hearing) {
      listeners.add(hearing);
      return () => void listeners.delete(hearing);
    },
    keyed,
    press(pressed) {
      for (const key of pressed) if (isKey(key)) keys.push(...eventPackets(key), ...lifted);
    },
    figures,
    get ticksOfNothing() {
      return ticksOfNothing;
    },
    close() {
      if (!open) return;
      open = false;
      leaveClock();
      listeners.clear();
      playout.stop();
      socket.close();
    },
  };
}

/** Frames between two keys, in which the finger lifts: ordinary sound. */
const lifted: readonly null[] = [null, null, null];
