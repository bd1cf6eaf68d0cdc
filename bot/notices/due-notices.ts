/** What is worth telling about a case right now, whoever is told. Pure: the store decides what was told before. */
import { dayInVietnam } from '../../knowledge/index.ts';

/** A case as far as notices need it. */
export interface WatchedDossier {
  readonly id: string;
  readonly code: string;
  readonly procedure: string | null;
  readonly status: string | null;
  readonly promisedAt: Date | null;
}

/** One thing said once: `state` is told anew when `about` changes, `due` and `late` once for each promised day. */
export interface DueNotice {
  readonly slot: 'state' | 'due' | 'late';
  readonly about: string;
  readonly kind: 'changed' | 'papers' | 'payment' | 'ready' | 'ended' | 'due-tomorrow' | 'late';
}

const stateKinds: Readonly<Record<string, DueNotice['kind']>> = {
  'needs-papers': 'papers',
  'needs-payment': 'payment',
  ready: 'ready',
  returned: 'ended',
  refused: 'ended',
  withdrawn: 'ended',
  collected: 'ended',
};
/** While the office works on it, the promised day counts. */
const running = new Set(['received', 'in-process', 'forwarded']);

export function dueNotices(dossier: WatchedDossier, now: Date): DueNotice[] {
  const { status, promisedAt } = dossier;
  if (status === null) return [];
  const notices: DueNotice[] = [{ slot: 'state', about: status, kind: stateKinds[status] ?? 'changed' }];
  if (promisedAt === null || !running.has(status)) return notices;
  const promised = dayInVietnam(promisedAt);
  const today = dayInVietnam(now);
  if (promised < today) return [...notices, { slot: 'late', about: promised, kind: 'late' }];
  const tomorrow = dayInVietnam(new Date(now.getTime() + 86_400_000));
  return promised === tomorrow ? [...notices, { slot: 'due', about: promised, kind: 'due-tomorrow' }] : notices;
}
