/**
 * Stands in for the program `espeak-ng` where it is not installed, with the part of its command line that we use:
 *
 *     echo "Xin chào" | node tools/test-voice/espeak-ng.ts -v vi -s 140 --stdin --stdout > chao.wav
 *
 * With `--lines` it stays: each line `{"id", "text", "voice", "rate"}` gives a line `{"id", "wav": base64}`.
 */
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { writeWav } from '../../channels/speech/sound/wav.ts';
import { openEngine } from './engine.ts';

const { values } = parseArgs({
  options: {
    v: { type: 'string', short: 'v', default: 'vi' },
    s: { type: 'string', short: 's', default: '175' },
    stdin: { type: 'boolean', default: false },
    stdout: { type: 'boolean', default: false },
    lines: { type: 'boolean', default: false },
    b: { type: 'string', short: 'b', default: '1' },
    version: { type: 'boolean', default: false },
  },
});

async function speakOnce(): Promise<void> {
  const [speak, words] = await Promise.all([openEngine(), text(process.stdin)]);
  process.stdout.write(writeWav(speak({ text: words, voice: values.v, rate: Number(values.s) })));
}

async function speakLines(): Promise<void> {
  const speak = await openEngine();
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, text: words, voice, rate } = JSON.parse(line);
    const wav = Buffer.from(writeWav(speak({ text: words, voice, rate }))).toString('base64');
    process.stdout.write(`${JSON.stringify({ id, wav })}\n`);
  }
}

if (values.version) process.stdout.write('eSpeak NG text-to-speech: a stand-in for tests\n');
else if (values.lines) await speakLines();
else if (values.stdin && values.stdout) await speakOnce();
else {
  process.stderr.write('Give --stdin --stdout, or --lines.\n');
  process.exitCode = 1;
}
