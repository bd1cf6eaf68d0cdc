/** `evaluate groups`: whether questions that ask for the same matter come into one group, and others do not. */
import { runGroups } from './run-groups.ts';

export const run = (argv: readonly string[]): Promise<number> => runGroups(argv);
