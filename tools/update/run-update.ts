/** An update, step by step; what fails is undone by itself, and what was broken off is taken up again. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { checkServing, waitUntilSilent } from './check-serving.ts';
import {
  changesStore,
  currentRelease,
  type Installation,
  makeCurrent,
  manifestOf,
  pruneReleases,
  updatesFolder,
} from './installation.ts';
import { placeRelease, type Unpack } from './place-release.ts';
import { pruneCopies } from './prune-copies.ts';
import type { ReleaseRunner } from './run-release.ts';
import type { Supervisor } from './supervisor.ts';
import { UpdateError } from './update-error.ts';
import {
  endJournal,
  keepFolder,
  readJournal,
  type UpdateJournal,
  type UpdateStep,
  writeJournal,
} from './update-journal.ts';

export interface UpdateParts {
  readonly installation: Installation;
  readonly supervisor: Supervisor;
  readonly runner: ReleaseRunner;
  /** Where the service is reached on this machine. */
  readonly base: string;
  /** How long a release may take until it is ready, in ms: a slow PC makes its index anew. */
  readonly patienceMs: number;
  readonly unpack: Unpack;
  readonly checkServing: typeof checkServing;
  readonly waitUntilSilent: typeof waitUntilSilent;
  readonly say: (text: string) => void;
  readonly now: () => Date;
}

export type UpdateEnd = 'updated' | 'went-back';

/** @throws {UpdateError} or {BundleError} when nothing was changed; ends `went-back` when the old release serves again. */
export async function runUpdate(file: string, parts: UpdateParts): Promise<UpdateEnd> {
  const { installation, say, now } = parts;
  const { home } = installation;
  if (readJournal(home))
    throw new UpdateError('unfinished', 'An earlier update was broken off. First: npm run update -- --resume');
  const from = currentRelease(home);
  if (from === null) throw new UpdateError('no-installation', `${home}/current leads to no release.`);
  const to = await placeRelease(file, parts);
  const startedAt = now().toISOString();
  const copy = join(updatesFolder(installation), `before-${to}-${startedAt.replaceAll(/[:.]/g, '')}.age`);
  const changes = changesStore(manifestOf(home, from), manifestOf(home, to));
  const journal: UpdateJournal = { step: 'unpacked', from, to, copy, changesStore: changes, startedAt };
  say(`From ${from} to ${to}${changes ? ', with changes to the store' : ''}.`);
  writeJournal(home, journal);
  return goOn(journal, parts);
}

/** Forward from `unpacked`; any failure goes back. */
async function goOn(begun: UpdateJournal, parts: UpdateParts): Promise<UpdateEnd> {
  const { installation, supervisor, runner, base, say } = parts;
  const { home } = installation;
  const { from, to, copy } = begun;
  let journal = begun;
  const enter = (step: UpdateStep) => {
    journal = { ...journal, step };
    writeJournal(home, journal);
  };
  const goForward = async () => {
    say('Stopping the program. Citizens reach nobody from here on.');
    enter('stopped');
    await supervisor.stop();
    await parts.waitUntilSilent(base, 30_000);
    await runner.keepStore(from, copy);
    enter('kept');
    say(`The store is kept in ${copy}.`);
    enter('trying');
    await runner.tryOut(to);
    say('The new release answers, tried with its doors closed.');
    makeCurrent(home, to);
    keepFolder(home);
    enter('swapped');
    await startChecked(parts);
  };
  return finishOrGoBack(goForward, { now: () => journal, parts });
}

function finish({ from, to }: UpdateJournal, { installation, say }: UpdateParts): void {
  endJournal(installation.home);
  const gone = pruneReleases(installation.home, [from, to]);
  pruneCopies(updatesFolder(installation));
  say(`${to} serves. ${from} is kept${gone.length > 0 ? `; removed: ${gone.join(', ')}` : ''}.`);
}

interface GoBack {
  /** The service is being started by somebody else: neither stop nor start nor ask it. */
  readonly offline?: boolean;
}

/** Puts the old release back, and the store as it was where the old one could not work on it. May be done twice. */
async function goBack(journal: UpdateJournal, parts: UpdateParts, { offline = false }: GoBack = {}): Promise<void> {
  const { installation, supervisor, runner, say } = parts;
  const { home } = installation;
  const { step, from, to, copy } = journal;
  if (!offline) await supervisor.stop();
  const touched = ['trying', 'swapped', 'going-back'].includes(step);
  if (touched && journal.changesStore) {
    // What citizens said to the new release in between would be gone with it: it is kept beside.
    if (step === 'swapped') await keepWhatCameIn(journal, parts);
    writeJournal(home, { ...journal, step: 'going-back' });
    await runner.putStoreBack(from, copy);
    say('The store is as it was before the update.');
  }
  makeCurrent(home, from);
  keepFolder(home);
  if (!offline) await startChecked(parts);
  endJournal(home);
  rmSync(join(home, 'releases', to), { recursive: true, force: true });
  say(`Went back: ${from} ${offline ? 'is to serve' : 'serves'} again, as before the update.`);
}

async function keepWhatCameIn({ to, copy }: UpdateJournal, { runner, say }: UpdateParts): Promise<void> {
  const file = copy.replace(/\.age$/, '-served.age');
  try {
    await runner.keepStore(to, file);
    say(`What came in while ${to} served is kept in ${file}: npm run restore of that release opens it.`);
  } catch (error) {
    say(`What came in while ${to} served could not be kept: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Takes up what was broken off: forward once the new release had been tried and put in place, else back.
 *
 * @param offline before the service starts at boot: the place it starts from is mended, and nothing is started here.
 * @returns `null` when nothing was under way.
 */
export async function resumeUpdate(parts: UpdateParts, { offline = false }: GoBack = {}): Promise<UpdateEnd | null> {
  const { installation, say } = parts;
  const journal = readJournal(installation.home);
  if (!journal) return null;
  const { step, to, from, startedAt } = journal;
  say(`The update of ${startedAt} from ${from} to ${to} was broken off at "${step}".`);
  if (step !== 'swapped' || currentRelease(installation.home) !== to) {
    await goBack(journal, parts, { offline });
    return 'went-back';
  }
  if (offline) {
    finish(journal, parts);
    return 'updated';
  }
  return finishOrGoBack(() => startChecked(parts), { now: () => journal, parts });
}

async function startChecked({ supervisor, checkServing, base, patienceMs }: UpdateParts): Promise<void> {
  await supervisor.start();
  await checkServing({ base, patienceMs });
}

/** @param now how far it has come: where the work fails, that is gone back from. */
async function finishOrGoBack(
  work: () => Promise<void>,
  { now, parts }: { readonly now: () => UpdateJournal; readonly parts: UpdateParts },
): Promise<UpdateEnd> {
  try {
    await work();
  } catch (error) {
    parts.say(`The new release does not serve: ${error instanceof Error ? error.message : String(error)}`);
    await goBack(now(), parts);
    return 'went-back';
  }
  finish(now(), parts);
  return 'updated';
}
