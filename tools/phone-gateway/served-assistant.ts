/** The real program as a process of its own with the hotline switched on, and a server for speech beside it. For the bench and suites. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../bot/store/server/free-port.ts';
import { resample } from '../../channels/speech/sound/resample.ts';
import { readWav } from '../../channels/speech/sound/wav.ts';
import { demoServer } from '../demo/run-server.ts';
import { sampleRate } from './media/sample-rate.ts';

export interface ServedAssistant {
  readonly base: string;
  readonly secret: string;
  /** With `/v1`. */
  readonly speechUrl: string;
  /** Sounds of the utterances that the recogniser knows, in their order, 8000 Hz. */
  readonly sounds: readonly Int16Array[];
  /** What the program wrote so far. */
  log(): string;
  stop(): Promise<void>;
}

export interface ServedOptions {
  readonly utterances: readonly string[];
  /** Where officers are reached: a SIP address or a number. */
  readonly officers: string;
  readonly number: string;
  /** Files to lie in its data folder when it starts, such as a `secret.key`. */
  readonly files?: Readonly<Record<string, string>>;
  /** Over those that it needs. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Bát Xát. */
export const servedUnit = '02683';
const day = 24 * 60 * 60 * 1000;
const dayInVietnam = (at: Date): string => new Date(at.getTime() + day * (7 / 24)).toISOString().slice(0, 10);

/** Open at any hour of this day and the next, holidays too: what a call comes to hangs on no calendar. */
const openNow = (at: Date): string => `name: Trung tâm Phục vụ hành chính công xã Bát Xát
address: số 1 đường Thí Dụ, xã Bát Xát
phone: null
commune: "${servedUnit}"
hours:
  monday: ["07:30-11:30"]
exceptions:
${[at, new Date(at.getTime() + day)].map((one) => `  - { day: "${dayInVietnam(one)}", hours: ["00:00-23:59"], note: "mở để thử" }`).join('\n')}
`;

const secret = 'a-webhook-secret-of-tests';

/** Takes half a minute. */
export async function serveAssistant(options: ServedOptions): Promise<ServedAssistant> {
  const { utterances, officers, number, files = {} } = options;
  const folder = mkdtempSync(join(tmpdir(), 'phone-gateway-'));
  const [port, speechPort] = [await freePort(), await freePort()];
  const lines = join(folder, 'hotline.yaml');
  writeFileSync(lines, `lines:\n  - number: "${number}"\n    unit: "${servedUnit}"\n    officers: "${officers}"\n`);
  const unit = join(folder, 'unit.yaml');
  writeFileSync(unit, openNow(new Date()));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o600 });
  let log = '';
  const settings = {
    DATA_FOLDER: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    JAMBONZ_WEBHOOK_SECRET: secret,
    CALLS_PER_NUMBER: '100000',
    CALLS_PER_LINE: '100000',
    HOTLINE_LINES: lines,
    UNIT_FILE: unit,
    LOCAL_FOLDER: join(folder, 'local'),
    ...options.settings,
  };
  const program = demoServer({ ...settings, LOG_LEVEL: 'warn' }, (text) => {
    log = (log + text).slice(-20_000);
  });
  const [speech] = await Promise.all([startSpeech(folder, speechPort, utterances), program.start()]);
  const sounds = readdirSync(join(folder, 'sounds'))
    .toSorted()
    .map((file) => resample(readWav(readFileSync(join(folder, 'sounds', file))), sampleRate).pcm16);
  return {
    base: `http://127.0.0.1:${port}`,
    secret,
    speechUrl: `http://127.0.0.1:${speechPort}/v1`,
    sounds,
    log: () => log,
    async stop() {
      const gone = once(speech, 'exit');
      speech.kill('SIGTERM');
      await Promise.all([gone, program.end('SIGTERM')]);
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
    },
  };
}

/** In a process of its own: matching sounds is work that must not slow the calls. */
async function startSpeech(folder: string, port: number, utterances: readonly string[]): Promise<ChildProcess> {
  const file = join(folder, 'utterances.txt');
  writeFileSync(file, utterances.join('\n'));
  const cli = join(import.meta.dirname, '..', 'stand-in-recogniser', 'cli.ts');
  const args = [cli, '--utterances', file, '--port', String(port), '--out', join(folder, 'sounds')];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}
