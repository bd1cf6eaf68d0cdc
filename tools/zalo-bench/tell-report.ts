/** What a measurement found: as a table, and what must not be. */
import type { Figure } from '../measured.ts';
import type { LoadReport } from './load.ts';
import type { StoreFigures } from './look-into-store.ts';

export interface BenchReport {
  readonly load: LoadReport;
  readonly store: StoreFigures;
  readonly sent: number;
  readonly mostAMinute: number;
  readonly restarts: number;
  /** Of the machine before the deliveries began, over 1, 5 and 15 minutes: others' load, mostly. */
  readonly loadAverage: string;
  /** From the last delivery to the last message sent. */
  readonly drainSeconds: number;
  /** Messages sent a second meanwhile. */
  readonly drainPerSecond: number;
  readonly faults: readonly string[];
}

/** [] when nothing was lost and nothing doubled. */
export function faultsOf(load: LoadReport, store: StoreFigures): string[] {
  const must = (isWell: boolean, fault: string): string[] => (isWell ? [] : [fault]);
  const { done = 0, ...others } = store.deliveries;
  return [
    ...must(load.unacknowledged === 0, `${load.unacknowledged} deliveries were never acknowledged`),
    ...must(
      done === load.messages,
      `${done} deliveries are done of ${load.messages}; others: ${JSON.stringify(others)}`,
    ),
    ...must(store.turns === load.messages, `${store.turns} turns for ${load.messages} messages`),
    ...must(store.answeredTurns === store.turns, `${store.turns - store.answeredTurns} turns have no answer`),
    ...must(store.doubledMessages === 0, `${store.doubledMessages} messages have two turns`),
    ...must(store.doubledAnswers === 0, `${store.doubledAnswers} turns have two answers`),
    ...must(store.unsentAnswers === 0, `${store.unsentAnswers} answers have no row in the outbox`),
    ...must((store.outbox.queued ?? 0) === 0, `${store.outbox.queued} replies are still queued`),
    ...must((store.outbox.failed ?? 0) === 0, `${store.outbox.failed} replies failed`),
  ];
}

export function tableOf({ load, store, ...report }: BenchReport): string {
  const rows: readonly (readonly [string, string | number])[] = [
    ['load average of the machine before it began', report.loadAverage],
    ['deliveries', load.deliveries],
    ['different messages', load.messages],
    ['requests by answer', JSON.stringify(load.statuses)],
    ['program killed or restarted', report.restarts],
    ['acknowledged, p50 / p95 / p99 / max ms', Object.values(load.ack).join(' / ')],
    ['the same p95 by five seconds of sending', load.p95By5s.join(' ')],
    ['load behind its pace at worst, ms', load.behindMs],
    ['never acknowledged', load.unacknowledged],
    ['turns (answered)', `${store.turns} (${store.answeredTurns})`],
    ['messages with two turns, turns with two answers', `${store.doubledMessages}, ${store.doubledAnswers}`],
    ['outbox', JSON.stringify(store.outbox)],
    ['answers without a row in the outbox', store.unsentAnswers],
    ['calls that the simulated Zalo took', report.sent],
    ['most calls in a minute', report.mostAMinute],
    ['drained after the last delivery, s (messages a second)', `${report.drainSeconds} (${report.drainPerSecond})`],
    ['faults', report.faults.join('; ') || 'none'],
  ];
  return rows.map(([name, value]) => `| ${name} | ${value} |`).join('\n');
}

/** The same for the scorecard. */
export const figuresOf = ({ load, store, restarts, drainPerSecond, faults }: BenchReport): readonly Figure[] => {
  const count = (id: string, label: string, value: number): Figure => ({ id, label, value, unit: '', target: null });
  const { p50, p95, p99 } = load.ack;
  return [
    { ...count('faults', 'Kinds of loss or doubling found', faults.length), target: { most: 0 } },
    count('deliveries', 'Deliveries of the simulated Zalo', load.deliveries),
    count('messages', 'Different messages', load.messages),
    count('restarts', 'Times the program was killed or restarted', restarts),
    { ...count('unacknowledged', 'Deliveries never acknowledged', load.unacknowledged), target: { most: 0 } },
    { ...count('doubled', 'Messages with two turns', store.doubledMessages), target: { most: 0 } },
    ...Object.entries({ p50, p95, p99 }).map(
      ([part, value]): Figure => ({
        id: `ack-${part}`,
        label: `Acknowledged, ${part}`,
        value,
        unit: 'ms',
        target: null,
      }),
    ),
    { ...count('drain', 'Replies sent while draining', drainPerSecond), unit: '1/s' },
  ];
};
