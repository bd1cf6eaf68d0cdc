/** The stages of a turn as a table, and whether the gap is what it should be. */
import type { TurnTimes } from './verbs/call.ts';

/** Value below which the share lies; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

type Stage = readonly [name: string, of: (turn: TurnTimes) => number | null];

const between = (from: number | null, to: number | null): number | null =>
  from === null || to === null ? null : to - from;
const gapOf = ({ speechEndedAt, firstSoundAt }: TurnTimes): number | null => between(speechEndedAt, firstSoundAt);

const stages: readonly Stage[] = [
  ['recogniser, of which in the silence', ({ recogniseFrom, recognisedAt }) => between(recogniseFrom, recognisedAt)],
  ['recogniser after the silence', ({ speechEndedAt, recognisedAt }) => positive(between(speechEndedAt, recognisedAt))],
  ['webhook', ({ hookFrom, hookedAt }) => between(hookFrom, hookedAt)],
  ['first sentence made', ({ hookedAt, voicedAt }) => positive(between(hookedAt, voicedAt))],
  ['until its first packet', ({ voicedAt, firstSoundAt }) => between(voicedAt, firstSoundAt)],
  ['GAP: end of speech to first packet', gapOf],
];

const positive = (ms: number | null): number | null => (ms === null ? null : Math.max(0, ms));

export function tableOf(turns: readonly TurnTimes[], ears: readonly { readonly gap: number }[]): string {
  const rows = stages.map(([name, of]) =>
    row(
      name,
      turns.map(of).filter((ms) => ms !== null),
    ),
  );
  const heard = row(
    'heard by the caller, less the silence',
    ears.map(({ gap }) => gap),
  );
  return [cells('stage', ['p50', 'p95', 'most', 'n']), ...rows, heard].join('\n');
}

const row = (name: string, values: readonly number[]): string =>
  cells(name, [...[0.5, 0.95, 1].map((share) => quantile(values, share).toFixed(0)), String(values.length)]);

const cells = (name: string, values: readonly string[]): string =>
  `| ${name.padEnd(38)} | ${values.map((value) => value.padStart(6)).join(' | ')} |`;

const targets = [
  [0.5, 500],
  [0.95, 1_500],
] as const;
const leastTurns = 30;

/** What was missed, a line each; nothing when all is well. */
export function targetsOf(name: string, turns: readonly TurnTimes[]): string[] {
  const gaps = turns.map(gapOf).filter((ms) => ms !== null);
  const few = gaps.length < leastTurns ? [`${name}: only ${gaps.length} turns, ${leastTurns} are needed`] : [];
  const slow = targets
    .filter(([share, most]) => quantile(gaps, share) > most)
    .map(
      ([share, most]) =>
        `${name}: p${share * 100} of the gap is ${quantile(gaps, share).toFixed(0)} ms, more than ${most}`,
    );
  return [...few, ...slow];
}
