/** Keys as RFC 4733 writes them: an event of several packets, of which any may be lost, told once. */
import { samplesPerFrame } from '../media/sample-rate.ts';

const keys = '0123456789*#ABCD';
export const isKey = (key: string): boolean => key.length === 1 && keys.includes(key);

export interface TelephoneEvent {
  readonly key: string;
  readonly ended: boolean;
  /** Samples since it began. */
  readonly duration: number;
}

export function readEvent(payload: Uint8Array): TelephoneEvent | null {
  if (payload.length < 4) return null;
  const [event = 255, flags = 0, high = 0, low = 0] = payload;
  const key = keys[event];
  return key === undefined ? null : { key, ended: (flags & 0x80) !== 0, duration: high * 256 + low };
}

const loudness = 10;

export function writeEvent({ key, ended, duration }: TelephoneEvent): Uint8Array {
  const capped = Math.min(duration, 0xffff);
  return Uint8Array.of(keys.indexOf(key), (ended ? 0x80 : 0) | loudness, capped >> 8, capped & 0xff);
}

/** Tells a key at its first packet; the others of the same event have the same timestamp. */
export function openKeyReader(onKey: (key: string) => void): (payload: Uint8Array, timestamp: number) => void {
  let told: number | null = null;
  return (payload, timestamp) => {
    const event = readEvent(payload);
    if (event === null || timestamp === told) return;
    // A stray packet of an event before this one is no new key.
    if (told !== null && ((timestamp - told) | 0) < 0) return;
    told = timestamp;
    onKey(event.key);
  };
}

export interface EventPacket {
  readonly payload: Uint8Array;
  readonly marker: boolean;
  /** Samples since the event began: its packets keep the first one's timestamp. */
  readonly since: number;
}

/** One packet a frame; the last is sent three times, since any may be lost. @param ms as long as a finger presses. */
export function eventPackets(key: string, ms = 100): EventPacket[] {
  const frames = Math.max(2, Math.round(ms / 20));
  return Array.from({ length: frames + 2 }, (_none, at) => {
    const duration = Math.min(at + 1, frames) * samplesPerFrame;
    return {
      payload: writeEvent({ key, ended: at >= frames - 1, duration }),
      marker: at === 0,
      since: at * samplesPerFrame,
    };
  });
}
