/** `npm run -s evaluate -- speech --base-url URL --recordings FOLDER [--model M] [--out FILE] [--json]`: measures a real recogniser. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Outside, outside } from '../run-evaluation.ts';
import { hearRecordings } from './hear-recordings.ts';
import { measureHearing } from './measure-hearing.ts';
import { RecordingError, readRecordings } from './read-recordings.ts';
import { speechPage } from './speech-page.ts';

const usage = `evaluate speech --base-url URL --recordings FOLDER [--model NAME] [--key KEY] [--out FILE] [--json]
  URL      an OpenAI-compatible server, such as http://127.0.0.1:8000/v1
  FOLDER   WAV files and said.jsonl: {"file", "text", "region", "age"} a line; see docs/how-to/give-it-a-voice.md
  FILE     where the page goes; docs/speech.md makes it the project's (default reports/speech.md)`;

const flags = {
  'base-url': { type: 'string' },
  recordings: { type: 'string' },
  model: { type: 'string', default: 'whisper-1' },
  key: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** Exit code: 0; 2 when the arguments or the recordings make no sense. */
export async function run(argv: readonly string[], tools: Outside = outside()): Promise<number> {
  const values = readFlags(argv);
  const { 'base-url': baseUrl, recordings: folder } = values ?? {};
  if (!values || !baseUrl || !folder) {
    tools.print(usage);
    return 2;
  }
  try {
    const recordings = readRecordings(folder);
    tools.progress(`hearing ${recordings.length} recordings`);
    const { heard, isStandIn } = await hearRecordings(recordings, {
      baseUrl,
      model: values.model,
      apiKey: values.key ?? null,
    });
    const rows = await measureHearing(heard, tools.ask);
    const page = speechPage({ rows, model: values.model, isStandIn, on: tools.now() });
    const file = resolve(values.out ?? join(tools.reports, 'speech.md'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, page);
    tools.print(values.json ? JSON.stringify({ name: 'speech', isStandIn, rows }) : page);
    return 0;
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    tools.print(error.message);
    return 2;
  }
}

function readFlags(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: flags, allowPositionals: false }).values;
  } catch {
    return null;
  }
}
