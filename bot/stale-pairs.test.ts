import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openTestBot, saidBy } from './test-bot.ts';

/** The same procedure as published in 2021 and in 2026. */
interface Pair {
  readonly new: string;
  readonly name: string;
  readonly oldMentionsDistrict: boolean;
  readonly newTimes: readonly string[];
}

const file = join(import.meta.dirname, '../../shared/data/procedures/stale_pairs.jsonl');
const there = existsSync(file);
if (!there) process.stdout.write('../shared/data is absent: the stale pairs are not asked.\n');
const pairs = there
  ? readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line): Pair => JSON.parse(line) as Pair)
  : [];

const bot = await openTestBot();
const known = pairs.filter((pair) => bot.tools.library.find(pair.new) !== null);
const district = /(?:cấp|phòng tư pháp|bảo hiểm xã hội|UBND|ủy ban nhân dân|quận,?) huyện/iu;
const oldMark = /đang áp dụng bây giờ/u;

(there ? describe : describe.skip)('a procedure of 2021 asked in 2026', () => {
  it('is known in most pairs', () => {
    expect(pairs).toHaveLength(12);
    expect(known.length).toBeGreaterThanOrEqual(10);
  });

  it.each(known.map((pair) => [pair.new, pair] as const))(
    '%s: today’s answer is the new one and sends nobody to a district',
    async (code, { newTimes }) => {
      for (const question of [`${code} nộp ở đâu`, `${code} bao lâu xong`, `${code} cần những gì`]) {
        const report = await bot.ask(question);
        expect(report.answer.codes).toContain(code);
        expect(saidBy(report)).not.toMatch(district);
        expect(saidBy(report)).not.toMatch(oldMark);
      }
      const entry = bot.tools.library.find(code);
      if (entry?.kind !== 'guide') return;
      const limits = entry.guide.filing.map(({ time }) => String(time?.value ?? ''));
      const published = newTimes.map((time) => /^\d+/.exec(time)?.[0] ?? '');
      expect(limits.filter((limit) => limit !== '' && !published.includes(limit))).toEqual([]);
    },
  );

  it.each(known.map((pair) => [pair.new, pair] as const))(
    '%s: asked for 2021, the new rule is not passed off as the old',
    async (code, { oldMentionsDistrict }) => {
      const report = await bot.ask(`năm 2021 nộp hồ sơ ${code} ở đâu`);
      expect(report.answer.codes).toContain(code);
      const said = saidBy(report);
      expect(said).toMatch(oldMark);
      const before = said.slice(0, said.search(/Nơi nhận hồ sơ|Nộp|Đến/u));
      const entry = bot.tools.library.find(code);
      if (oldMentionsDistrict && entry?.kind === 'guide') expect(before || said).toMatch(/Lúc đó: .*huyện/u);
    },
  );
});
