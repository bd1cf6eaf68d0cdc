/** What changed between two states of the local files: for the audit log when the running server takes new ones. */
import type { LocalFiles } from './load-local.ts';

export interface LocalChange {
  /** `province-15` or `commune-02683`. */
  readonly file: string;
  /** Where in it: `fees.1.000656.dong`; entries of a list by what names them. `''`: the file itself came or went. */
  readonly path: string;
  /** `null`: it was not there. */
  readonly before: Leaf | null;
  readonly after: Leaf | null;
}

type Leaf = string | number | boolean;

/** In the order of the files and of their fields; [] for the same. Pure. */
export function localDiff(before: LocalFiles, after: LocalFiles): readonly LocalChange[] {
  return [
    ...changesOf('province', before.provinces, after.provinces),
    ...changesOf('commune', before.communes, after.communes),
  ];
}

function changesOf(
  kind: 'province' | 'commune',
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): LocalChange[] {
  const codes = [...new Set([...before.keys(), ...after.keys()])].sort();
  return codes.flatMap((code) => {
    const [was, is] = [leavesOf(before.get(code)), leavesOf(after.get(code))];
    const paths = [...new Set([...was.keys(), ...is.keys()])];
    return paths
      .filter((path) => was.get(path) !== is.get(path))
      .map((path) => ({ file: `${kind}-${code}`, path, before: was.get(path) ?? null, after: is.get(path) ?? null }));
  });
}

/** Every value of a file by its path; a field that is empty is as one that is not there. */
function leavesOf(value: unknown, path: readonly string[] = []): Map<string, Leaf> {
  if (value === undefined || value === null) return new Map();
  if (typeof value !== 'object') return new Map([[path.join('.'), value as Leaf]]);
  const entries = Array.isArray(value) ? namedEntries(value) : Object.entries(value);
  return new Map(entries.flatMap(([name, inner]) => [...leavesOf(inner, [...path, name])]));
}

/** One put in before the others must not look as if all had changed: entries go by what names them. */
function namedEntries(list: readonly unknown[]): [string, unknown][] {
  const seen = new Map<string, number>();
  return list.map((entry, index) => {
    const name = nameOf(entry) ?? String(index);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return [count > 1 ? `${name}#${count}` : name, entry];
  });
}

function nameOf(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const { procedure, via, from, day, value, name } = entry as Readonly<Record<string, unknown>>;
  const way = Array.isArray(via) ? ` ${via.join('+')}` : '';
  if (typeof procedure === 'string') return `${procedure}${way} ${String(from)}`;
  return [day, value, name].find((one): one is string => typeof one === 'string') ?? null;
}
