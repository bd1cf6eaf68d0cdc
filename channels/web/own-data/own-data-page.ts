/** The page «Dữ liệu của tôi»: everything that is kept of the one who looks, to read and to take away. */
import type { PersonalData } from '../../../bot/index.ts';
import { html, type Markup } from '../html.ts';

const moment = (at: Date) =>
  new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' }).format(at);

const purposes: Readonly<Record<string, string>> = {
  notices: 'Nhận tin về hồ sơ',
  'pass-to-officer': 'Chuyển thông tin cho cán bộ',
  'keep-contact': 'Giữ nơi liên lạc để gọi lại',
};

/** @param file address of the same as JSON. */
export function ownDataMarkup(data: PersonalData, file: string): Markup {
  return html`<h2>Dữ liệu của tôi</h2>
<p>Đây là những gì máy này đang giữ của ông/bà. Số căn cước, số điện thoại, mã hồ sơ đã được che.</p>
${data.erasureAt && html`<p class="warning" role="note">Dữ liệu sẽ được xóa lúc ${moment(data.erasureAt)}. Đổi ý thì nhắn «không xóa» trong cuộc trò chuyện.</p>`}
${data.onHold && html`<p class="warning" role="note">Dữ liệu đang được giữ theo yêu cầu của cơ quan có thẩm quyền, nên chưa xóa được.</p>`}
<p><a href="${file}" download="du-lieu-cua-toi.json">Tải về tệp JSON</a></p>
<section><h3>Đã đồng ý</h3>
${data.consents.length === 0 ? html`<p>Ông/bà chưa đồng ý điều gì.</p>` : html`<ul>${data.consents.map((one) => html`<li>${purposes[one.purpose] ?? one.purpose}, lúc ${moment(one.givenAt)}${one.withdrawnAt && html`; rút lại lúc ${moment(one.withdrawnAt)}`}. Lời đã đồng ý: «${one.said}»</li>`)}</ul>`}
</section>
<section><h3>Câu hỏi và câu trả lời</h3>
<p>${data.turns.length} lượt trong ${data.conversations} cuộc trò chuyện; ${data.feedback.length} lần góp ý.</p>
<ol>${data.turns.map((turn) => html`<li>${moment(turn.at)}: ${turn.asked}</li>`)}</ol>
</section>
<section><h3>Không nằm ở đây</h3>
<p>Hồ sơ đã nộp do hệ thống một cửa của tỉnh giữ theo luật. Nhật ký kiểm tra được giữ để biết ai đã xem gì; trong đó không có lời của ông/bà.</p>
</section>`;
}
