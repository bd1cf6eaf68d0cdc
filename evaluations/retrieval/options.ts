/** The command line of `evaluate retrieval`. */
import { parseArgs } from 'node:util';

export interface Options {
  readonly corpus: readonly string[];
  readonly queries: string | null;
  readonly qrels: string | null;
  readonly json: boolean;
  readonly ways: boolean;
  readonly transforms: boolean;
  readonly compareWays: boolean;
  readonly vectors: boolean;
}

export const usage = `evaluate retrieval [--corpus FILE]… [--queries FILE --qrels FILE] [--json] [--no-ways]
  --corpus   JSON lines of procedure records or of {id, text}; may repeat
  --queries  JSON lines of {id, text};  --qrels  qid<TAB>docid<TAB>rel without a header
  --no-ways      leaves the ways of asking of guides and cards out
  --compare-ways runs without them beside with them; fails when they make a question worse that was right
  --transforms   marks stripped, slips, telex, chat: what is lost, paired
  --vectors      times of the lexical build, of the vectors, of loading both from disk
Without files: the shared citizen questions over all shared procedures, or a line that they are not there.`;

/** `null` when the arguments make no sense. */
export function readOptions(argv: readonly string[]): Options | null {
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        corpus: { type: 'string', multiple: true, default: [] },
        queries: { type: 'string' },
        qrels: { type: 'string' },
        json: flag,
        'no-ways': flag,
        transforms: flag,
        'compare-ways': flag,
        vectors: flag,
      },
    });
    const files = [values.corpus.length > 0, values.queries !== undefined, values.qrels !== undefined];
    if (files.some(Boolean) && !files.every(Boolean)) return null;
    return {
      corpus: values.corpus,
      queries: values.queries ?? null,
      qrels: values.qrels ?? null,
      json: values.json,
      ways: !values['no-ways'],
      transforms: values.transforms,
      compareWays: values['compare-ways'],
      vectors: values.vectors,
    };
  } catch {
    return null;
  }
}
