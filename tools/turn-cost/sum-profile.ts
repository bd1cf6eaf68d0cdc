/** Where the CPU of a profile went: by the functions of ours, and by the packages beneath them. */
import type { Profiler } from 'node:inspector';

export interface Share {
  readonly name: string;
  /** 0 to 1, of all samples that were not idle. */
  readonly share: number;
}

export interface ProfileSum {
  /** Time in the function itself. */
  readonly self: readonly Share[];
  /** Time in a function of ours and in all that it called. */
  readonly within: readonly Share[];
  /** Self time by package, or by folder of ours. */
  readonly places: readonly Share[];
}

const idle = new Set(['(idle)', '(root)', '(program)']);

export function sumProfile({ nodes, samples = [] }: Profiler.Profile): ProfileSum {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const)));
  const [self, within, places] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const add = (sums: Map<string, number>, name: string) => sums.set(name, (sums.get(name) ?? 0) + 1);
  let all = 0;
  for (const sample of samples) {
    const node = byId.get(sample);
    if (!node || idle.has(node.callFrame.functionName)) continue;
    all += 1;
    add(self, nameOf(node));
    add(places, placeOf(node.callFrame.url, node.callFrame.functionName));
    const seen = new Set<string>();
    for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
      const above = byId.get(id);
      if (above && isOurs(above.callFrame.url)) seen.add(nameOf(above));
    }
    for (const name of seen) add(within, name);
  }
  const shares = (sums: Map<string, number>): readonly Share[] =>
    [...sums].map(([name, count]) => ({ name, share: count / all })).toSorted((a, b) => b.share - a.share);
  return { self: shares(self), within: shares(within), places: shares(places) };
}

const root = new URL('../../', import.meta.url).href;
const isOurs = (url: string): boolean => url.startsWith(root) && !url.includes('/node_modules/');

const nameOf = ({ callFrame: { functionName, url, lineNumber } }: Profiler.ProfileNode): string =>
  url === '' ? functionName : `${functionName || '(anonymous)'} ${shortOf(url)}:${lineNumber + 1}`;

const shortOf = (url: string): string => url.replace(root, '').replace(/^(?:.*\/)?node_modules\//, '');

function placeOf(url: string, functionName: string): string {
  if (url === '') return functionName.startsWith('(') ? functionName : '(V8)';
  if (url.startsWith('node:')) return 'node';
  const short = shortOf(url);
  return isOurs(url)
    ? (short.split('/').slice(0, 2).join('/') ?? short)
    : (/^(@[^/]+\/)?[^/]+/.exec(short)?.[0] ?? short);
}
