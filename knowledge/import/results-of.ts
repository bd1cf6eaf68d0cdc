/** The results of a record; a first letter that the portal's page lost is put back only where there is one way to. */
import type { Guide } from '../guide.ts';
import type { PortalRecord } from '../records/portal-record.ts';
import { crawlDay } from './guide-of-record.ts';

/** Beginnings that are no Vietnamese word, and the one word each can be. */
const lostLetters: readonly (readonly [RegExp, string])[] = [
  [/^iấy(?=\s)/u, 'Giấy'],
  [/^uyết định/u, 'Quyết định'],
  [/^hông báo/u, 'Thông báo'],
  [/^ăn bản/u, 'Văn bản'],
];
/** The code of a result, or of several, left in its name: "…Mã: KQ.G10.000004". */
const gluedCode = /\s*Mã:\s*KQ[.\w-]*/gu;

export const lacksFirstLetter = (name: string): boolean => lostLetters.some(([lost]) => lost.test(name));

export function mendResults(record: PortalRecord): Pick<Guide, 'results' | 'corrections'> {
  const rows = record.results.filter(({ name }) => /\p{L}{2}/u.test(name));
  const corrections: Guide['corrections'] = [];
  const results = rows.map(({ name, code }, index) => {
    const bare = name.split(gluedCode)[0]?.trim() || name;
    const mended = lostLetters.reduce((text, [lost, whole]) => text.replace(lost, whole), bare);
    if (mended !== bare) corrections.push(correction(index, { name, mended, record }));
    return { name: mended, code: code || null };
  });
  return { results, corrections };
}

const correction = (
  index: number,
  { name, mended, record }: { readonly name: string; readonly mended: string; readonly record: PortalRecord },
): Guide['corrections'][number] => ({
  path: `results.${index}`,
  published: name,
  corrected: mended,
  because: 'Bản công bố thiếu chữ cái đầu của tên kết quả.',
  source: record.url ?? 'Bản ghi thủ tục đã nhập',
  on: crawlDay(record.crawled),
  doubtful: false,
});
