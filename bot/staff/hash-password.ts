/** Hashes passwords with argon2id, in a thread of its own, a few at a time. */
import { randomBytes } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { HashReply, HashTask } from './hash-thread.ts';

export interface PasswordHashing {
  /** In the form `$argon2id$v=19$…`. @throws {BusyError} */
  hash(password: string): Promise<string>;
  /** `null` stands for an account that is none: it takes as long and is never right. @throws {BusyError} */
  verify(password: string, hash: string | null): Promise<boolean>;
  /** Whether it was made with less than today's parameters. */
  isOld(hash: string): boolean;
}

/** So many sign-ins wait that another would wait too long. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
  readonly code = 'too-many-sign-ins';
}

/** OWASP's password storage cheat sheet, argon2id: 19 MiB, two passes, one lane. When they grow, hashes are made anew at the next sign-in. */
export const owaspCost = { memorySize: 19_456, iterations: 2, parallelism: 1 } as const;
export type HashCost = Readonly<Record<keyof typeof owaspCost, number>>;

/** Waiting at a time: 20 take about four seconds. */
const mostWaiting = 20;

export function openPasswordHashing(cost: HashCost = owaspCost): PasswordHashing {
  const ask = openThread();
  const make = async (password: string) =>
    String(await ask({ password: oneForm(password), hash: null, salt: randomBytes(16), cost }));
  let nobodys: Promise<string> | null = null;
  return {
    hash: make,
    async verify(password, hash) {
      nobodys ??= make(randomBytes(32).toString('base64')).catch((error: unknown) => {
        nobodys = null;
        throw error;
      });
      const compared = hash ?? (await nobodys);
      const same = await ask({ password: oneForm(password), hash: compared, salt: new Uint8Array(), cost });
      return hash !== null && same === true;
    },
    isOld: (hash) =>
      !hash.startsWith(`$argon2id$v=19$m=${cost.memorySize},t=${cost.iterations},p=${cost.parallelism}$`),
  };
}

/** Keyboards write "ệ" as one character or as three: both are the same password. */
const oneForm = (password: string): string => password.normalize('NFKC');

/** One thread for all, begun when it is first needed; it keeps no program from ending. */
function openThread(): (task: Omit<HashTask, 'id'>) => Promise<HashReply['result']> {
  let thread: Worker | null = null;
  let count = 0;
  const waiting = new Map<number, (result: HashReply['result'], error?: Error) => void>();
  const begin = (): Worker => {
    const begun = new Worker(new URL('./hash-thread.ts', import.meta.url), { env: {}, execArgv: [] });
    begun.unref();
    begun.on('message', ({ id, result }: HashReply) => waiting.get(id)?.(result));
    const fail = (error: Error) => {
      thread = null;
      for (const settle of waiting.values()) settle(null, error);
    };
    begun.on('error', fail);
    begun.on('exit', (code) => fail(new Error(`The thread that hashes passwords ended with ${code}`)));
    return begun;
  };
  return (task) => {
    if (waiting.size >= mostWaiting) throw new BusyError('Too many sign-ins at once. Try again in a few seconds.');
    thread ??= begin();
    count += 1;
    const id = count;
    const { promise, resolve, reject } = Promise.withResolvers<HashReply['result']>();
    waiting.set(id, (result, error) => {
      waiting.delete(id);
      if (waiting.size === 0) thread?.unref();
      if (error) reject(error);
      else resolve(result);
    });
    thread.ref();
    thread.postMessage({ ...task, id });
    return promise;
  };
}
