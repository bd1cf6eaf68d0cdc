/** `npm run demo:dossiers [-- --port 4100 --count 2000 --seed demo --speed 480 --secret …] | --out FILE`: an invented one-stop system. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { makeUpOffice, startSimulator } from './start-simulator.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4100' },
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: 'demo' },
    speed: { type: 'string', default: '480' },
    secret: { type: 'string' },
    out: { type: 'string' },
  },
});
const say = (text: string) => void process.stdout.write(`${text}\n`);
const options = { count: Number(values.count), seed: values.seed, speed: Number(values.speed) };

async function write(file: string): Promise<void> {
  const dossiers = makeUpOffice(options).all();
  const lines = Readable.from(dossiers.map((dossier) => `${JSON.stringify(dossier)}\n`));
  await pipeline(lines, createWriteStream(file));
  say(`${dossiers.length} invented dossiers of invented people are in ${file}, one JSON object a line.`);
}

async function serve(): Promise<void> {
  const secret = values.secret ? { clientSecret: values.secret } : {};
  const { settings, office, close } = await startSimulator({ ...options, ...secret, port: Number(values.port) });
  const [someone] = office.all();
  say(`An invented one-stop system with ${office.all().length} dossiers of invented people is at ${settings.baseUrl}.

Start the server against it:

  DOSSIER_SOURCE_URL=${settings.baseUrl} \\
  DOSSIER_TOKEN_URL=${settings.tokenUrl} \\
  DOSSIER_CLIENT_ID=${settings.clientId} \\
  DOSSIER_CLIENT_SECRET=${settings.clientSecret} \\
  npm start

One of its people: ${someone?.applicant?.name}, ${someone?.applicant?.identityNumber}, dossier ${someone?.code}.
A day of its office passes in ${Math.round(86_400 / options.speed)} seconds. Let something go wrong:

  curl -X POST ${settings.baseUrl}/simulator/faults -H 'content-type: application/json' \\
    -d '[{"kind": "silent", "on": "find", "times": 5}]'

Ctrl-C ends it.`);
  const stop = () => void close().finally(() => process.exit(0));
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

if (values.out) await write(values.out);
else await serve();
