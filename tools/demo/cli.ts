/** `npm run demo [-- --port 3000 --folder data/demo --speed 480]`: everything a citizen's own dossier takes, with invented people. */
import { createWriteStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DemoFolderError, freshFolder } from './fresh-folder.ts';
import { guideText } from './guide-text.ts';
import { startDemo } from './start-demo.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    folder: { type: 'string', default: 'data/demo' },
    speed: { type: 'string', default: '480' },
  },
});
const say = (text: string) => void process.stdout.write(`${text}\n`);

async function run(): Promise<void> {
  const folder = resolve(values.folder);
  freshFolder(folder);
  const logFile = join(folder, 'server.log');
  const log = createWriteStream(logFile);
  say('Starting an invented one-stop system, an identity provider and the server: about half a minute …');
  const starting = startDemo({
    folder,
    speed: Number(values.speed),
    ...(values.port ? { port: Number(values.port) } : {}),
    onOutput: (text) => void log.write(text),
  });
  const stop = () =>
    void starting.then(
      (demo) => demo.stop().finally(() => process.exit(0)),
      () => process.exit(1),
    );
  process.once('SIGINT', stop).once('SIGTERM', stop);
  say(guideText(await starting, logFile));
}

try {
  await run();
} catch (error) {
  say(error instanceof DemoFolderError ? error.message : String(error instanceof Error ? error.stack : error));
  process.exit(1);
}
