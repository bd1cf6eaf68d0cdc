/** The page of one's own account: password, authenticator, phones, where one is signed in. */
import { type ListedSession, passwordLength } from '../../../bot/index.ts';
import { html, type Markup } from '../../web/html.ts';
import { alertMarkup, hidden, momentOf, type StaffPage, staffPaths } from './staff-page.ts';

export interface AccountPageParts {
  readonly name: string;
  readonly csrf: string;
  readonly fault: string | null;
  /** What was done just now; `null`: nothing. */
  readonly done: string | null;
  readonly hasCode: boolean;
  readonly sessions: readonly ListedSession[];
  readonly ownSession: string;
  readonly phones: { readonly push: number; readonly channels: readonly string[] };
  /** Just made, shown this once. */
  readonly phoneCode: string | null;
}

export function accountPage(parts: AccountPageParts): StaffPage {
  const { name, csrf, fault, done, hasCode } = parts;
  return {
    title: `Tài khoản của ${name}`,
    status: fault === null ? 200 : 403,
    body: html`${alertMarkup(fault)}${done && html`<p role="status">${done}</p>`}
<p><a href="${staffPaths.home}">Về bàn cán bộ</a></p>
<form method="post" action="${staffPaths.signOut}">${hidden('csrf', csrf)}<button type="submit">Đăng xuất</button></form>
${phonesMarkup(parts)}
<h2>Ứng dụng xác thực</h2>
<p>${hasCode ? 'Đang dùng. Đổi điện thoại thì cài lại ở đây trước khi bỏ máy cũ.' : 'Chưa cài. Nên cài: lộ mật khẩu thì người khác vẫn không vào được.'}</p>
<form method="post" action="${staffPaths.account}/ung-dung">
${hidden('csrf', csrf)}${passwordField('enrol-password')}
<button type="submit" class="plain-button">${hasCode ? 'Cài lại trên máy khác' : 'Cài ứng dụng xác thực'}</button>
</form>
<h2>Đổi mật khẩu</h2>
<form method="post" action="${staffPaths.account}/mat-khau">
${hidden('csrf', csrf)}${passwordField('current-password')}
<p class="field"><label for="next">Mật khẩu mới, ít nhất ${passwordLength.least} ký tự</label>
<input id="next" name="next" type="password" required minlength="${passwordLength.least}" maxlength="${passwordLength.most}" autocomplete="new-password"></p>
<p class="field"><label for="again">Gõ lại mật khẩu mới</label>
<input id="again" name="again" type="password" required maxlength="${passwordLength.most}" autocomplete="new-password"></p>
<button type="submit" class="plain-button">Đổi mật khẩu</button>
</form>
${sessionsMarkup(parts)}`,
  };
}

const passwordField = (id: string): Markup => html`<p class="field"><label for="${id}">Mật khẩu hiện tại</label>
<input id="${id}" name="password" type="password" required maxlength="200" autocomplete="current-password"></p>`;

const channelNames: Readonly<Record<string, string>> = { 'zalo-bot': 'Zalo', 'zalo-oa': 'Zalo' };

function phonesMarkup({ csrf, phones, phoneCode }: AccountPageParts): Markup {
  return html`<h2>Gọi khi có người dân chờ</h2>
<p>${phones.push > 0 ? `Đang báo trên ${phones.push} trình duyệt.` : 'Chưa báo trên trình duyệt nào: mở bàn cán bộ trên điện thoại, vào Cài đặt, bấm «Nhận thông báo trên máy này».'}</p>
${phones.channels.map(
  (
    channel,
  ) => html`<form method="post" action="${staffPaths.account}/bo-kenh">${hidden('csrf', csrf)}${hidden('channel', channel)}
<p>Đang nhắn qua ${channelNames[channel] ?? channel}.</p><button type="submit" class="plain-button">Thôi nhắn qua ${channelNames[channel] ?? channel}</button></form>`,
)}
${
  phoneCode
    ? html`<p role="status">Trong 10 phút tới, từ Zalo của mình nhắn cho bot đúng câu này: <strong class="secret">cán bộ ${phoneCode.slice(0, 4)} ${phoneCode.slice(4)}</strong></p>`
    : html`<form method="post" action="${staffPaths.account}/ma-kenh">${hidden('csrf', csrf)}<button type="submit" class="plain-button">Lấy mã nối Zalo</button></form>`
}`;
}

const ways: Readonly<Record<string, string>> = {
  password: 'mật khẩu',
  'password+code': 'mật khẩu và mã',
  oidc: 'tài khoản công vụ',
  'oidc+code': 'tài khoản công vụ và mã',
  recovery: 'mã dự phòng',
};

function sessionsMarkup({ csrf, sessions, ownSession }: AccountPageParts): Markup {
  return html`<h2>Nơi đang đăng nhập</h2>
<ul class="sessions">${sessions.map(
    ({ id, browser, beganAt, way }) =>
      html`<li>${browser}, từ ${momentOf(beganAt)}, bằng ${ways[way] ?? way}${
        id === ownSession
          ? ' (trình duyệt này)'
          : html`<form method="post" action="${staffPaths.account}/phien">${hidden('csrf', csrf)}${hidden('session', id)}<button type="submit" class="plain-button">Đăng xuất nơi này</button></form>`
      }</li>`,
  )}</ul>`;
}
