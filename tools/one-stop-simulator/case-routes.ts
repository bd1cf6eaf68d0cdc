/** The ways that a case goes through a one-stop office, and what is written on the way. */
import type { DossierStatus } from '../../knowledge/index.ts';

export interface Route {
  /** Of a hundred cases, how many go this way. */
  readonly share: number;
  readonly stations: readonly DossierStatus[];
}

export const routes: readonly Route[] = [
  { share: 40, stations: ['received', 'in-process', 'ready', 'collected'] },
  { share: 14, stations: ['received', 'in-process', 'needs-papers', 'in-process', 'ready', 'collected'] },
  { share: 16, stations: ['received', 'needs-payment', 'in-process', 'ready', 'collected'] },
  { share: 12, stations: ['received', 'in-process', 'forwarded', 'in-process', 'ready', 'collected'] },
  { share: 8, stations: ['received', 'in-process', 'needs-papers'] },
  { share: 7, stations: ['received', 'returned'] },
  { share: 5, stations: ['received', 'in-process', 'refused'] },
  { share: 4, stations: ['received', 'withdrawn'] },
];

export const oneStopDesk = 'Bộ phận Một cửa';
export const officeDesks = [
  'Công chức Tư pháp - Hộ tịch',
  'Công chức Địa chính',
  'Văn phòng HĐND và UBND',
  'Phòng Kinh tế',
];
export const otherOffices = [
  'Chi nhánh Văn phòng đăng ký đất đai',
  'Cơ quan thuế',
  'Cơ quan bảo hiểm xã hội',
  'Sở Tư pháp',
];

/** What a step is called in the record. */
export const stepWords: Readonly<Record<DossierStatus, string>> = {
  received: 'Tiếp nhận hồ sơ',
  'in-process': 'Thụ lý hồ sơ',
  'needs-papers': 'Yêu cầu bổ sung hồ sơ',
  'needs-payment': 'Thông báo nộp phí, lệ phí',
  forwarded: 'Chuyển hồ sơ xin ý kiến',
  ready: 'Có kết quả, chờ trả',
  collected: 'Đã trả kết quả',
  returned: 'Trả lại hồ sơ',
  refused: 'Từ chối giải quyết',
  withdrawn: 'Người dân rút hồ sơ',
};

export const paperReasons = [
  'Bản chụp bị mờ, không đọc được',
  'Thiếu chữ ký của người yêu cầu',
  'Giấy tờ đã hết hạn',
  'Chưa nộp kèm bản chính để đối chiếu',
  'Thông tin không khớp với giấy tờ còn lại',
];
export const returnReasons = [
  'Hồ sơ không thuộc thẩm quyền của đơn vị tiếp nhận',
  'Quá thời hạn bổ sung giấy tờ',
  'Tờ khai ghi sai thông tin của người được khai',
];
export const refusalReasons = [
  'Không đủ điều kiện theo quy định của thủ tục',
  'Đang có tranh chấp chưa giải quyết xong',
];
