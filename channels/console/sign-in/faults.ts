/** What the pages say when something did not go well: always what to do next. */
import type { PasswordFault, SignInOutcome } from '../../../bot/index.ts';
import { html } from '../../web/html.ts';
import { clockOf, type StaffPage, staffPaths } from './staff-page.ts';

/** Also for names that nobody has, and for closed accounts: the words do not tell which. */
const wrongPassword = 'Tên đăng nhập hoặc mật khẩu chưa đúng. Anh/chị kiểm tra phím Caps Lock và bộ gõ rồi thử lại.';

export const passwordFaults = {
  short: 'Mật khẩu ngắn quá: cần ít nhất 12 ký tự. Anh/chị thử một câu ngắn dễ nhớ.',
  long: 'Mật khẩu dài quá: nhiều nhất 128 ký tự.',
  guessable:
    'Mật khẩu này nhiều người dùng hoặc dễ đoán. Anh/chị thử ghép vài từ không liên quan, như "cơm gà mưa thứ bảy".',
  'not-same': 'Hai lần gõ chưa giống nhau. Anh/chị gõ lại cả hai ô.',
} as const satisfies Readonly<Record<PasswordFault | 'not-same', string>>;

type Fault = Extract<SignInOutcome, { kind: 'wrong' | 'wait' }>;

export const faultOf = (outcome: Fault, what: 'password' | 'code'): string => {
  if (outcome.kind === 'wait')
    return `Đã thử sai nhiều lần. Anh/chị thử lại sau ${clockOf(outcome.until)}, hoặc nhờ người quản trị mở khóa.`;
  return what === 'password'
    ? wrongPassword
    : 'Mã chưa đúng, hoặc vừa dùng rồi. Anh/chị chờ ứng dụng hiện sáu số mới rồi gõ lại; kiểm tra cả đồng hồ điện thoại.';
};

const signInLink = html`<p><a href="${staffPaths.signIn}">Về trang đăng nhập</a></p>`;
const page = (title: string, text: string, status: number): StaffPage => ({
  title,
  status,
  body: html`<p>${text}</p>${signInLink}`,
});

export const faultPages = {
  stale: page(
    'Lượt đăng nhập đã quá hạn',
    'Lượt đăng nhập này quá 10 phút, đã xong rồi, hoặc bắt đầu ở trình duyệt khác. Anh/chị đăng nhập lại từ đầu.',
    400,
  ),
  'old-form': page(
    'Trang này đã cũ',
    'Trang đã mở quá lâu, trình duyệt chặn cookie, hoặc biểu mẫu gửi từ nơi khác. Anh/chị mở lại trang rồi làm lại.',
    403,
  ),
  'dead-link': page(
    'Đường dẫn không dùng được nữa',
    'Đường dẫn này đã dùng rồi hoặc quá 24 giờ. Anh/chị nhờ người quản trị gửi cho một đường dẫn mới.',
    404,
  ),
  'ask-admin': page(
    'Cần cài ứng dụng xác thực',
    'Vai trò của anh/chị cần ứng dụng xác thực mà tài khoản chưa cài. Anh/chị nhờ người quản trị gửi đường dẫn cài đặt.',
    403,
  ),
  'not-admitted': page(
    'Chưa có tài khoản ở đây',
    'Tài khoản công vụ vừa đăng nhập chưa được mở trong phần mềm này. Anh/chị nhờ người quản trị của đơn vị thêm vào, theo đúng địa chỉ thư công vụ.',
    403,
  ),
  'provider-down': page(
    'Chưa đăng nhập được',
    'Hệ thống tài khoản công vụ không trả lời. Anh/chị thử lại sau ít phút, hoặc dùng tên và mật khẩu riêng nếu có.',
    503,
  ),
  'bad-reply': page(
    'Chưa đăng nhập được',
    'Lượt đăng nhập này không hợp lệ hoặc đã dùng rồi. Anh/chị đăng nhập lại từ đầu.',
    400,
  ),
  refused: page('Chưa đăng nhập', 'Việc đăng nhập đã dừng giữa chừng. Anh/chị bấm đăng nhập lại khi cần.', 400),
  busy: page('Xin chờ một chút', 'Đang có nhiều người đăng nhập cùng lúc. Anh/chị chờ vài giây rồi thử lại.', 503),
  'signed-out': page('Đã đăng xuất', 'Anh/chị đã đăng xuất. Dùng máy chung thì nên đóng cả trình duyệt.', 200),
} as const;
