/** The two that can answer at set-up: a person at a terminal, a file of answers. */
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Ward } from './ask-ward.ts';
import { SetupError } from './setup-error.ts';

/** Asks on `say`, reads lines of `input`; a line that does not serve is asked again. */
export function wardAtTerminal(input: Readable, say: (text: string) => void): Ward {
  const lines = createInterface({ input })[Symbol.asyncIterator]();
  return {
    async answer(_key, question) {
      say(question);
      const { value, done } = await lines.next();
      if (done)
        throw new SetupError('Chưa trả lời hết câu hỏi nên chưa ghi tệp nào. Xin chạy lại khi có đủ thông tin.');
      return value;
    },
    complain: (_key, problem) => say(problem),
  };
}

/**
 * Answers from an object: `province`, `commune`, `points: [{name, address, phone, fields, counters, weekdays, saturday,
 * season}]`, `channels`, `overwrite`; each as a person would type it, what is absent as left empty.
 */
export function wardOfAnswers(answers: unknown): Ward {
  return {
    async answer(key) {
      const [, index] = /^points\.(\d+)\.more$/.exec(key) ?? [];
      if (index !== undefined) return valueAt(answers, `points.${Number(index) + 1}`) === undefined ? 'không' : 'có';
      // Whoever wrote the file of answers meant it.
      if (key === 'confirm') return 'có';
      const value = valueAt(answers, key);
      if (Array.isArray(value)) return value.join(', ');
      if (value === undefined || value === null) return '';
      if (typeof value === 'object') throw new SetupError(`${key}: viết thành một dòng chữ, như khi gõ trả lời.`);
      return String(value);
    },
    complain(key, problem) {
      throw new SetupError(`${key}: ${problem}`);
    },
  };
}

const valueAt = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (inner, name) =>
        typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name)
          ? (inner as Readonly<Record<string, unknown>>)[name]
          : undefined,
      value,
    );
