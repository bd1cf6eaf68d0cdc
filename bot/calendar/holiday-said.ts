/** Which holiday a message names. */
import type { Holiday } from '../../knowledge/index.ts';
import { vi } from '../understand/keyed.ts';

const named: readonly (readonly [Holiday, RegExp])[] = [
  ['new-year', vi`\btết (?:dương|tây)\b|\bnăm mới dương\b|\b(?:ngày )?1 tháng 1\b(?! âm)`],
  ['hung-kings', vi`\bgiỗ tổ\b|\bhùng vương\b|\b(?:mùng )?10 tháng 3 âm\b|\bmùng 10 tháng 3\b`],
  ['reunification', vi`\b30 tháng 4\b|\bgiải phóng miền nam\b|\b(?:ngày |lễ )chiến thắng\b|\blễ giải phóng\b`],
  ['labour', vi`\b1 tháng 5\b|\bquốc tế lao động\b`],
  ['national', vi`\bquốc khánh\b|\b2 tháng 9\b`],
  ['culture', vi`\bngày văn hóa\b|\bvăn hóa việt nam\b|\b24 tháng 11\b`],
  ['tet', vi`\btết\b`],
];

/** The first in the order above; "Tết Dương lịch" is not Tết. */
export const holidaySaid = (dated: string): Holiday | null => named.find(([, rule]) => rule.test(dated))?.[0] ?? null;
