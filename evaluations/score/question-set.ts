/** A question set: how its lines are asked and how an answer is judged. One file of this folder defines each. */
import { z } from 'zod';
import type { AnswerLine, AskedLine } from '../answer-line.ts';

/** What judging needs to know of the shipped knowledge. */
export interface Knowing {
  /** Whether the code (or an alias of it) has a full guide; false for a card and for what is unknown. */
  isFullGuide(code: string): boolean;
  /** What the answer states that nothing it cites bears out; [] when all is borne out. `also` may be cited beside it. */
  invented(answer: AnswerLine, also?: readonly unknown[]): readonly string[];
}

/** A yes-or-no question put to every answer of a set. */
export interface Check {
  /** As the table calls it. */
  readonly label: string;
  /** `low` where a yes is a fault. */
  readonly better: 'high' | 'low';
}

/** What came of one answer: by check, `null` where it does not apply. */
export interface Judgement {
  readonly answer: AnswerLine;
  readonly checks: Readonly<Record<string, boolean | null>>;
}

/** With what the answer states and nothing bears out. */
export interface JudgedAnswer extends Judgement {
  readonly invented: readonly string[];
}

/** One question of a set, ready to be asked. */
export interface Question {
  readonly line: AskedLine;
  /** Style or kind; the table has a row for each. */
  readonly group: string;
  judge(answer: AnswerLine, knowing: Knowing): readonly JudgedAnswer[];
}

export interface QuestionSet {
  /** Also the name of its file: `<name>.jsonl`. */
  readonly name: string;
  readonly checks: Readonly<Record<string, Check>>;
  /** @throws {Error} naming the line that is not in the set's form. */
  read(jsonl: string): readonly Question[];
}

export interface SetShape<Item extends { readonly id: string }> {
  readonly name: string;
  readonly checks: Readonly<Record<string, Check>>;
  readonly item: z.ZodType<Item>;
  group(item: Item): string;
  ask(item: Item): Omit<AskedLine, 'id'>;
  judge(item: Item, answer: AnswerLine, knowing: Knowing): readonly Judgement[];
  /** Data that the answer may quote beside what it cites. */
  quotes?(item: Item, answer: AnswerLine): readonly unknown[];
}

/** Checks that every set has. */
const inventedCheck: Check = { label: 'facts invented', better: 'low' };

/** Defines a set; adds to each judgement whether the answer invents facts. */
export function questionSet<Item extends { readonly id: string }>(shape: SetShape<Item>): QuestionSet {
  const question = (item: Item): Question => ({
    line: { id: item.id, ...shape.ask(item) },
    group: shape.group(item),
    judge: (answer, knowing) =>
      shape.judge(item, answer, knowing).map((judgement) => {
        const invented = knowing.invented(judgement.answer, shape.quotes?.(item, judgement.answer));
        return { answer: judgement.answer, invented, checks: { ...judgement.checks, invented: invented.length > 0 } };
      }),
  });
  return {
    name: shape.name,
    checks: { ...shape.checks, invented: inventedCheck },
    read: (jsonl) =>
      jsonl
        .split('\n')
        .flatMap((line, index) => (line.trim() === '' ? [] : [question(readItem(shape, line, index + 1))])),
  };
}

function readItem<Item extends { readonly id: string }>(
  { name, item }: SetShape<Item>,
  line: string,
  number: number,
): Item {
  try {
    return item.parse(JSON.parse(line));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new Error(`${name}.jsonl line ${number}: ${why}`, { cause });
  }
}

/** A fact of a `must` list: a text, or alternatives. */
export const factSchema = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

export const isDeclined = ({ status }: AnswerLine): boolean => status.startsWith('declined-');

/** Whether the answer gives content about a procedure, a place or a dossier. */
export const givesAnswer = ({ status }: AnswerLine): boolean => ['answered', 'partial', 'place'].includes(status);

/** `null` when nothing is asked for, so that it counts neither way. */
export const allPresent = (asked: readonly unknown[], lacking: readonly unknown[]): boolean | null =>
  asked.length === 0 ? null : lacking.length === 0;
