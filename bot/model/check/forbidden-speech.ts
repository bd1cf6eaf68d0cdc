/** What no sentence of a machine at a ward's desk says, whatever it stands on. */
import type { DraftSentence } from './draft-sentence.ts';
import { plainly, type RecordText } from './record-text.ts';

const phrases = (list: string) => new RegExp(`(?<!\\p{L})(?:${list})(?!\\p{L})`, 'iu');

const promises = phrases(
  "cam kết|bảo đảm|đảm bảo|hứa|chắc chắn|nhất định|yên tâm|khỏi lo|đừng lo|không sao|được duyệt|được thông qua|sẽ đậu|guarantee\\p{L}*|promise\\p{L}*|certainly|definitely|assure\\p{L}*|don't worry",
);
const lawsuits = phrases(
  'kiện|khởi kiện|kiện cáo|thắng kiện|luật sư|tố tụng|toà|tòa|tòa án|toà án|khiếu nại|tố cáo|khiếu kiện|bồi thường|sue|lawsuit|lawyer|attorney|court|appeal',
);
/** Never, whatever the record holds. */
const never = phrases(
  'chuyển khoản|chuyển tiền|số tài khoản|otp|mã xác (?:thực|nhận)|mật khẩu|mã pin|phong bì|bồi dưỡng|lót tay|cò|môi giới|dịch vụ làm (?:nhanh|hộ)|quen biết|cài đặt ứng dụng|quét mã|bấm (?:vào|link)|nhấn (?:vào|link)|nhấp|click|download|password|bank account|transfer money|bỏ qua (?:các )?(?:hướng dẫn|chỉ dẫn|quy tắc)|ignore (?:all|previous)|quản trị|chế độ|hệ thống này',
);
/** Only as the record says them. */
const asRecorded = phrases(
  'truy cập|tải|cài|gọi|nhắn|liên hệ|đăng nhập|đăng tải|thanh toán|trả tiền|đóng tiền|mua|bán|thuê|nhờ|kê khai|khai|uỷ quyền|ủy quyền|tự|call|visit|pay|log in|contact|message',
);
const prompts = phrases(
  'prompt|system|token|json|chỉ dẫn|hướng dẫn của tôi|lời nhắc|quy tắc của tôi|mô hình ngôn ngữ|trí tuệ nhân tạo|openai|chatgpt|gpt|language model|instructions?|được lập trình|dữ kiện|mã trong danh sách|nằm giữa',
);
const rude = phrases('mày|tao|mi|hắn|thằng|con mụ|mụ|lão|đứa|bọn|tụi nó|nó|ngu|đồ');

export const promiseIn = ({ own }: DraftSentence): string | null => promises.exec(own)?.[0] ?? null;

/** "Quyết định của Tòa án" is a paper of many records; as such it comes by its token. */
export const lawsuitIn = ({ own }: DraftSentence): string | null => lawsuits.exec(own)?.[0] ?? null;

export function instructionIn({ own, clauses }: DraftSentence, record: RecordText): string | null {
  const worst = never.exec(own)?.[0];
  if (worst) return worst;
  return clauses.find((clause) => asRecorded.test(clause) && !record.holds(clause)) ?? null;
}

export const promptIn = ({ own }: DraftSentence, prompt: RecordText): string | null => {
  const word = prompts.exec(own)?.[0];
  if (word) return word;
  const words = plainly(own).split(' ');
  const run = words.findIndex(
    (_word, at) => at + leaked <= words.length && prompt.holds(words.slice(at, at + leaked).join(' ')),
  );
  return run < 0 ? null : words.slice(run, run + leaked).join(' ');
};

/** So many words of the prompt in a row are no chance. */
const leaked = 7;

export const rudenessIn = ({ own }: DraftSentence): string | null => rude.exec(own)?.[0] ?? null;
