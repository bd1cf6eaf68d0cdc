/** `npm run guesses`: for an admin, how often somebody guessed at a case, and who has to wait. Names nobody. */
import { type Command, withStore } from './command.ts';

export const guessesCommand: Command = async (_words, config, say) => {
  const figures = await withStore(config, say, (store) => store.tryFigures());
  const lines = figures.map(
    ({ kind, counted, tries, waiting, lastAt }) =>
      `by ${kind}: ${tries} wrong tries of ${counted}, ${waiting} have to wait, last ${lastAt.toISOString()}`,
  );
  process.stdout.write(`${lines.join('\n') || 'No wrong tries in the last week.'}\n`);
};
