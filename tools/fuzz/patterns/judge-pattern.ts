/** How long a text can keep a regular expression busy, by recheck: https://makenowjust-labs.github.io/recheck/docs/ */
import { checkSync } from 'recheck';
import type { Pattern } from './pattern.ts';

/** `unknown`: there was no time to find out. */
export type Growth = 'linear' | 'polynomial' | 'exponential' | 'unknown';

export interface Judged extends Pattern {
  readonly growth: Growth;
  /** A text that shows it, as `'x' + 'a '.repeat(30) + 'y'`; `null` where there is none. */
  readonly attack: string | null;
}

// Its JavaScript, in this thread: its other engines are programs that not every machine can run.
process.env.RECHECK_SYNC_BACKEND = 'pure';

/** @param timeoutMs after which it is `unknown`. @throws Error for what it cannot read. */
export function judgePattern(pattern: Pattern, timeoutMs: number): Judged {
  const found = checkSync(pattern.source, pattern.flags, { timeout: timeoutMs });
  if (found.status === 'safe') return { ...pattern, growth: 'linear', attack: null };
  if (found.status === 'vulnerable') return { ...pattern, growth: found.complexity.type, attack: found.attack.pattern };
  if (found.error.kind !== 'timeout') throw new Error(`${found.error.kind}: ${pattern.source}`);
  return { ...pattern, growth: 'unknown', attack: null };
}
