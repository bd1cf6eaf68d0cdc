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
    encode: (pcm16) => Uint8Array.from(pcm16, (sample) => bytes[sample + 32_768] ?? 0),
    decode: (coded) => Int16Array.from(coded, (byte) => samples[byte] ?? 0),
  };
}

export const pcmu = codec('PCMU', 0, g711.mulaw);
export const pcma = codec('PCMA', 8, g711.alaw);
export const codecs: readonly Codec[] = [pcma, pcmu];
