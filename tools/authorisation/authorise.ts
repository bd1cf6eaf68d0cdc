/** One run: a program, its people, and cases at every door. */
import type { Door } from './case.ts';
import { seededRandom } from './dice.ts';
import { fillWorld } from './fill-world.ts';
import { kindsOf } from './kinds.ts';
import { openProgram, type Program } from './open-program.ts';
import { type Find, runCases, type Tally } from './run-cases.ts';
import { openSecretWords, type SecretWords } from './secret-words.ts';
import { type WatchedRoutes, watchRoutes } from './watch-routes.ts';
import type { World } from './world.ts';

export interface AuthoriseOptions {
  readonly cases: number;
  readonly seed: string;
  /** One door alone; `null`: every one. */
  readonly only?: Door | null;
  readonly onProgress?: (done: number) => void;
}

export interface Authorised extends Tally {
  /** Routes of the program. */
  readonly routes: WatchedRoutes;
  /** Errors that the program told its log. */
  readonly errors: readonly unknown[];
}

/** A program with its people in it, for as many rounds of cases as are wanted. */
export interface OpenRound {
  readonly program: Program;
  readonly routes: WatchedRoutes;
  /** Tries cases; what reached phones is looked at too. */
  run(options: Pick<AuthoriseOptions, 'cases' | 'seed' | 'only' | 'onProgress'>): Promise<Authorised>;
}

export async function openRound(seed: string): Promise<OpenRound> {
  const program = await openProgram();
  try {
    const words = openSecretWords(seededRandom(`words ${seed}`));
    const world = await fillWorld(program, words);
    const all = await kindsOf(program);
    const routes = watchRoutes(program.app);
    return {
      program,
      routes,
      async run({ only = null, onProgress, ...how }) {
        const kinds = all.filter(({ door }) => only === null || door === only);
        const tally = await runCases({ ...how, kinds, world, words, program, ...(onProgress ? { onProgress } : {}) });
        const late = lookAtPhones(program, world, words);
        return { ...tally, finds: [...tally.finds, ...late], routes, errors: program.errors };
      },
    };
  } catch (error) {
    await program.close();
    throw error;
  }
}

export async function authorise(options: AuthoriseOptions): Promise<Authorised> {
  const round = await openRound(options.seed);
  try {
    return await round.run(options);
  } finally {
    await round.program.close();
  }
}

/** Everything that reached any phone in the whole run, against whose phone it is. */
function lookAtPhones({ zalo }: Program, world: World, words: SecretWords): readonly Find[] {
  const allowed = new Map(world.zalo.map(({ user, secrets }) => [user, secrets]));
  const filled = zalo.sent.all.filter(({ to }) => !movedAccounts.has(to));
  return filled.flatMap(({ to, channel, body, text }) => {
    const foreign = words.in(`${text} ${JSON.stringify(body)}`).filter((word) => !allowed.get(to)?.has(word));
    if (foreign.length === 0) return [];
    return [
      {
        door: 'zalo',
        kind: 'what reached a phone',
        fault: 'leaked',
        what: `${channel} to …${to.slice(-2)}`,
        why: foreign.join(', '),
      },
    ] as const;
  });
}

/** What was rightly told to them while they were another's, or linked. */
const movedAccounts: ReadonlySet<string> = new Set(['7000000000000000003', '7000000000000000004']);
