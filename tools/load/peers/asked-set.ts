/** The questions with their right procedures, and the texts that every peer is given: what our own program knows. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readQueries } from '../../../evaluations/retrieval/read-corpus.ts';
import { loadKnowledge } from '../../../knowledge/index.ts';
import { documentsOf } from '../../../retrieval/index.ts';

const root = join(import.meta.dirname, '../../..');
const shared = join(root, '../shared/data/retrieval/dvc_citizen_dev');

export interface AskedSet {
  readonly name: string;
  readonly documents: readonly { readonly id: string; readonly title: string; readonly text: string }[];
  /** Those whose right procedure is among the documents. */
  readonly questions: readonly { readonly id: string; readonly text: string; readonly relevant: ReadonlySet<string> }[];
}

/** @param folder with `queries.jsonl` and `qrels.tsv`; without it the shared questions, or else our own. */
export async function readAskedSet(folder: string | null): Promise<AskedSet> {
  const documents = documentsOf(loadKnowledge(join(root, 'knowledge'))).map(
    ({ id, title, plainTitle, body, ways }) => ({
      ...{ id, title: [title, plainTitle].filter(Boolean).join('. ') },
      text: [...Object.values(body), ...ways.map(({ say }) => say)].join('\n'),
    }),
  );
  const known = new Set(documents.map(({ id }) => id));
  const from = folder ?? (existsSync(shared) ? shared : null);
  const all = from ? await readQueries(join(from, 'queries.jsonl'), join(from, 'qrels.tsv')) : ownQuestions();
  const questions = all.filter(({ relevant }) => [...relevant].some((id) => known.has(id)));
  return { name: from ? from.split('/').slice(-1).join('') : 'our own questions', documents, questions };
}

const ownQuestions = () =>
  readFileSync(join(root, 'evaluations/datasets/answer.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { id, text, code } = JSON.parse(line) as { id: string; text: string; code: readonly string[] };
      return { id, text, relevant: new Set(code) };
    });
