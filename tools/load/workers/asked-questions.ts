/** What the invented citizens of the load ask: the project's own questions, as they are typed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../evaluations/datasets');
const sets = ['answer', 'around', 'clarify', 'abstain', 'smalltalk', 'places'];

/** Always the same, in the same order. */
export function readQuestions(): readonly string[] {
  return sets.flatMap((name) =>
    readFileSync(join(folder, `${name}.jsonl`), 'utf8')
      .split('\n')
      .filter(Boolean)
      .flatMap((line) => {
        const { text } = JSON.parse(line) as { text?: unknown };
        return typeof text === 'string' && text.trim() !== '' ? [text] : [];
      }),
  );
}
