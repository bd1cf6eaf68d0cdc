/** What arrives: packets of any order, from one sender at a time, as frames and keys. */
import type { Agreed } from './agreed.ts';
import { type Frame, openJitterBuffer } from './jitter-buffer.ts';
import type { RtpPacket } from './packet.ts';
import { openKeyReader } from './telephone-event.ts';

export interface SoundIn {
  /** `false`: of a kind that was not agreed upon. */
  take(packet: RtpPacket, agreed: Agreed): boolean;
  /** What is due at this tick. */
  frames(): readonly Frame[];
}

export function openSoundIn(onKey: (key: string) => void): SoundIn {
  const jitter = openJitterBuffer();
  let sender: number | null = null;
  let readKey = openKeyReader(onKey);
  return {
    take({ payloadType, sequence, timestamp, ssrc, payload }, { understood, keyType }) {
      const codec = understood.get(payloadType);
      if (!codec && payloadType !== keyType) return false;
      if (sender !== ssrc) {
        sender = ssrc;
        jitter.reset();
        readKey = openKeyReader(onKey);
      }
      jitter.put({ sequence, pcm: codec?.decode(payload) ?? null });
      if (!codec) readKey(payload, timestamp);
      return true;
    },
    frames: () => jitter.take(),
  };
}
