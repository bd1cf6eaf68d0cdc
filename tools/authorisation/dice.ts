/** What is thrown: the same seed throws the same. */
export { seededRandom } from '../../bot/index.ts';

/** From 0 up to (not with) 1. */
export type Random = () => number;

/** @throws {RangeError} when there is nothing to choose from. */
export function pick<T>(random: Random, choices: readonly T[]): T {
  const chosen = choices[Math.floor(random() * choices.length)];
  if (chosen === undefined) throw new RangeError('pick: nothing to choose from');
  return chosen;
}

/** `true` so often, from 0 to 1. */
export const chance = (random: Random, share: number): boolean => random() < share;

/** An address of some network of citizens: limits by address are not what is tried here. */
export const addressFrom = (random: Random): string =>
  [10, ...Array.from({ length: 3 }, () => Math.floor(random() * 256))].join('.');
