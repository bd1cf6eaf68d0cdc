/** The figures of `evaluate retrieval --compare-ways --json`. */
import { z } from 'zod';
import { lastLine, type ReadFigures } from './read-evaluation.ts';
import { rounded } from './rounded.ts';
import type { Figure } from './scorecard.ts';

const pair = z.tuple([z.number(), z.number()]);
const names = ['hit@1', 'hit@3', 'hit@10', 'mrr@10'] as const;
const printedSchema = z.object({
  'hit@1': z.number(),
  'hit@3': z.number(),
  'hit@10': z.number(),
  'mrr@10': z.number(),
  p50Ms: z.number(),
  p95Ms: z.number(),
  buildMs: z.number(),
  rssMb: z.number(),
  intervals95: z.record(z.string(), pair),
  queries: z.number(),
  ways: z.object({ 'hit@1 without': z.number(), worse: z.array(z.string()) }),
});

const rankWords: Readonly<Record<(typeof names)[number], Figure['words']>> = {
  'hit@1': { vi: 'Tìm kiếm: đúng thủ tục đứng đầu', en: 'Search: right procedure first' },
  'hit@3': { vi: 'Tìm kiếm: đúng thủ tục trong ba cái đầu', en: 'Search: right procedure among three' },
  'hit@10': { vi: 'Tìm kiếm: đúng thủ tục trong mười cái đầu', en: 'Search: right procedure among ten' },
  'mrr@10': { vi: 'Tìm kiếm: hạng nghịch đảo trung bình', en: 'Search: mean reciprocal rank' },
};

const plain = { data: 'development', interval: null, n: null, hits: null, target: null, met: null } as const;

/** @throws for another form. */
export function readRetrieval(printed: string): ReadFigures {
  const found = printedSchema.parse(JSON.parse(lastLine(printed)));
  const { queries, ways, intervals95 } = found;
  const ranks = names.map((name): Figure => {
    const [low, high] = (intervals95[name] ?? [0, 1]).map((share) => rounded(share * 100));
    const interval = { low: low ?? 0, high: high ?? 100 };
    const value = rounded(found[name] * 100);
    return { ...plain, id: `retrieval.${name}`, words: rankWords[name], unit: '%', value, interval, n: queries };
  });
  const own: readonly Figure[] = [
    {
      ...plain,
      id: 'retrieval.hit@1-without-ways',
      words: { vi: 'Như trên, bỏ các cách nói đã dạy', en: 'The same without ways of asking' },
      unit: '%',
      value: rounded(ways['hit@1 without'] * 100),
      n: queries,
    },
    {
      ...plain,
      id: 'retrieval.made-worse-by-ways',
      words: { vi: 'Câu bị các cách nói làm hỏng', en: 'Questions made worse by ways of asking' },
      unit: '',
      value: ways.worse.length,
      n: queries,
      target: { atMost: 0 },
      met: ways.worse.length === 0,
    },
    {
      ...plain,
      id: 'retrieval.p95',
      words: { vi: 'Một lần tìm, p95', en: 'One search, p95' },
      unit: 'ms',
      value: rounded(found.p95Ms),
    },
    {
      ...plain,
      id: 'retrieval.memory',
      words: { vi: 'Bộ nhớ nhiều nhất khi tìm', en: 'Most memory while searching' },
      unit: 'MB',
      value: found.rssMb,
    },
  ];
  return { figures: [...ranks, ...own], missing: [] };
}
