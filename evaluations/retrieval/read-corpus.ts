/** Reads corpora, questions and judgements for the evaluation of search. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { loadKnowledge, portalRecordSchema } from '../../knowledge/index.ts';
import { documentOfRecord, documentsOf, type SearchDocument } from '../../retrieval/index.ts';

export interface Query {
  readonly id: string;
  readonly text: string;
  /** Ids of the documents that answer it. */
  readonly relevant: ReadonlySet<string>;
}

const nothing = { documents: '', steps: '', conditions: '', results: '', methods: '', legal: '', about: '' };

const plainDocument = (id: string, text: string): SearchDocument => ({
  id,
  kind: 'plain',
  title: '',
  plainTitle: null,
  field: null,
  levels: [],
  body: { ...nothing, about: text },
  ways: [],
  family: null,
  variant: null,
  isDefault: false,
});

/**
 * Documents of files of JSON lines, one by one: portal records (they have a `name`), or plain `{id, text}`.
 *
 * @throws {SyntaxError} naming file and line, when a line is neither.
 */
export async function* readCorpus(files: readonly string[]): AsyncGenerator<SearchDocument> {
  for (const file of files) {
    let line = 0;
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (text.trim() !== '') yield documentOf(text, `${file}:${line}`);
    }
  }
}

function documentOf(line: string, where: string): SearchDocument {
  let json: { id?: unknown; text?: unknown; name?: unknown };
  try {
    json = JSON.parse(line);
  } catch (cause) {
    throw new SyntaxError(`${where}: not JSON`, { cause });
  }
  if (typeof json.name === 'string') {
    const record = portalRecordSchema.safeParse(json);
    if (record.success) return documentOfRecord(record.data);
  }
  if (typeof json.id === 'string' && typeof json.text === 'string') return plainDocument(json.id, json.text);
  throw new SyntaxError(`${where}: neither a procedure record nor {id, text}`);
}

/** Ways of asking, plain titles and families of the guides and cards with the same codes join the records. */
export function knowledgeJoiner(folder: string): (document: SearchDocument) => SearchDocument {
  const known = new Map(documentsOf(loadKnowledge(folder)).map((document) => [document.id, document]));
  return (document) => {
    const own = known.get(document.id);
    if (!own || document.kind === 'plain') return document;
    const { kind, plainTitle, ways, family, variant, isDefault } = own;
    return { ...document, kind, plainTitle, ways, family, variant, isDefault };
  };
}

/** Questions `{id, text}` with the judgements `qid<TAB>docid<TAB>rel`; those without a relevant document are left out. */
export async function readQueries(queries: string, judgements: string): Promise<Query[]> {
  const relevant = new Map<string, Set<string>>();
  for (const line of (await readFile(judgements, 'utf8')).split('\n')) {
    const [query, document, degree] = line.trim().split(/\t/);
    if (!query || !document || Number(degree) <= 0) continue;
    relevant.set(query, (relevant.get(query) ?? new Set()).add(document));
  }
  const lines = (await readFile(queries, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.flatMap((line) => {
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    const found = relevant.get(id);
    return found ? [{ id, text, relevant: found }] : [];
  });
}
