/** `npm run -s evaluate -- retrieval`: the search engine alone on any data. Peak memory is that of this process. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openSearchEngine, type SearchDocument, type SearchEngine } from '../../retrieval/index.ts';
import { compareWays, loseByTransforms, timeVectors } from './extras.ts';
import { percentile, qualityOf, rankAll } from './measure.ts';
import { type Options, readOptions, usage } from './options.ts';
import { knowledgeJoiner, type Query, readCorpus, readQueries } from './read-corpus.ts';

const shared = join(import.meta.dirname, '../../../shared/data');
const knowledge = join(import.meta.dirname, '../../knowledge');
const print = (text: string) => process.stdout.write(`${text}\n`);
const tell = (text: string) => process.stderr.write(`${text}\n`);

/** Exit code: 0; 1 when `--compare-ways` finds a question made worse; 2 when the arguments make no sense. */
export async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv);
  if (!options) {
    print(usage);
    return 2;
  }
  const files = filesOf(options);
  const missing = [...files.corpus, files.queries, files.qrels].find((file) => !existsSync(file));
  if (missing) {
    print(`skipped: no file ${missing}`);
    return options.queries ? 2 : 0;
  }
  const queries = await readQueries(files.queries, files.qrels);
  const kinds = new Set<string>();
  const documents = () => joined(files.corpus, (document) => kinds.add(document.kind));
  const started = performance.now();
  const engine = await openSearchEngine(documents(), { ways: options.ways, onProgress: tell });
  const facets = kinds.size === 1 && kinds.has('plain') ? 'ignore' : 'read';
  const buildMs = performance.now() - started;
  const figures = figuresOf(engine, queries, { facets, buildMs });
  const extra = await extras({ engine, documents, queries, facets, options });
  show({ ...figures, ...extra.figures }, options.json);
  return extra.failed ? 1 : 0;
}

const filesOf = ({ corpus, queries, qrels }: Options) => ({
  corpus:
    corpus.length > 0 ? corpus : ['national_2026', 'bqp_2025'].map((name) => join(shared, `procedures/${name}.jsonl`)),
  queries: queries ?? join(shared, 'retrieval/dvc_citizen_dev/queries.jsonl'),
  qrels: qrels ?? join(shared, 'retrieval/dvc_citizen_dev/qrels.tsv'),
});

/** The corpus as a stream: holding it would cost a hundred megabytes that search does not need. */
async function* joined(
  files: readonly string[],
  see: (document: SearchDocument) => void,
): AsyncGenerator<SearchDocument> {
  const join = knowledgeJoiner(knowledge);
  for await (const document of readCorpus(files)) {
    see(document);
    yield join(document);
  }
}

function figuresOf(
  engine: SearchEngine,
  queries: readonly Query[],
  { facets, buildMs }: { facets: 'read' | 'ignore'; buildMs: number },
) {
  const ranked = rankAll(engine, queries, facets);
  const quality = qualityOf(ranked);
  const intervals = Object.fromEntries(
    Object.entries(quality).map(([name, { low, high }]) => [name, [round(low), round(high)]]),
  );
  return {
    'hit@1': round(quality['hit@1'].value),
    'hit@3': round(quality['hit@3'].value),
    'hit@10': round(quality['hit@10'].value),
    'mrr@10': round(quality['mrr@10'].value),
    buildMs: Math.round(buildMs),
    p50Ms: round(percentile(ranked, 0.5)),
    p95Ms: round(percentile(ranked, 0.95)),
    rssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    intervals95: intervals,
    queries: queries.length,
    documents: engine.size,
  };
}

interface Given {
  readonly engine: SearchEngine;
  readonly documents: () => AsyncIterable<SearchDocument>;
  readonly queries: readonly Query[];
  readonly facets: 'read' | 'ignore';
  readonly options: Options;
}

async function extras({ engine, documents, queries, facets, options }: Given) {
  const compared = options.compareWays ? await compareWays(documents, queries, facets) : null;
  return {
    failed: (compared?.worse.length ?? 0) > 0,
    figures: {
      ...(compared ? { ways: compared } : {}),
      ...(options.transforms ? { transforms: loseByTransforms(engine, queries, facets) } : {}),
      ...(options.vectors ? { timings: await timeVectors(documents) } : {}),
    },
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

function show(figures: Readonly<Record<string, unknown>>, json: boolean): void {
  if (json) print(JSON.stringify(figures));
  else
    for (const [name, value] of Object.entries(figures))
      print(`${name.padEnd(12)} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
}
