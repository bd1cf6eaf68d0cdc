/** The pages behind a one-time link: a first password, or an authenticator set up anew. */
import { passwordLength } from '../../../bot/index.ts';
import { html } from '../../web/html.ts';
import type { FormParts } from './sign-in-pages.ts';
import { alertMarkup, hidden, type StaffPage } from './staff-page.ts';

export interface LinkPageParts extends FormParts {
  /** Where the form goes: the link itself. */
  readonly action: string;
  readonly name: string;
  readonly login: string;
}

const statusOf = (fault: string | null) => (fault === null ? 200 : 403);

/** The name stands in the form for password keepers; it cannot be changed there. */
const loginField = (login: string) =>
  html`<p class="field"><label for="login">Tên đăng nhập của anh/chị</label>
<input id="login" name="username" type="text" value="${login}" readonly autocomplete="username"></p>`;

export function newPasswordPage({ csrf, fault, action, name, login }: LinkPageParts): StaffPage {
  return {
    title: 'Đặt mật khẩu',
    status: statusOf(fault),
    body: html`<p>Xin chào ${name}. Anh/chị đặt mật khẩu để vào bàn cán bộ.</p>
${alertMarkup(fault)}
<form method="post" action="${action}">
${hidden('csrf', csrf)}
${loginField(login)}
<p class="field"><label for="password">Mật khẩu mới</label>
<input id="password" name="password" type="password" required minlength="${passwordLength.least}" maxlength="${passwordLength.most}" autocomplete="new-password" aria-describedby="password-hint"></p>
<p class="hint" id="password-hint">Ít nhất ${passwordLength.least} ký tự. Một câu ngắn dễ nhớ là tốt nhất, có dấu cách và dấu tiếng Việt đều được. Đừng dùng tên mình, ngày sinh hay mật khẩu ở nơi khác.</p>
<p class="field"><label for="again">Gõ lại mật khẩu mới</label>
<input id="again" name="again" type="password" required maxlength="${passwordLength.most}" autocomplete="new-password"></p>
<button type="submit">Đặt mật khẩu</button>
</form>`,
  };
}

export function renewCodePage({ csrf, fault, action, name, login }: LinkPageParts): StaffPage {
  return {
    title: 'Cài lại ứng dụng xác thực',
    status: statusOf(fault),
    body: html`<p>Xin chào ${name}. Anh/chị gõ mật khẩu rồi cài ứng dụng xác thực trên điện thoại mới.</p>
${alertMarkup(fault)}
<form method="post" action="${action}">
${hidden('csrf', csrf)}
${loginField(login)}
<p class="field"><label for="password">Mật khẩu</label>
<input id="password" name="password" type="password" required maxlength="200" autocomplete="current-password"></p>
<button type="submit">Tiếp tục</button>
</form>`,
  };
}
