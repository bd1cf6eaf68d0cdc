/** A Vietnamese voice for tests and tools on any machine: the engine in a child process, kept warm. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type Speaking, SpeechError, type TextToSpeech } from '../../channels/speech/ports.ts';
import { readWav } from '../../channels/speech/sound/wav.ts';

/** In the place of `espeak-ng`: the same command line, its first words to be put before the arguments. */
export const testVoiceProgram: readonly [string, ...string[]] = [
  process.execPath,
  '--disable-warning=ExperimentalWarning',
  join(import.meta.dirname, 'espeak-ng.ts'),
];

/** Words a minute, as the product asks espeak-ng for them. */
const rates = { normal: 140, slow: 110 } as const;
const reply = z.object({ id: z.number(), wav: z.base64() });

export interface TestVoice extends TextToSpeech {
  stop(): Promise<void>;
}

/** @param voice `vi` of the north, `vi-vn-x-south`, `vi-vn-x-central`. */
export function openTestVoice({ voice = 'vi' }: { readonly voice?: string } = {}): TestVoice {
  const [program, ...first] = testVoiceProgram;
  const child = spawn(program, [...first, '--lines'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const waiting = new Map<number, (wav: Uint8Array | null) => void>();
  void ended.then(() => {
    for (const answer of waiting.values()) answer(null);
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, wav } = reply.parse(JSON.parse(line));
    waiting.get(id)?.(Buffer.from(wav, 'base64'));
    waiting.delete(id);
  });
  let asked = 0;
  return {
    async synthesize({ text, rate }: Speaking) {
      const id = asked++;
      const wav = await new Promise<Uint8Array | null>((resolve) => {
        waiting.set(id, resolve);
        if (child.exitCode !== null) resolve(null);
        else child.stdin.write(`${JSON.stringify({ id, text, voice, rate: rates[rate] })}\n`);
      });
      if (wav === null) throw new SpeechError('unreachable', 'The voice for tests has ended: open it anew');
      return { wav, sampleRate: readWav(wav).sampleRate };
    },
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
