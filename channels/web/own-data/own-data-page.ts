/** The page «Dữ liệu của tôi»: everything that is kept of the one who looks, to read and to take away. */
import type { PersonalData } from '../../../bot/index.ts';
import { html, type Markup } from '../html.ts';

const moment = (at: Date) =>
  new Intl.DateTimeFormat('vi-VN', {
    ...{ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(at);

const purposes: Readonly<Record<string, string>> = {
  notices: 'Nhận tin về hồ sơ',
  'pass-to-officer': 'Chuyển thông tin cho cán bộ',
  'keep-contact': 'Giữ nơi liên lạc để gọi lại',
};
const channels: Readonly<Record<string, string>> = {
  web: 'trang này',
  'zalo-bot': 'Zalo',
  'zalo-oa': 'Zalo',
  hotline: 'điện thoại',
  kiosk: 'máy tra cứu ở phường',
};

/** @param file address of the same as JSON. */
export function ownDataMarkup(data: PersonalData, file: string): Markup {
  return html`<h2>Dữ liệu của tôi</h2>
<p>Đây là những gì máy này đang giữ của ông/bà. Số căn cước, số điện thoại, mã hồ sơ trong câu hỏi đã được che.</p>
${data.erasureAt && html`<p class="warning" role="note">Dữ liệu sẽ được xóa lúc ${moment(data.erasureAt)}. Đổi ý thì nhắn «không xóa» trong cuộc trò chuyện.</p>`}
${data.onHold && html`<p class="warning" role="note">Dữ liệu đang được giữ theo yêu cầu của cơ quan có thẩm quyền, nên chưa xóa được.</p>`}
<p><a class="strong-link" href="${file}" download="du-lieu-cua-toi.json">Tải về tệp JSON</a></p>
${consentsMarkup(data)}
${handOffsMarkup(data)}
${turnsMarkup(data)}
<section class="kept"><h3>Muốn xóa?</h3>
<p>Về trang hỏi, nhắn «xóa dữ liệu của tôi». Máy hỏi lại một lần cho chắc rồi mới xóa.</p>
</section>
<section class="kept"><h3>Không nằm ở đây</h3>
<p>Hồ sơ đã nộp do hệ thống một cửa của tỉnh giữ theo luật. Nhật ký kiểm tra được giữ để biết ai đã xem gì; trong đó không có lời của ông/bà.</p>
</section>`;
}

function consentsMarkup({ consents, notices }: PersonalData): Markup {
  return html`<section class="kept"><h3>Đã đồng ý</h3>
${consents.length === 0 && html`<p>Ông/bà chưa đồng ý điều gì.</p>`}
${consents.length > 0 && html`<ul>${consents.map((one) => html`<li><strong>${purposes[one.purpose] ?? one.purpose}</strong>, lúc ${moment(one.givenAt)}${one.withdrawnAt && html`; rút lại lúc ${moment(one.withdrawnAt)}`}. Lời đã đồng ý: «${one.said}»</li>`)}</ul>`}
${notices.map((one) => html`<p>Tin về hồ sơ nhắn vào ${channels[one.channel] ?? one.channel} từ ${moment(one.since)}${one.stoppedAt ? html`, đã dừng lúc ${moment(one.stoppedAt)}` : ', đang bật; muốn thôi thì nhắn «dừng»'}.</p>`)}
</section>`;
}

function handOffsMarkup({ handOffs, officerWords }: PersonalData): Markup {
  return html`${
    handOffs.length > 0 &&
    html`<section class="kept"><h3>Đã chuyển cán bộ</h3>
<ul>${handOffs.map((one) => html`<li>Mã ${one.code}, lúc ${moment(one.askedAt)}${one.closedAt && html`; khép lại lúc ${moment(one.closedAt)}`}${one.contactMasked && html`; số gọi lại ${one.contactMasked}`}${one.rating && html`; ông/bà chấm ${one.rating} sao`}; ${one.notes} ghi chú của cán bộ.</li>`)}</ul>
<p>Cán bộ đã nhắn ${officerWords.length} lần; lời nhắn nằm trong tệp JSON.</p></section>`
  }`;
}

function turnsMarkup({ turns, conversations, feedback, modelCalls }: PersonalData): Markup {
  return html`<section class="kept"><h3>Câu hỏi và câu trả lời</h3>
<p>${turns.length} lượt trong ${conversations} cuộc trò chuyện; ${feedback.length} lần góp ý. Câu trả lời nằm trong tệp JSON.</p>
<ol class="kept-turns">${turns.map((turn) => html`<li><span class="note">${moment(turn.at)}</span> ${turn.asked}</li>`)}</ol>
${modelCalls.length > 0 && html`<p>Máy đã nhờ mô hình ngôn ngữ ${modelCalls.length} lần; những gì gửi đi và nhận về, đã che số, nằm trong tệp JSON.</p>`}
</section>`;
}
