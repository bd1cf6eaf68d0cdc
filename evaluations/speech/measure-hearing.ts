/** From what was said and heard to figures: in all, by region, by age. */
import { bootstrapMean, type Interval, wilson } from '../../bot/measure/interval.ts';
import type { AnswerLine, Ask } from '../answer-line.ts';
import type { Heard } from './hear-recordings.ts';
import { wordErrors, wordsOf } from './word-errors.ts';

export interface Row {
  /** `all`, `region north`, `age 60-69`. */
  readonly group: string;
  readonly recordings: number;
  /** Wrong words for each word said. */
  readonly wordErrorRate: Interval;
  /** Share of questions that bring the same guide, or the same kind of answer where none was brought. */
  readonly sameAnswer: Interval;
  /** Recordings for which nothing came back. */
  readonly failed: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

interface Judged extends Heard {
  readonly errors: number;
  readonly words: number;
  readonly same: boolean;
}

/** Asks the assistant twice: with what was said, and with what was heard. */
export async function measureHearing(heard: readonly Heard[], ask: Ask): Promise<readonly Row[]> {
  const answers = await ask(
    heard.flatMap(({ recording, text }, index) => [
      { id: `said-${index}`, text: recording.text, channel: 'hotline' },
      { id: `heard-${index}`, text: text || '…', channel: 'hotline' },
    ]),
  );
  const judged = heard.map((one, index) => judge(one, answers[2 * index], answers[2 * index + 1]));
  const groups = [['all', judged] as const, ...groupsOf(judged, 'region'), ...groupsOf(judged, 'age')];
  return groups.map(([group, members]) => rowOf(group, members));
}

function judge(one: Heard, said: AnswerLine | undefined, heard: AnswerLine | undefined): Judged {
  const words = wordsOf(one.recording.text);
  const errors = wordErrors(words, wordsOf(one.text ?? ''));
  return { ...one, errors, words: words.length, same: one.text !== null && outcomeOf(said) === outcomeOf(heard) };
}

const outcomeOf = (answer: AnswerLine | undefined): string => answer?.codes[0] ?? answer?.status ?? '';

function groupsOf(judged: readonly Judged[], by: 'region' | 'age'): (readonly [string, readonly Judged[]])[] {
  const known = judged.filter(({ recording }) => recording[by] !== undefined);
  return [...Map.groupBy(known, ({ recording }) => recording[by])]
    .map(([name, members]) => [`${by} ${name}`, members] as const)
    .toSorted(([a], [b]) => a.localeCompare(b));
}

function rowOf(group: string, members: readonly Judged[]): Row {
  const times = members.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN;
  return {
    group,
    recordings: members.length,
    wordErrorRate: errorRate(members),
    sameAnswer: wilson(members.filter(({ same }) => same).length, members.length),
    failed: members.filter(({ text }) => text === null).length,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
  };
}

/** Of all words together; the interval over recordings, as words of one recording are wrong together. */
function errorRate(members: readonly Judged[]): Interval {
  const words = members.reduce((sum, one) => sum + one.words, 0);
  const each = words / members.length;
  return bootstrapMean(members.map(({ errors }) => errors / each));
}
