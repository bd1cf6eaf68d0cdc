/** The voice of espeak-ng, as a child process: words in by its standard input, a WAV out, nothing by a shell. */
import { type ChildProcess, spawn } from 'node:child_process';
import { type Speech, SpeechError, type TextToSpeech } from '../ports.ts';
import { readWav, WavError, writeWav } from '../sound/wav.ts';
import { verbalise } from '../verbalise.ts';
import { takeTurns } from './take-turns.ts';

export interface EspeakOptions {
  /** The program, and what stands before its own arguments. */
  readonly program: readonly [string, ...string[]];
  /** `vi`, `vi-vn-x-central`, `vi-vn-x-south`. */
  readonly voice?: string;
  /** A child that takes longer is killed. */
  readonly withinMs?: number;
  /** Children at a time, and how many may wait. */
  readonly atATime?: number;
  readonly mostWaiting?: number;
}

/** Words a minute. */
const rates = { normal: 140, slow: 110 } as const;
const usualMs = 10_000;
const usualAtATime = 4;
const usualWaiting = 64;
const longestText = 4_000;
/** Some twelve minutes of sound. */
const mostBytes = 32 * 1024 * 1024;

export function speakByEspeak(options: EspeakOptions): TextToSpeech {
  const { program, voice = 'vi', withinMs = usualMs } = options;
  const { atATime = usualAtATime, mostWaiting = usualWaiting } = options;
  const turns = takeTurns(atATime, mostWaiting);
  return {
    async synthesize({ text, rate, signal }) {
      const words = wordsFor(text);
      const [command, ...first] = program;
      const args = [...first, '-v', voice, '-s', String(rates[rate]), '-b', '1', '--stdin', '--stdout'];
      return turns(signal, () => speechOf(run({ command, args, words, withinMs, signal })));
    },
  };
}

/** What espeak-ng reads without guessing: it takes `[[…]]` for phonemes, and reads figures wrong. */
function wordsFor(text: string): string {
  if (text.length > longestText)
    throw new SpeechError('refused', `${text.length} signs are too many to say at once: ${longestText} are the most.`);
  const words = verbalise(text).replace(/[^\p{L}\p{M}\s.,?!]/gu, ' ');
  if (!/\p{L}/u.test(words)) throw new SpeechError('refused', 'There is no word to say.');
  return words;
}

async function speechOf(running: Promise<Buffer>): Promise<Speech> {
  const bytes = await running;
  try {
    const sound = readWav(bytes);
    // Its header tells no length, as the file is written while it is spoken: we write one that does.
    if (sound.pcm16.length > 0) return { wav: writeWav(sound), sampleRate: sound.sampleRate };
  } catch (cause) {
    if (!(cause instanceof WavError)) throw cause;
    throw new SpeechError('garbage', 'espeak-ng gave no sound that can be read.', { cause });
  }
  throw new SpeechError('garbage', 'espeak-ng gave no sound.');
}

interface Run {
  readonly command: string;
  readonly args: readonly string[];
  readonly words: string;
  readonly withinMs: number;
  readonly signal: AbortSignal;
}

function run({ command, args, words, withinMs, signal }: Run): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  // An environment of its own: nothing of our settings is a child's business.
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], env: { LC_ALL: 'C.UTF-8' }, shell: false });
  const end = (error: unknown) => {
    child.kill('SIGKILL');
    reject(error);
  };
  const limit = setTimeout(() => end(new SpeechError('timeout', `espeak-ng took more than ${withinMs} ms.`)), withinMs);
  const giveUp = () => end(signal.reason);
  signal.addEventListener('abort', giveUp, { once: true });
  const done = () => {
    clearTimeout(limit);
    signal.removeEventListener('abort', giveUp);
  };
  const sound = collect(child, end);
  child.once('error', () => end(new SpeechError('off', 'espeak-ng cannot be started: is it installed?')));
  child.once('close', (code) => {
    if (code === 0) resolve(Buffer.concat(sound));
    else reject(new SpeechError('garbage', `espeak-ng ended with ${code ?? 'a signal'}.`));
  });
  // A child that ends early has closed its ear: its code tells why.
  child.stdin?.on('error', () => {}).end(words);
  return promise.finally(done);
}

function collect({ stdout }: ChildProcess, end: (error: unknown) => void): Buffer[] {
  const parts: Buffer[] = [];
  let size = 0;
  stdout?.on('data', (part: Buffer) => {
    size += part.length;
    if (size > mostBytes) end(new SpeechError('garbage', `espeak-ng gave more than ${mostBytes} bytes.`));
    else parts.push(part);
  });
  return parts;
}
