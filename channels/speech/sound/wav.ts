/** WAV files: what is read is mono, 16-bit sound; more channels are mixed to one, other widths are refused. */

export interface Sound {
  readonly pcm16: Int16Array;
  /** Hz. */
  readonly sampleRate: number;
}

/** No WAV, or one that we do not read: compressed, or not 16 bits wide. */
export class WavError extends Error {
  override readonly name = 'WavError';
  readonly code = 'wav';
}

const headerBytes = 44;
const chunkHeaderBytes = 8;
const bytesPerSample = 2;
const plainPcm = 1;
const extensible = 0xfffe;
const leastRate = 4_000;
const highestRate = 192_000;

export function writeWav({ pcm16, sampleRate }: Sound): Uint8Array {
  const data = pcm16.length * bytesPerSample;
  const wav = Buffer.alloc(headerBytes + data);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(headerBytes - chunkHeaderBytes + data, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(plainPcm, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(sampleRate, 24);
  wav.writeUInt32LE(sampleRate * bytesPerSample, 28);
  wav.writeUInt16LE(bytesPerSample, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(data, 40);
  bytesOf(pcm16).copy(wav, headerBytes);
  return wav;
}

/** Little-endian, as they stand in files and frames. */
export const bytesOf = (pcm16: Int16Array): Buffer =>
  Buffer.from(pcm16.buffer, pcm16.byteOffset, pcm16.length * bytesPerSample);

/** The other way; a byte too many is left out. */
export function samplesOf(bytes: Uint8Array): Int16Array {
  const whole = bytes.length - (bytes.length % bytesPerSample);
  const copy = new Uint8Array(whole);
  copy.set(bytes.subarray(0, whole));
  return new Int16Array(copy.buffer);
}

interface Format {
  readonly channels: number;
  readonly sampleRate: number;
}

/** Also one whose header tells no length, as programs write that speak while they compute. @throws {WavError} */
export function readWav(bytes: Uint8Array): Sound {
  const wav = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (wav.length < 12 || wav.toString('latin1', 0, 4) !== 'RIFF' || wav.toString('latin1', 8, 12) !== 'WAVE')
    throw new WavError(`${wav.length} bytes are no WAV file: send RIFF/WAVE, mono, 16-bit`);
  let format: Format | null = null;
  for (let at = 12; at + chunkHeaderBytes <= wav.length; ) {
    const name = wav.toString('latin1', at, at + 4);
    const size = wav.readUInt32LE(at + 4);
    const begin = at + chunkHeaderBytes;
    if (name === 'fmt ') format = formatAt(wav, begin, size);
    if (name === 'data') {
      if (!format) break;
      return mixed(samplesOf(wav.subarray(begin, Math.min(begin + size, wav.length))), format);
    }
    at = begin + size + (size % 2);
  }
  throw new WavError('The WAV file has no format, or no data');
}

function formatAt(wav: Buffer, at: number, size: number): Format {
  if (size < 16 || at + 16 > wav.length) throw new WavError('The format of the WAV file is cut short');
  const kind = wav.readUInt16LE(at);
  const channels = wav.readUInt16LE(at + 2);
  const sampleRate = wav.readUInt32LE(at + 4);
  const bits = wav.readUInt16LE(at + 14);
  if ((kind !== plainPcm && kind !== extensible) || bits !== 16 || channels < 1 || channels > 8)
    throw new WavError(
      `The WAV file has kind ${kind}, ${bits} bits, ${channels} channels: send plain PCM, 16-bit, mono`,
    );
  if (sampleRate < leastRate || sampleRate > highestRate)
    throw new WavError(`The WAV file has ${sampleRate} samples a second: send 8000 or 16000`);
  return { channels, sampleRate };
}

function mixed(samples: Int16Array, { channels, sampleRate }: Format): Sound {
  if (channels === 1) return { pcm16: samples, sampleRate };
  const pcm16 = new Int16Array(Math.floor(samples.length / channels));
  for (let at = 0; at < pcm16.length; at += 1) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1) sum += samples[at * channels + channel] ?? 0;
    pcm16[at] = Math.round(sum / channels);
  }
  return { pcm16, sampleRate };
}
