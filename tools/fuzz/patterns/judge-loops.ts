/** Every loop of every regular expression of the server: a short text must never take exponential time. */
import { askProcess } from './ask-process.ts';
import { builtPatterns } from './built-patterns.ts';
import { type Judged, judgePattern } from './judge-pattern.ts';
import { loopsOf } from './loops-of.ts';
import { writtenPatterns } from './written-patterns.ts';

export interface LoopsJudged {
  readonly patterns: number;
  readonly loops: number;
  readonly exponential: readonly Judged[];
  /** Those for which there was no time. */
  readonly unknown: readonly Judged[];
}

/** @param timeoutMs for one loop. */
export function judgeLoops(timeoutMs: number): LoopsJudged {
  const patterns = [...writtenPatterns(), ...builtPatterns()];
  const loops = new Map(patterns.flatMap(loopsOf).map((loop) => [`${loop.source}/${loop.flags}`, loop]));
  const judged = [...loops.values()].map((loop) => judgePattern(loop, timeoutMs));
  return {
    patterns: patterns.length,
    loops: loops.size,
    exponential: judged.filter(({ growth }) => growth === 'exponential'),
    unknown: judged.filter(({ growth }) => growth === 'unknown'),
  };
}

/** The same in a process of its own: a test's is some ten times slower at it. */
export const judgeLoopsApart = (timeoutMs: number): LoopsJudged =>
  askProcess('tell-loops.ts', String(timeoutMs)) as LoopsJudged;
