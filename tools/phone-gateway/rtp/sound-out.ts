/** What leaves: one packet a tick, sound or silence, or a key that is being pressed. */
import { randomInt } from 'node:crypto';
import { openPlayout, type Playout } from '../media/playout.ts';
import { samplesPerFrame } from '../media/sample-rate.ts';
import type { Agreed } from './agreed.ts';
import { writePacket } from './packet.ts';
import { type EventPacket, eventPackets, isKey } from './telephone-event.ts';

export interface SoundOut {
  readonly playout: Playout;
  press(keys: string): void;
  /** The packet of this tick; `null`: nothing is to be sent. */
  next(agreed: Agreed): { readonly bytes: Buffer; readonly sequence: number } | null;
}

/** Frames between two keys, in which the finger lifts: ordinary sound. */
const lifted: readonly null[] = [null, null, null];

export function openSoundOut(): SoundOut {
  const playout = openPlayout();
  const keys: (EventPacket | null)[] = [];
  const ssrc = randomInt(0x1_0000_0000);
  let sequence = randomInt(0x10000);
  let timestamp = randomInt(0x1_0000_0000);
  const write = (out: { payload: Uint8Array; payloadType: number; marker: boolean; timestamp: number }) => {
    sequence = (sequence + 1) & 0xffff;
    return { bytes: writePacket({ ...out, sequence, ssrc }), sequence };
  };
  return {
    playout,
    press(pressed) {
      for (const key of pressed) if (isKey(key)) keys.push(...eventPackets(key), ...lifted);
    },
    next({ codec, keyType, sends }) {
      const now = timestamp;
      timestamp = (timestamp + samplesPerFrame) >>> 0;
      if (!sends) return null;
      const event = keys.shift();
      if (event && keyType !== null)
        return write({ ...event, payloadType: keyType, timestamp: (now - event.since) >>> 0 });
      const frame = playout.next();
      const payload = frame ? codec.encode(frame) : new Uint8Array(samplesPerFrame).fill(codec.silence);
      return write({ payload, payloadType: codec.payloadType, marker: false, timestamp: now });
    },
  };
}
