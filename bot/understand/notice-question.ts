/** "Phường có thông báo gì mới không?": which notices there are, none by name. */
import { vi } from './keyed.ts';
import type { Wording } from './wording.ts';

const notices = vi`^(?:\S+ ){0,6}(?:có|xem|danh sách|các|những|mấy|cho (?:em|tôi|mình|cháu) (?:xem|hỏi|biết)) (?:\S+ ){0,3}thông báo(?: (?:gì|nào|mới|mới nhất|gần đây|của|phường|xã|mình|không|hả|ạ|vậy|hiện nay|hôm nay|tuần này|tháng này|đang|còn|hiệu lực))*$`;

export const asksForNotices = ({ keyed }: Wording): boolean => notices.test(keyed.trim());
