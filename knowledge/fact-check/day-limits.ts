/** Day counts with their kind: "7 ngày" and "7 ngày làm việc" are two different limits. */
import { foldText } from '../plain-text.ts';

/** `7 working-day`, `30 day`, each once. "07 (bảy) ngày" counts as 7; a form number such as TK01 does not count. */
export function dayLimitsIn(text: string): ReadonlySet<string> {
  const limits = new Set<string>();
  for (const match of foldText(text).matchAll(/(?<![\w.,/])(\d+)\s*(?:\([^)]*\)\s*)?ngay(\s+lam\s+viec)?\b/g)) {
    limits.add(`${match[1]} ${match[2] ? 'working-day' : 'day'}`);
  }
  return limits;
}

/** Day limits of `text` that are not `known` with the same kind of days. */
export const unknownDayLimits = (text: string, known: ReadonlySet<string>): string[] =>
  [...dayLimitsIn(text)].filter((limit) => !known.has(limit)).map((limit) => `no limit of "${limit}" there`);
