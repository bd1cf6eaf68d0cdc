/** Keeps each piece of code to the handle it was given. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { KyselyPlugin } from 'kysely';
import { ScopeError } from './errors.ts';

export interface Scopes {
  /** @throws {@link ScopeError} inside a scope: a second connection would work without the citizen's role. */
  refuseInside(): void;
  /** Runs `work` in a scope of this name. The plugin given to it makes a handle useless outside of the scope. */
  run<T>(name: string, work: (guard: KyselyPlugin) => Promise<T>): Promise<T>;
}

/** One per database. The scope follows the calls, through every `await`, by `AsyncLocalStorage`. */
export function makeScopes(): Scopes {
  const current = new AsyncLocalStorage<string>();
  return {
    refuseInside() {
      const name = current.getStore();
      if (name === undefined) return;
      throw new ScopeError(
        'outer-handle',
        `The database was used from inside ${name}, on another connection. Use the handle that ${name} gave, or do this before or after it.`,
      );
    },
    async run(name, work) {
      let ended = false;
      const guard: KyselyPlugin = {
        transformQuery({ node }) {
          if (!ended) return node;
          throw new ScopeError('ended-handle', `A handle of ${name} was used after it had ended.`);
        },
        transformResult: async ({ result }) => result,
      };
      try {
        return await current.run(name, () => work(guard));
      } finally {
        ended = true;
      }
    },
  };
}
