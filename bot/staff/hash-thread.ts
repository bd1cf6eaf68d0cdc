/** The thread that hashes passwords: it takes a fifth of a second each, in which the server answers others. */
import { parentPort } from 'node:worker_threads';
import { argon2id, argon2Verify } from 'hash-wasm';

export interface HashTask {
  readonly id: number;
  readonly password: string;
  /** To compare with; `null`: make a new one with these parameters. */
  readonly hash: string | null;
  readonly salt: Uint8Array;
  readonly cost: { readonly memorySize: number; readonly iterations: number; readonly parallelism: number };
}

export interface HashReply {
  readonly id: number;
  /** The new hash, or whether it was the password; `null`: the hash was none. */
  readonly result: string | boolean | null;
}

async function work({ password, hash, salt, cost }: HashTask): Promise<string | boolean> {
  if (hash !== null) return argon2Verify({ password, hash });
  return argon2id({ password, salt, ...cost, hashLength: 32, outputType: 'encoded' });
}

parentPort?.on('message', async (task: HashTask) => {
  const result = await work(task).catch(() => null);
  parentPort?.postMessage({ id: task.id, result } satisfies HashReply);
});
