/** `npm run update -- FILE | --check FILE | --resume`: a release from a file, that goes back by itself when it does not serve. */
import { createPublicKey } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BundleError } from '../bundle/bundle-error.ts';
import { releaseName } from '../bundle/release-manifest.ts';
import { checkServing, waitUntilSilent } from './check-serving.ts';
import { makeCurrent, openInstallation } from './installation.ts';
import { lockInstallation } from './lock-installation.ts';
import { placeRelease, type Unpack } from './place-release.ts';
import { releaseRunner } from './run-release.ts';
import { resumeUpdate, runUpdate, type UpdateParts } from './run-update.ts';
import { shellSupervisor, systemdService } from './supervisor.ts';
import { unpackBundle } from './unpack-bundle.ts';
import { UpdateError } from './update-error.ts';
import { readJournal } from './update-journal.ts';

const usage = `npm run update -- FILE.tar.gz        update from a file; goes back by itself when that does not serve
npm run update -- --check FILE.tar.gz  look whether the file is whole and signed; changes nothing
npm run update -- --resume           take up an update that was broken off (a power cut)
  --home DIR          holds releases/ and current          (where this release lies, else /opt/hoi-mot-cua)
  --settings FILE     of the service                       (/etc/hoi-mot-cua/settings.env)
  --public-key FILE   who must have signed                 (/etc/hoi-mot-cua/release.pub, where there is one)
  --service NAME      of systemd                           (hoi-mot-cua)
  --stop CMD --start CMD   instead of systemd
  --patience SECONDS  until a release is ready             (300)`;

const string = { type: 'string' } as const;
const boolean = { type: 'boolean' } as const;
const options = {
  ...{ check: boolean, resume: boolean, 'before-start': boolean, place: boolean },
  ...{ home: string, settings: string, 'public-key': string },
  ...{ service: string, stop: string, start: string, patience: string },
};
const say = (text: string) => void process.stdout.write(`${text}\n`);

/** This file lies in `releases/NAME/tools/update` of an installation, or in a checkout. */
function homeHere(): string {
  const releases = resolve(import.meta.dirname, '..', '..', '..');
  return basename(releases) === 'releases' ? dirname(releases) : '/opt/hoi-mot-cua';
}

function publicKeyIn(given: string | undefined) {
  const file = given ?? '/etc/hoi-mot-cua/release.pub';
  if (given === undefined && !existsSync(file)) return null;
  const key = createPublicKey(readFileSync(file));
  if (key.asymmetricKeyType !== 'ed25519')
    throw new UpdateError('no-installation', `${file} holds no public key of the kind ed25519.`);
  return key;
}

async function check(file: string, unpack: Unpack): Promise<void> {
  const into = mkdtempSync(join(tmpdir(), 'hoi-mot-cua-check-'));
  try {
    const manifest = await unpack(file, { into, admit: () => {} });
    say(`${releaseName(manifest)} is whole, for ${manifest.platform}, made from a commit of ${manifest.committedAt}.`);
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  const [file] = positionals;
  const home = resolve(values.home ?? homeHere());
  const publicKey = publicKeyIn(values['public-key']);
  if (!publicKey && file) say('No public key is set: the file is checked for damage, not for who made it.');
  const unpack: Unpack = (from, where) => unpackBundle(from, { ...where, publicKey });
  if (values.check && file) return check(file, unpack);
  if (values.place && file) return placeFirst(file, home, unpack);
  const isResume = values.resume === true;
  if (isResume === (file !== undefined) || positionals.length > 1) throw new UpdateError('command-failed', usage);
  const offline = values['before-start'] === true;
  if (isResume && !readJournal(home)) return offline ? undefined : say('No update was broken off.');
  const unlock = lockInstallation(home);
  // Its updater lives and starts the service itself.
  if (!unlock && offline) return;
  if (!unlock) throw new UpdateError('already-running', 'An update is under way here. Wait until it has ended.');
  try {
    const parts = partsOf(home, values, unpack);
    const end = file ? await runUpdate(resolve(file), parts) : await resumeUpdate(parts, { offline });
    if (end === 'went-back' && !offline) process.exitCode = 1;
  } finally {
    unlock();
  }
}

/** The first release of an installation: there is nothing yet to stop or to go back to. */
async function placeFirst(file: string, home: string, unpack: Unpack): Promise<void> {
  makeCurrent(home, await placeRelease(resolve(file), { installation: { home, dataFolder: home }, unpack, say }));
}

type Values = Readonly<Record<'settings' | 'service' | 'stop' | 'start' | 'patience', string | undefined>>;

function partsOf(home: string, given: Partial<Values>, unpack: Unpack): UpdateParts {
  const installation = openInstallation(home, given.settings ?? '/etc/hoi-mot-cua/settings.env');
  const patienceMs = Number(given.patience ?? 300) * 1000;
  return {
    ...{ installation, patienceMs, unpack, checkServing, waitUntilSilent, say },
    supervisor:
      given.stop && given.start
        ? shellSupervisor(given.stop, given.start)
        : systemdService(given.service ?? 'hoi-mot-cua'),
    runner: releaseRunner(installation, patienceMs),
    base: `http://127.0.0.1:${installation.settings.PORT ?? 3000}`,
    now: () => new Date(),
  };
}

try {
  await main();
} catch (error) {
  const isPlain = error instanceof UpdateError || error instanceof BundleError;
  process.stderr.write(`${isPlain ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = 1;
}
