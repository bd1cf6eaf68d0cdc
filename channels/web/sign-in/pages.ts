/** The pages of sign-in: plain HTML that works without JavaScript. */
import type { ChannelLink } from '../../../bot/index.ts';
import { html, type Markup } from '../html.ts';

/** Who is signed in, as every page of the web door shows it; `null`: sign-in is not open here. */
export interface Who {
  /** Masked; `null` while nobody is signed in. */
  readonly name: string | null;
  readonly formKey: string | null;
}

export const paths = {
  begin: '/dang-nhap',
  end: '/dang-xuat',
  link: '/lien-ket',
  unlink: '/lien-ket/go',
} as const;

const hiddenKey = (formKey: string) => html`<input type="hidden" name="key" value="${formKey}">`;

/** The line under the head of the plain page. */
export function whoMarkup(who: Who | null): Markup | null {
  if (who === null) return null;
  if (who.formKey === null)
    return html`<p class="who-line"><a href="${paths.begin}">Đăng nhập để xem hồ sơ của mình</a></p>`;
  return html`<form method="post" action="${paths.end}" class="who-line">${hiddenKey(who.formKey)}
<span>Đã đăng nhập${who.name && html`: <strong>${who.name}</strong>`}</span>
<a href="${paths.link}">Liên kết Zalo, điện thoại</a>
<button type="submit">Đăng xuất</button></form>`;
}

/** After a sign-out. `next` is where the provider ends its own session. */
export const signedOutMarkup = (next: string | null): Markup => html`<section class="turn"><h2>Đã đăng xuất</h2>
<p>Hồ sơ không còn hiện ở đây nữa. Cuộc trò chuyện lúc đăng nhập đã đóng, không ai mở lại được từ máy này.</p>
${next && html`<p><a href="${next}">Đăng xuất luôn ở nơi cấp tài khoản</a> (nên bấm nếu dùng máy chung)</p>`}
</section>`;

const channelNames: Readonly<Record<string, string>> = {
  'zalo-bot': 'Zalo',
  'zalo-oa': 'Zalo',
  hotline: 'Tổng đài',
  kiosk: 'Máy tra cứu ở phường',
};
const dayOf = (at: Date) =>
  new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' }).format(at);

export interface LinkPage {
  readonly formKey: string;
  /** Just made; `null` when none was asked for. Shown this once. */
  readonly code: string | null;
  readonly links: readonly ChannelLink[];
}

export function linkMarkup({ formKey, code, links }: LinkPage): Markup {
  return html`<section class="turn"><h2>Liên kết kênh khác</h2>
<p>Liên kết xong, ông/bà hỏi hồ sơ của mình ngay trên Zalo hoặc qua điện thoại mà không phải đăng nhập lại.</p>
${
  code
    ? html`<p>Trong 10 phút tới, mở kênh kia và nhắn đúng câu này:</p>
<p class="link-code"><strong>liên kết ${code.slice(0, 4)} ${code.slice(4)}</strong></p>
<p class="warning" role="note">Mã này cho xem hồ sơ của ông/bà. Đừng đọc cho ai, kể cả người tự xưng là cán bộ.</p>`
    : html`<form method="post" action="${paths.link}">${hiddenKey(formKey)}<button type="submit">Lấy mã liên kết</button></form>`
}
${
  links.length > 0 &&
  html`<h3>Đang liên kết</h3><ul>${links.map(
    (link) => html`<li>${channelNames[link.channel] ?? link.channel}, từ ${dayOf(link.linkedAt)}
<form method="post" action="${paths.unlink}">${hiddenKey(formKey)}<input type="hidden" name="link" value="${link.id}"><button type="submit">Bỏ liên kết</button></form></li>`,
  )}</ul>`
}
</section>`;
}

/** What went wrong, by its code: title and what to do next. */
export const faultTexts: Readonly<Record<string, readonly [number, string, string]>> = {
  'not-open': [
    404,
    'Ở đây chưa mở đăng nhập',
    'Nơi vận hành máy này chưa mở cửa đăng nhập. Ông/bà tra hồ sơ trên Cổng Dịch vụ công quốc gia (dichvucong.gov.vn), mục Tra cứu hồ sơ, hoặc hỏi quầy Một cửa và mang theo giấy hẹn.',
  ],
  'provider-down': [
    503,
    'Chưa đăng nhập được',
    'Hệ thống đăng nhập không trả lời. Ông/bà thử lại sau ít phút; câu hỏi về thủ tục thì vẫn hỏi được mà không cần đăng nhập.',
  ],
  refused: [400, 'Chưa đăng nhập', 'Việc đăng nhập đã dừng giữa chừng. Ông/bà muốn xem hồ sơ thì bấm đăng nhập lại.'],
  'bad-reply': [
    400,
    'Chưa đăng nhập được',
    'Lượt đăng nhập này không hợp lệ hoặc đã dùng rồi. Ông/bà bấm đăng nhập lại từ đầu.',
  ],
  stale: [
    400,
    'Lượt đăng nhập đã quá hạn',
    'Lượt đăng nhập này quá 10 phút, đã dùng rồi, hoặc bắt đầu từ máy khác. Ông/bà bấm đăng nhập lại trên máy này.',
  ],
  'no-number': [
    403,
    'Tài khoản chưa có số định danh',
    'Tài khoản vừa đăng nhập không kèm số định danh cá nhân 12 số, nên máy không biết hồ sơ nào là của ông/bà. Ông/bà dùng tài khoản định danh mức 2, hoặc hỏi quầy Một cửa.',
  ],
  'too-many': [
    429,
    'Lấy mã quá nhiều lần',
    'Ông/bà vừa lấy mã nhiều lần. Chờ một lúc rồi bấm lại; mã lấy sau cùng vẫn dùng được trong 10 phút.',
  ],
  'wrong-form': [403, 'Trang này đã cũ', 'Trang đã mở quá lâu hoặc gửi từ nơi khác. Ông/bà về trang hỏi rồi bấm lại.'],
};
