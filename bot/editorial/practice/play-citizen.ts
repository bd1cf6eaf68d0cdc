/** What a simulated citizen says next, from what was said so far: rules and a seed, no clock, no model. */
import type { Library } from '../../library.ts';
import { pick, seededRandom } from '../../measure/seeded-random.ts';
import { checkFact } from './facts-said.ts';
import { type Mark, marksOf } from './marks-of-words.ts';
import type { Scenario } from './scenario.ts';

export interface PracticeEntry {
  readonly speaker: 'citizen' | 'officer';
  readonly text: string;
  /** ISO 8601. */
  readonly at: string;
  /** Names what made the citizen say it: `opens`, `want:0`, `again:0`, `react:2`, `ends`. */
  readonly move: string | null;
}

export interface Move {
  readonly move: string;
  readonly text: string;
  /** He has all he came for, and takes his leave. */
  readonly over: boolean;
}

export interface PlayParts {
  readonly scenario: Scenario;
  readonly library: Pick<Library, 'find'>;
  readonly seed: string;
}

/** Most words of a citizen: nobody practises for ever. */
const mostMoves = 16;

export function nextMove(entries: readonly PracticeEntry[], { scenario, library, seed }: PlayParts): Move {
  const moves = entries.flatMap(({ move }) => move ?? []);
  const utter = (move: string, variants: readonly string[], over = false): Move => {
    const text = pick(seededRandom(`${seed} ${move} ${moves.filter((one) => one === move).length}`), variants);
    return { move, text, over };
  };
  if (moves.length === 0) return utter('opens', scenario.opens);
  const words = officersWords(entries);
  const last = marksOf(words.at(-1) ?? '');
  const ever = marksOfAll(words);
  const react = scenario.reacts.findIndex(
    ({ when, until, after }, at) =>
      !moves.includes(`react:${at}`) &&
      words.length >= after &&
      (when === undefined || last.has(when)) &&
      (until === undefined || !ever.has(until)),
  );
  if (react >= 0) return utter(`react:${react}`, scenario.reacts[react]?.say ?? []);
  if (moves.length >= mostMoves) return utter('ends', scenario.ends, true);
  for (const [at, want] of scenario.wants.entries()) {
    const entry = library.find(want.code);
    const told = entry?.kind === 'guide' && checkFact(entry.guide, want.facet, words.join('\n')).said;
    if (told) continue;
    if (!moves.includes(`want:${at}`)) return utter(`want:${at}`, gladAnd(scenario, at, want.ask));
    // Told three times that he did not hear it, he lets it be.
    if (moves.filter((move) => move === `again:${at}`).length < 3) return utter(`again:${at}`, want.again);
  }
  return utter('ends', scenario.ends, true);
}

/** What was just answered is acknowledged with the next question. */
function gladAnd(scenario: Scenario, at: number, ask: readonly string[]): readonly string[] {
  const glad = scenario.wants[at - 1]?.glad;
  return glad ? glad.flatMap((thanks) => ask.map((one) => `${thanks} ${one}`)) : ask;
}

export const officersWords = (entries: readonly PracticeEntry[]): readonly string[] =>
  entries.filter(({ speaker }) => speaker === 'officer').map(({ text }) => text);

/** Of all that the officer said. */
export const marksOfAll = (words: readonly string[]): ReadonlySet<Mark> =>
  new Set(words.flatMap((text) => [...marksOf(text)]));
