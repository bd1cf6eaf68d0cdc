/** Which of several dossiers is meant by how it stands: "cái hồ sơ bị trả ấy", "hồ sơ mới nộp nhất". */
import type { DossierStatus } from '../../knowledge/index.ts';
import { vi } from '../understand/keyed.ts';
import type { Wording } from '../understand/wording.ts';
import type { DossierReading } from './dossier-desk.ts';
import { latenessOf } from './dossier-state.ts';

const one = '(?:hồ sơ|cái|đơn|bộ)(?: nào)?(?: (?:của )?(?:tôi|em|mình|cháu|con|bác|anh|chị|đã|đang|còn|mà))*';

const states: readonly (readonly [RegExp, readonly DossierStatus[]])[] = [
  [vi`\b${one} (?:bị |được )?(?:trả (?:lại|về)|trả (?:ấy|đó|kia)|bị trả)\b`, ['returned']],
  [vi`\b${one} (?:bị )?từ chối\b`, ['refused']],
  [vi`\b${one} (?:bị |phải )?(?:thiếu|bổ sung)\b`, ['needs-papers']],
  [vi`\b${one} (?:phải |chưa |chờ )(?:đóng|nộp|trả|thanh toán) (?:tiền|phí|lệ phí)\b`, ['needs-payment']],
  [vi`\b${one} (?:có kết quả|xong rồi|xong)\b`, ['ready', 'collected']],
];
const latest = vi`\b${one} (?:mới )?(?:nộp )?(?:mới|gần đây|gần|sau) (?:nộp )?nhất\b|\bmới nộp nhất\b|\bnộp (?:sau cùng|gần đây nhất|gần nhất|mới nhất)\b`;
const first = vi`\b(?:nộp )?(?:lâu|sớm|cũ) nhất\b|\bnộp (?:đầu tiên|trước nhất)\b`;

const late = vi`\b${one} (?:bị |đang |đã )*(?:trễ|chậm|quá (?:hẹn|hạn))\b`;
/** "Sao bị trả lại?": of several cases those that were. */
const sentBack = vi`\b(?:sao|vì sao|tại sao|lý do)(?: lại| gì| mà)* (?:nó |hồ sơ |đơn )?(?:bị |lại )*(?:trả (?:lại|về)|từ chối|bác)\b`;

/** Those that are described; all of them when nothing is described or nothing fits. @param at the moment of asking. */
export function inNamedState(
  readings: readonly DossierReading[],
  { keyed }: Wording,
  at: Date,
): readonly DossierReading[] {
  if (late.test(keyed)) return fitting(readings, ({ dossier }) => latenessOf(dossier, at, () => null) !== null);
  if (sentBack.test(keyed))
    return fitting(readings, ({ dossier: { status } }) => status === 'returned' || status === 'refused');
  if (latest.test(keyed)) return endOf(readings, 1);
  if (first.test(keyed)) return endOf(readings, -1);
  const wanted = states.filter(([pattern]) => pattern.test(keyed)).flatMap(([, statuses]) => statuses);
  return fitting(readings, ({ dossier: { status } }) => status !== null && wanted.includes(status));
}

function fitting(
  readings: readonly DossierReading[],
  fits: (reading: DossierReading) => boolean,
): readonly DossierReading[] {
  const found = readings.filter(fits);
  return found.length > 0 ? found : readings;
}

/** The one received last (`1`) or first (`-1`); one whose day is unknown is neither. */
function endOf(readings: readonly DossierReading[], side: 1 | -1): readonly DossierReading[] {
  const [end] = readings
    .flatMap((reading) => {
      const { receivedAt } = reading.dossier;
      return receivedAt === null ? [] : [{ reading, at: Date.parse(receivedAt) }];
    })
    .toSorted((a, b) => side * (b.at - a.at));
  return end ? [end.reading] : readings;
}
