/** `node bot/documents/bench-documents.ts [COMMUNES] [NOTICES]`: memory and time of notices of many communes. */

import { readPassageQuestion } from '../../retrieval/index.ts';
import { openShelf } from '../documents/shelf.ts';
import { cuts, noticeOf, rabies, rules } from './test-notices.ts';

const [communes = 130, notices = 30] = process.argv.slice(2).map(Number);
const kinds = [cuts, rabies, rules];
const units = Array.from({ length: communes }, (_none, at) => String(10_000 + at));
const rssMb = () => Math.round(process.memoryUsage.rss() / 1e6);

const before = rssMb();
const documents = units.flatMap((unit) =>
  Array.from({ length: notices }, (_none, at) => {
    const kind = kinds[at % kinds.length] ?? cuts;
    return noticeOf({ ...kind, unit, title: `${kind.title}, số ${at}` });
  }),
);
const shelf = openShelf(documents);
const questions = [
  'mai khu phố 3 có cúp điện không',
  'phường mình đổ rác mấy giờ',
  'đăng ký khai sinh cho con cần giấy tờ gì',
];
const first: number[] = [];
const later: number[] = [];
for (const unit of units.slice(0, 200)) {
  for (const [at, question] of [...questions, ...questions, ...questions].entries()) {
    const started = performance.now();
    shelf.find(readPassageQuestion(question), { unit, at: new Date('2026-11-23T03:00:00Z') });
    // The first question of a commune makes its index.
    (at === 0 ? first : later).push(performance.now() - started);
  }
}
const share = (times: number[], part: number) =>
  (times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0).toFixed(2);
process.stdout.write(
  `${JSON.stringify({ communes, documents: documents.length, firstP95Ms: share(first, 0.95), p50Ms: share(later, 0.5), p95Ms: share(later, 0.95), rssMb: rssMb(), grownMb: rssMb() - before })}\n`,
);
