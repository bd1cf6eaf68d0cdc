/** Throws cases and tries them, many at once: first those that must change nothing, between two looks at all rows, then the rest. */
import { type Case, type Door, doors, type Kind } from './case.ts';
import { pick, type Random, seededRandom } from './dice.ts';
import { type Fault, faults, type Judged, judge, type Outcome } from './judge.ts';
import type { Program } from './open-program.ts';
import { changedTables, openState } from './read-state.ts';
import type { SecretWords } from './secret-words.ts';
import type { World } from './world.ts';

export interface Find {
  readonly door: Door;
  readonly kind: string;
  readonly fault: Fault;
  readonly what: string;
  readonly why: string;
}

export interface Tally {
  readonly cases: number;
  /** Cases in which somebody was shown what is his. */
  readonly shown: ReadonlyMap<Door, number>;
  /** By door, then kind, then outcome. */
  readonly counts: ReadonlyMap<Door, ReadonlyMap<string, Readonly<Record<Outcome, number>>>>;
  readonly finds: readonly Find[];
}

export interface RunOptions {
  readonly cases: number;
  readonly seed: string;
  readonly kinds: readonly Kind[];
  readonly world: World;
  readonly words: SecretWords;
  readonly program: Program;
  /** Tried at the same time. */
  readonly atOnce?: number;
  readonly onProgress?: (done: number) => void;
}

interface Thrown {
  readonly kind: Kind;
  readonly one: Case;
}

const batchSize = 200;
/** The first of each kind come in turn, so that a short run reaches them all. */
const firstOfEach = 3;

export async function runCases(options: RunOptions): Promise<Tally> {
  const { cases, seed, kinds, program, atOnce = 12, onProgress = () => {} } = options;
  const random = seededRandom(`authorisation ${seed}`);
  const tally = openTally();
  const readState = await openState(program);
  const next = throwKinds(kinds, random);
  for (let done = 0; done < cases; ) {
    const count = Math.min(batchSize, cases - done);
    const batch = Array.from({ length: count }, () => {
      const kind = next();
      return { kind, one: kind.throw(options.world, random) };
    });
    const still = batch.filter(({ one }) => one.may === false || one.harmless);
    const moving = batch.filter(({ one }) => one.may !== false && !one.harmless);
    const before = await readState();
    await tryAll(options, still, { tally, atOnce });
    const changed = changedTables(before, await readState());
    if (changed.length > 0) await nameWhoChanged(options, still, { tally, readState, changed });
    await tryAll(options, moving, { tally, atOnce });
    done += count;
    onProgress(done);
    await keepAwake(program);
  }
  return { cases, counts: tally.counts, shown: tally.shown, finds: tally.finds };
}

function throwKinds(kinds: readonly Kind[], random: Random): () => Kind {
  const first = Array.from({ length: firstOfEach }, () => kinds).flat();
  const whole = kinds.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return () => {
    const waiting = first.shift();
    if (waiting) return waiting;
    let left = random() * whole;
    for (const kind of kinds) {
      left -= kind.weight ?? 1;
      if (left <= 0) return kind;
    }
    return pick(random, kinds);
  };
}

function openTally() {
  const counts = new Map<Door, Map<string, Record<Outcome, number>>>(doors.map((door) => [door, new Map()]));
  const finds: Find[] = [];
  const shown = new Map<Door, number>();
  return {
    shown,
    counts,
    finds,
    note({ kind: { door, name }, one }: Thrown, { outcome, why, shown: wasShown }: Judged) {
      if (wasShown) shown.set(door, (shown.get(door) ?? 0) + 1);
      const ofDoor = counts.get(door) ?? new Map();
      const row = ofDoor.get(name) ?? none();
      row[outcome] += 1;
      counts.set(door, ofDoor.set(name, row));
      const fault = faults.find((known) => known === outcome);
      if (fault) finds.push({ door, kind: name, fault, what: one.what, why: why ?? '' });
    },
  };
}
type OpenTally = ReturnType<typeof openTally>;

const none = (): Record<Outcome, number> => ({
  allowed: 0,
  refused: 0,
  limited: 0,
  leaked: 0,
  'let-in': 0,
  'kept-out': 0,
  changed: 0,
  broken: 0,
});

async function tryAll(
  { program, words }: RunOptions,
  thrown: readonly Thrown[],
  { tally, atOnce }: { readonly tally: OpenTally; readonly atOnce: number },
): Promise<void> {
  const waiting = [...thrown];
  const work = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) tally.note(one, await tryOne(program, one.one, words));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

const tryOne = (program: Program, one: Case, words: SecretWords): Promise<Judged> =>
  one.run({ call: program.call, program }).then(
    (told) => judge(one, told, words),
    (error: unknown): Judged => ({ outcome: 'broken', why: String(error), shown: false }),
  );

interface Changed {
  readonly tally: OpenTally;
  readonly readState: Awaited<ReturnType<typeof openState>>;
  readonly changed: readonly string[];
}

/** One after the other, until the one is found that changes rows; else the change is told of all of them together. */
async function nameWhoChanged(options: RunOptions, still: readonly Thrown[], { tally, readState, changed }: Changed) {
  for (const one of still) {
    const before = await readState();
    await tryOne(options.program, one.one, options.words);
    const now = changedTables(before, await readState());
    if (now.length > 0) return tally.note(one, { outcome: 'changed', why: now.join(', '), shown: false });
  }
  const [first] = still;
  if (first)
    tally.note(first, { outcome: 'changed', why: `one of ${still.length}: ${changed.join(', ')}`, shown: false });
}

/** Sessions and visits that go on, go on for the whole run, however long it takes. */
async function keepAwake({ database }: Program): Promise<void> {
  await database.query('update session set seen_at = now(), began_at = now() where ended_at is null');
  await database.query('update kiosk_visit set seen_at = now(), began_at = now() where ended_at is null');
  await database.query(
    `update staff_session set seen_at = now(), began_at = now() where seen_at > now() - interval '1 hour'`,
  );
}
