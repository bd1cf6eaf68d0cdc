/** What the peers' run found, as a table. */
import { tableOf } from '../report/tell-table.ts';
import type { Round } from './ask-peer.ts';
import type { AskedSet } from './asked-set.ts';

export interface PeerResult {
  readonly name: string;
  /** One question at a time. */
  readonly alone: readonly Round[];
  /** As many at a time as were asked for. */
  readonly full: readonly Round[];
  readonly atOnce: number;
  /** Of its processes, while it was full. */
  readonly cpuSeconds: number;
  readonly memoryMb: number;
  /** Questions whose right procedure came first. */
  readonly rightFirst: number;
}

export function tellPeers(results: readonly PeerResult[], { questions, documents, name }: AskedSet): string {
  const rows = results.map(({ name: peer, alone, full, cpuSeconds, memoryMb, rightFirst }) => {
    const times = alone.flatMap((round) => round.times).sort((one, other) => one - other);
    const at = (share: number) =>
      (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN).toFixed(1);
    const asked = full.reduce((sum, round) => sum + round.times.length, 0);
    const seconds = full.reduce((sum, round) => sum + round.seconds, 0);
    const failed = [...alone, ...full].reduce((sum, round) => sum + round.failed, 0);
    const share = (rightFirst / questions.length).toFixed(3);
    const perAnswer = ((1000 * cpuSeconds) / Math.max(1, asked)).toFixed(1);
    return [
      peer,
      at(0.5),
      at(0.95),
      at(0.99),
      (asked / seconds).toFixed(0),
      perAnswer,
      memoryMb,
      `${share} (${rightFirst})`,
      failed,
    ];
  });
  const head = ['system', 'p50 ms', 'p95 ms', 'p99 ms', `answers a second, ${results[0]?.atOnce ?? 0} at once`];
  return [
    `${questions.length} questions of ${name} over the same ${documents.length} procedures; each system in a process of its own, one after the other, ${results[0]?.alone.length ?? 0} rounds.`,
    tableOf([...head, 'CPU ms an answer', 'memory MB', 'right one first', 'failed'], rows),
    'The peers search and return ids. Our program also keeps question and answer, masks numbers, composes the answer from the record and checks it; "our search alone" is what compares with them.',
    'Our search was tuned on these questions and flatters itself with them; vectra is given hashed words, for no embedding model is here.',
  ].join('\n\n');
}
