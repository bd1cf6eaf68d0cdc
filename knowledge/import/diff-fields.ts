/** Field by field, what of a guide would change. */
import type { Guide } from '../guide.ts';

export interface FieldChange {
  /** `filing.0.fee.dong` */
  readonly path: string;
  /** `null` where there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Where from, for whom and how a guide is found are no facts of the procedure. */
const aside = new Set(['origin', 'ways', 'leftOut', 'family', 'variant', 'isDefault']);

/** In the order of the fields of `after`; [] when both say the same. */
export function diffFields(before: Guide, after: Guide): FieldChange[] {
  const [was, is] = [leavesOf(before), leavesOf(after)];
  const paths = [...new Set([...is.keys(), ...was.keys()])];
  return paths
    .filter((path) => was.get(path) !== is.get(path))
    .map((path) => ({ path, before: was.get(path) ?? null, after: is.get(path) ?? null }));
}

function leavesOf(guide: Guide): ReadonlyMap<string, string> {
  const leaves = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (value === null || value === undefined || value === '') return;
    if (typeof value !== 'object') {
      leaves.set(path, String(value));
      return;
    }
    for (const [key, own] of Object.entries(value)) walk(own, path === '' ? key : `${path}.${key}`);
  };
  walk(Object.fromEntries(Object.entries(guide).filter(([key]) => !aside.has(key))), '');
  // The rows that a fact came from say the same thing twice.
  for (const path of leaves.keys()) if (/\.from\.\d+$/.test(path)) leaves.delete(path);
  return leaves;
}

const longest = 200;
const short = (text: string | null) =>
  text === null ? '(nothing)' : text.length > longest ? `${text.slice(0, longest)}…` : text;

/** Two lines for each field, the old and the new. */
export const describeChange = ({ path, before, after }: FieldChange): string =>
  `  ${path}\n    - ${short(before)}\n    + ${short(after)}`;
