/** What the page says around the figures. */
import type { Data, Said } from '../scorecard.ts';

const said = (vi: string, en: string): Said => ({ vi, en });

export const pageWords = {
  title: said('Phiếu điểm Hỏi Một Cửa', 'Scorecard of Hỏi Một Cửa'),
  lead: said(
    'Mọi con số đo được của trợ lý: chỗ đạt, chỗ chưa đạt, chỗ chưa đo. Do máy ghi ra, không ai sửa tay.',
    'Every figure measured of the assistant: what is reached, what is missed, what was not measured. Written by a program, edited by nobody.',
  ),
  warning: said(
    'Nửa số câu hỏi đã được người làm xem khi xây dựng: với câu chưa từng xem, điểm sẽ thấp hơn. Trong ngoặc là khoảng tin cậy 95 %.',
    'Half of the questions were seen while building: on questions never seen it will come out lower. In brackets is the 95 % interval.',
  ),
  counts: said('Tóm tắt', 'In short'),
  figures: said('con số', 'figures'),
  met: said('đạt mốc', 'reach their target'),
  missed: said('chưa đạt mốc', 'miss their target'),
  older: said('đo trên bản trước', 'are of an earlier state'),
  notMeasured: said('phần chưa đo', 'parts not measured'),
  missedList: said('Chưa đạt', 'Missed'),
  missedNone: said(
    'Không có con số nào dưới mốc trong những phần đã đo.',
    'No figure of what was measured misses its target.',
  ),
  missingList: said('Chưa đo', 'Not measured'),
  missingNone: said('Phần nào cũng đã đo.', 'Every part was measured.'),
  what: said('Điều được đo', 'What'),
  value: said('Kết quả', 'Result'),
  target: said('Mốc', 'Target'),
  isMet: said('đạt', 'reached'),
  isMissed: said('CHƯA ĐẠT', 'MISSED'),
  noTarget: said('không đặt mốc', 'no target'),
  of: said('trên', 'of'),
  questions: said('lần đo', 'measured'),
  measuredOn: said('Đo ngày', 'Measured on'),
  commit: said('bản', 'commit'),
  olderHere: said('bản trước: chương trình đã đổi từ đó', 'earlier state: the program has changed since'),
  seconds: said('giây', 'seconds'),
  again: said('Tự đo lại:', 'Measure it again:'),
  machine: said('Máy', 'Machine'),
  cores: said('nhân', 'cores'),
  language: said('Ngôn ngữ', 'Language'),
  asJson: said('Cùng những con số này cho máy đọc: scorecard.json', 'The same figures for machines: scorecard.json'),
  written: said('Ghi ra ngày', 'Written on'),
} as const satisfies Readonly<Record<string, Said>>;

export const dataWords: Readonly<Record<Data, Said>> = {
  own: said('bộ tự viết', 'our own set'),
  development: said('nửa đã xem khi xây dựng', 'half seen while building'),
  outside: said('do nơi khác thu thập', 'collected by others'),
  simulated: said('người và việc giả lập', 'simulated'),
};
