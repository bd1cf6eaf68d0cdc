import { describe, expect, it } from '@jest/globals';
import { makeScorecard } from './make-scorecard.ts';
import { measuredClaims } from './measured-claims.ts';
import { scorecardPage } from './page/scorecard-page.ts';
import { begin, blockOf, end, readmeBlock, withBlock } from './readme-block.ts';
import { longSource, nothingKept, printedOf, testMeasure, testRun, testSource } from './test-sources.ts';

const odd = { ...testMeasure, check: 'mustNot', value: 0.02, threshold: { atMost: 0.01 } };
const scorecard = makeScorecard(
  [testSource, longSource],
  { ...nothingKept, run: () => testRun({ printed: printedOf(testMeasure, odd) }) },
  { at: new Date('2026-11-22T21:00:00Z'), commit: 'cccccccccc' },
);

describe('the block of a README', () => {
  const block = readmeBlock(scorecard, 'vi');

  it('shows value, interval, number of questions, target and command, and an older commit', () => {
    expect(block).toContain(
      '| Câu hỏi thủ tục: đúng thủ tục ngay đầu tiên (nửa đã xem khi xây dựng, n = 150) | 88 % (81,8–92,3), bản trước `aaaaaaaaaa` | ≥ 90 % **CHƯA ĐẠT** | `npm run -s evaluate -- answer` |',
    );
    expect(readmeBlock(scorecard, 'en')).toContain('88 % (81.8–92.3), earlier state `aaaaaaaaaa`');
  });

  it('rounds nothing over its target', () => {
    const close = { ...testMeasure, value: 0.8996 };
    const kept = { ...nothingKept, run: () => testRun({ printed: printedOf(close) }) };
    const other = makeScorecard([testSource], kept, { at: new Date(0), commit: 'c' });
    expect(readmeBlock(other, 'en')).toContain('89.96 %');
  });

  it('shows whatever misses its target, a headline or not, and what was not measured', () => {
    expect(block).toContain('nói điều không được nói');
    expect(block).toContain('Chưa đo trên bản này: Trả lời câu hỏi thủ tục.');
  });

  it('takes the place of the former one and touches nothing else', () => {
    const text = `Trước\n${begin}\ncũ\n${end}\nSau\n`;
    const written = withBlock(text, block);
    expect(blockOf(written)).toBe(block);
    expect(written.replace(block, 'cũ')).toBe(text);
    for (const bad of ['không có', begin, `${begin}${end}${begin}${end}`])
      expect(() => withBlock(bad, block)).toThrow(RangeError);
  });
});

describe('a claim of a measurement', () => {
  it.each([
    ['Đúng 97 % câu hỏi.', ['97 %']],
    ['Trả lời trong 4 ms.', ['4 ms']],
    ['0 of 10,000 attempts', ['0 of 10,000']],
    ['lost 4.0 points', ['4.0 points']],
    ['200 deliveries at 100 a second, p95 good', ['100 a second', 'p95']],
    ['Mất 2 giây để trả lời', ['2 giây']],
  ])('is heard in %j', (text, found) => {
    expect(measuredClaims(text).toSorted()).toEqual(found.toSorted());
  });

  it.each([
    '34 provinces and 3,321 communes; holidays of 2024 to 2027',
    '`PORT` | 3000, 0.0.0.0',
    '```\nthời hạn 60 ngày, 5 ms\n```',
    `${begin}\n97 %\n${end}`,
    'Máy có Node từ bản 20 trở lên; 5 working minutes; 128 guides',
  ])('is not heard in %j', (text) => {
    expect(measuredClaims(text)).toEqual([]);
  });
});

describe('the page', () => {
  const page = scorecardPage(scorecard);

  it('asks nothing of anybody: no script, no address outside', () => {
    expect(page).not.toMatch(/<script|https?:|url\(|@import/);
    expect(page).toContain("default-src 'none'");
  });

  it('puts what is missed and what is not measured before the rest', () => {
    const [missed, missing, first] = ['>Chưa đạt<', '>Chưa đo<', '<section'].map((text) => page.indexOf(text));
    expect(missed).toBeGreaterThan(0);
    expect(missing).toBeGreaterThan(missed ?? 0);
    expect(first).toBeGreaterThan(missing ?? 0);
    expect(page.match(/CHƯA ĐẠT/g)).toHaveLength(2);
  });

  it('marks a run of an earlier state and says how to measure it again', () => {
    expect(page).toContain('bản trước: chương trình đã đổi từ đó');
    expect(page).toContain('<code>npm run -s evaluate -- answer</code>');
  });

  it('writes nothing unescaped', () => {
    const title = { vi: '<b>Tải</b>', en: '<b>Load</b>' };
    const other = makeScorecard([{ ...longSource, title }], nothingKept, { at: new Date(0), commit: 'c' });
    expect(scorecardPage(other)).not.toContain('<b>Tải');
  });
});
