/** `npm run guesses`: for an admin, how often somebody guessed at a case, and who has to wait. Names nobody. */
import type { Config } from '../config.ts';
import { openConfiguredStore } from './open-configured-store.ts';

export async function guessesCommand(config: Config, say: (text: string) => void): Promise<void> {
  const store = await openConfiguredStore(config, say, { join: true });
  const figures = await store.tryFigures().finally(() => store.close());
  const lines = figures.map(
    ({ kind, counted, tries, waiting, lastAt }) =>
      `by ${kind}: ${tries} wrong tries of ${counted}, ${waiting} have to wait, last ${lastAt.toISOString()}`,
  );
  process.stdout.write(`${lines.join('\n') || 'No wrong tries in the last week.'}\n`);
}
