/**
 * `node tools/stand-in-recogniser/cli.ts --utterances FILE.txt [--port 8900] [--out FOLDER]`: a server for speech that
 * knows the lines of the file by their sound. With `--out` their sounds are written there, to be played to a call.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeWav } from '../../channels/speech/sound/wav.ts';
import { openTestVoice } from '../test-voice/test-voice.ts';
import { startStandIn } from './stand-in.ts';

const { values } = parseArgs({
  options: {
    utterances: { type: 'string' },
    port: { type: 'string', default: '8900' },
    out: { type: 'string' },
    voice: { type: 'string', default: 'vi' },
  },
});
const say = (text: string) => void process.stdout.write(`${text}\n`);
const voice = openTestVoice({ voice: values.voice });
const standIn = await startStandIn({ voice, port: Number(values.port) });
const lines = values.utterances ? readFileSync(values.utterances, 'utf8').split('\n') : [];
const texts = lines.map((line) => line.trim()).filter(Boolean);
if (values.out) mkdirSync(values.out, { recursive: true });
for (const [index, text] of texts.entries()) {
  const sound = await standIn.teachSpoken(text);
  if (values.out) writeFileSync(join(values.out, `${String(index + 1).padStart(3, '0')}.wav`), writeWav(sound));
}
say(`A stand-in for a server for speech knows ${texts.length} utterances by their sound. It carries; it does not hear.

  SPEECH_TO_TEXT_URL=${standIn.url} TEXT_TO_SPEECH_URL=${standIn.url} npm start`);
const stop = () => void Promise.all([standIn.stop(), voice.stop()]).then(() => process.exit(0));
process.once('SIGINT', stop).once('SIGTERM', stop);
