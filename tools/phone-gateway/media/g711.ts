/** G.711: the two ways of the telephone to write a sample in eight bits. Tables, so that ten calls cost nothing. */
import g711 from 'alawmulaw';

export type CodecName = 'PCMU' | 'PCMA';

export interface Codec {
  readonly name: CodecName;
  /** The payload type that RFC 3551 gives it. */
  readonly payloadType: number;
  readonly silence: number;
  encode(pcm16: Int16Array): Uint8Array;
  decode(bytes: Uint8Array): Int16Array;
}

interface Law {
  encodeSample(sample: number): number;
  decodeSample(byte: number): number;
}

function codec(name: CodecName, payloadType: number, law: Law): Codec {
  const bytes = Uint8Array.from({ length: 65_536 }, (_none, at) => law.encodeSample(at - 32_768) & 0xff);
  const samples = Int16Array.from({ length: 256 }, (_none, byte) => law.decodeSample(byte));
  return {
    name,
    payloadType,
    silence: bytes[32_768] ?? 0,
    encode: (pcm16) => looked(new Uint8Array(pcm16.length), pcm16, { table: bytes, zero: 32_768 }),
    decode: (coded) => looked(new Int16Array(coded.length), coded, { table: samples, zero: 0 }),
  };
}

interface Table {
  readonly table: ArrayLike<number>;
  /** Where the value 0 stands in it. */
  readonly zero: number;
}

/** A loop: `from` with a function costs ten times as much, fifty times a second for each leg. */
function looked<T extends Uint8Array | Int16Array>(to: T, from: ArrayLike<number>, { table, zero }: Table): T {
  for (let at = 0; at < to.length; at += 1) to[at] = table[(from[at] ?? 0) + zero] ?? 0;
  return to;
}

export const pcmu = codec('PCMU', 0, g711.mulaw);
export const pcma = codec('PCMA', 8, g711.alaw);
export const codecs: readonly Codec[] = [pcma, pcmu];
