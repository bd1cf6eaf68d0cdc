/** RTP packets, RFC 3550. Whatever comes from the network is checked to the last byte: `null` is no packet of ours. */

export interface RtpPacket {
  readonly payloadType: number;
  readonly marker: boolean;
  /** 16 bits, goes round. */
  readonly sequence: number;
  /** 32 bits, goes round; samples. */
  readonly timestamp: number;
  readonly ssrc: number;
  readonly payload: Uint8Array;
}

const headerBytes = 12;

export function readPacket(bytes: Buffer): RtpPacket | null {
  if (bytes.length < headerBytes || bytes.readUInt8(0) >> 6 !== 2) return null;
  const first = bytes.readUInt8(0);
  const second = bytes.readUInt8(1);
  let at = headerBytes + (first & 0x0f) * 4;
  if (first & 0x10) {
    if (at + 4 > bytes.length) return null;
    at += 4 + bytes.readUInt16BE(at + 2) * 4;
  }
  const padding = first & 0x20 ? bytes.readUInt8(bytes.length - 1) : 0;
  const end = bytes.length - padding;
  if (at > end || (first & 0x20 && padding === 0)) return null;
  return {
    payloadType: second & 0x7f,
    marker: (second & 0x80) !== 0,
    sequence: bytes.readUInt16BE(2),
    timestamp: bytes.readUInt32BE(4),
    ssrc: bytes.readUInt32BE(8),
    payload: bytes.subarray(at, end),
  };
}

export function writePacket({ payloadType, marker, sequence, timestamp, ssrc, payload }: RtpPacket): Buffer {
  const bytes = Buffer.alloc(headerBytes + payload.length);
  bytes.writeUInt8(0x80, 0);
  bytes.writeUInt8((marker ? 0x80 : 0) | (payloadType & 0x7f), 1);
  bytes.writeUInt16BE(sequence & 0xffff, 2);
  bytes.writeUInt32BE(timestamp >>> 0, 4);
  bytes.writeUInt32BE(ssrc >>> 0, 8);
  bytes.set(payload, headerBytes);
  return bytes;
}

/** How far `later` is ahead of `earlier` on a circle of 16 bits: −32768 to 32767. */
export const sequenceStep = (earlier: number, later: number): number => ((later - earlier + 0x18000) & 0xffff) - 0x8000;
