/** Runs the program of one release: its commands, and the whole of it with its doors closed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../bot/store/server/free-port.ts';
import { checkServing } from './check-serving.ts';
import { type Installation, releaseFolder, updatesFolder, userOf } from './installation.ts';
import { UpdateError } from './update-error.ts';

/** What a release on trial is told: where the store is and what opens it. No platform, no model, no source of cases. */
const trialSettings = /^(?:DATABASE_\w+|DATA_FOLDER|UNIT_FILE|LOCAL_FOLDER|SECRET_KEY(?:_FILE)?)$/;

export interface ReleaseRunner {
  /** A copy of the store and of what belongs to it, by `npm run backup` of that release. */
  keepStore(release: string, copy: string): Promise<void>;
  /** Throws away what is there. The program must not be running. */
  putStoreBack(release: string, copy: string): Promise<void>;
  /** Starts it on the real store, reached by nobody else, asks it and ends it. @throws {UpdateError} `does-not-serve`. */
  tryOut(release: string): Promise<void>;
}

export function releaseRunner(installation: Installation, patienceMs: number): ReleaseRunner {
  const launch = (release: string, words: readonly string[], extra: NodeJS.ProcessEnv) =>
    launchRelease(installation, release, { words, extra });
  const command = async (release: string, words: readonly string[]) => {
    const started = launch(release, words, { ...installation.settings, ...copyKey(installation) });
    const { code, said } = await started.ended;
    if (code !== 0)
      throw new UpdateError('command-failed', `${words[0]} of ${release} failed: ${said().trim().slice(-800)}`);
  };
  return {
    keepStore: (release, copy) => command(release, ['backup', copy]),
    putStoreBack: (release, copy) => command(release, ['restore', copy, '--replace']),
    async tryOut(release) {
      const port = await freePort();
      const kept = Object.entries(installation.settings).filter(([name]) => trialSettings.test(name));
      const closed = { PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'error' };
      const started = launch(release, [], { ...Object.fromEntries(kept), ...closed });
      try {
        await checkServing({ base: `http://127.0.0.1:${port}`, patienceMs, hasEnded: started.hasEnded });
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new UpdateError('does-not-serve', `${why} It said: ${started.said().trim().slice(-800) || 'nothing'}`, {
          cause: error,
        });
      } finally {
        await started.stop();
      }
    },
  };
}

interface Launch {
  readonly words: readonly string[];
  readonly extra: NodeJS.ProcessEnv;
}

function launchRelease(installation: Installation, release: string, { words, extra }: Launch) {
  const folder = releaseFolder(installation.home, release);
  const own = join(folder, 'node_modules', 'node', 'bin', 'node');
  const { PATH, LANG, TZ } = process.env;
  const child = spawn(existsSync(own) ? own : process.execPath, ['main.ts', ...words], {
    cwd: folder,
    env: { PATH, LANG, TZ, ...extra },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...userOf(installation),
  });
  let said = '';
  const note = (part: Buffer) => {
    said = `${said}${part}`.slice(-20_000);
  };
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  const ended = new Promise<{ code: number | null; said: () => string }>((resolve) => {
    child.once('error', (error) => {
      note(Buffer.from(error.message));
      resolve({ code: null, said: () => said });
    });
    child.once('close', (code) => resolve({ code, said: () => said }));
  });
  return { ended, said: () => said, hasEnded: () => hasEnded(child), stop: () => stop(child, ended) };
}

const hasEnded = ({ pid, exitCode, signalCode }: ChildProcess): boolean =>
  pid === undefined || exitCode !== null || signalCode !== null;

/** It has a minute for an orderly end; the next start mends what a harder one leaves. */
async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (!hasEnded(child)) child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 60_000);
  await ended;
  clearTimeout(force);
}

/** Copies made before an update never leave the machine: they are closed with a passphrase that lies beside them. */
function copyKey(installation: Installation): NodeJS.ProcessEnv {
  const folder = updatesFolder(installation);
  const file = join(folder, 'passphrase');
  if (!existsSync(file) || readFileSync(file, 'utf8').trim() === '')
    writeFileSync(file, `${randomBytes(24).toString('base64')}\n`, { mode: 0o600, flush: true });
  const user = userOf(installation);
  if (user) for (const path of [folder, file]) chownSync(path, user.uid, user.gid);
  return {
    BACKUP_PASSPHRASE_FILE: file,
    BACKUP_PASSPHRASE: '',
    BACKUP_RECIPIENT: '',
    BACKUP_IDENTITY: '',
    BACKUP_IDENTITY_FILE: '',
  };
}
