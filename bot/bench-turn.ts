/** `node bot/bench-turn.ts`: how long one turn takes inside the server, for everyday questions and for bad input. */
import { performance } from 'node:perf_hooks';
import { openTestBot } from './test-bot.ts';
import { everydayQuestions, withoutMarks } from './understand/test-everyday-questions.ts';

const rounds = 5;
const story = `${'Hồi đó nhà tôi ở quê, giấy tờ thất lạc hết cả. '.repeat(80)}Giờ làm lại giấy khai sinh cần gì?`;
const sets: Readonly<Record<string, readonly string[]>> = {
  'everyday questions': everydayQuestions,
  'without marks': everydayQuestions.map(withoutMarks),
  'bad input': [
    story,
    'a'.repeat(10_000),
    'khai sinh '.repeat(5_000),
    'khaisinhcangigi'.repeat(200),
    `kha${'\u0301'.repeat(2_000)}i sinh`,
    'và '.repeat(1_000),
    '?'.repeat(500),
    '0 '.repeat(2_000),
    "'; DROP TABLE turns; --",
    'không muốn '.repeat(300),
  ],
};

const bot = await openTestBot();
for (const text of everydayQuestions) await bot.ask(text);
for (const [name, texts] of Object.entries(sets)) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const text of texts) {
      const started = performance.now();
      await bot.ask(text);
      times.push(performance.now() - started);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? Number.NaN).toFixed(1);
  process.stdout.write(`${name}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms, ${times.length} turns\n`);
}
