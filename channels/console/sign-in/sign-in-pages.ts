/** The pages of signing in: name and password, code, authenticator, recovery codes. */
import { toString as qrSvg } from 'qrcode';
import { inGroups, totpAddress } from '../../../bot/index.ts';
import { html, Markup } from '../../web/html.ts';
import { alertMarkup, hidden, type StaffPage, staffPaths } from './staff-page.ts';

export interface FormParts {
  readonly csrf: string;
  /** What was wrong with the last try; `null` at first. */
  readonly fault: string | null;
}

/** 403 and not 401: that would let browsers ask for a password of their own. */
const statusOf = (fault: string | null) => (fault === null ? 200 : 403);

export function signInPage({
  csrf,
  fault,
  login = '',
  returnTo,
  provider,
}: FormParts & { readonly login?: string; readonly returnTo: string; readonly provider: boolean }): StaffPage {
  return {
    title: 'Đăng nhập',
    status: statusOf(fault),
    body: html`${alertMarkup(fault)}
${provider && html`<p><a class="strong-link" href="${staffPaths.provider}?${String(new URLSearchParams({ ve: returnTo }))}">Đăng nhập bằng tài khoản công vụ</a></p><p class="hint">Hoặc dùng tên và mật khẩu riêng của phần mềm này:</p>`}
<form method="post" action="${staffPaths.signIn}">
${hidden('csrf', csrf)}${hidden('ve', returnTo)}
<p class="field"><label for="login">Tên đăng nhập</label>
<input id="login" name="login" type="text" value="${login}" required maxlength="200" autocomplete="username" autocapitalize="none" spellcheck="false"></p>
<p class="field"><label for="password">Mật khẩu</label>
<input id="password" name="password" type="password" required maxlength="200" autocomplete="current-password"></p>
<button type="submit">Đăng nhập</button>
</form>
<p class="hint">Quên mật khẩu, hoặc chưa có tài khoản? Nhờ người quản trị của đơn vị gửi cho một đường dẫn mới.</p>`,
  };
}

export function codePage({ csrf, fault }: FormParts): StaffPage {
  return {
    title: 'Nhập mã xác thực',
    status: statusOf(fault),
    body: html`${alertMarkup(fault)}
<form method="post" action="${staffPaths.code}">
${hidden('csrf', csrf)}
<p class="field"><label for="code">Mã 6 số trong ứng dụng xác thực</label>
<input id="code" name="code" type="text" required maxlength="20" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint"></p>
<p class="hint" id="code-hint">Mở ứng dụng trên điện thoại và gõ sáu số đang hiện. Mất điện thoại thì gõ một mã dự phòng đã in ra, dạng K7M3-TX9Q-2WAB.</p>
<button type="submit">Tiếp tục</button>
</form>
<p><a href="${staffPaths.signIn}">Đăng nhập lại từ đầu</a></p>`,
  };
}

export async function enrolPage({
  csrf,
  fault,
  secret,
  login,
}: FormParts & { readonly secret: string; readonly login: string }): Promise<StaffPage> {
  const svg = await qrSvg(totpAddress(secret, login), { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
  const picture = svg.replace('<svg ', '<svg role="img" aria-label="Mã QR cho ứng dụng xác thực" class="qr" ');
  return {
    title: 'Cài ứng dụng xác thực',
    status: statusOf(fault),
    body: html`${alertMarkup(fault)}
<p>Vai trò của anh/chị cần thêm một lớp bảo vệ: ngoài mật khẩu, mỗi lần đăng nhập gõ thêm sáu số hiện trên điện thoại.</p>
<ol>
<li>Cài trên điện thoại một ứng dụng xác thực, như Google Authenticator, Microsoft Authenticator hoặc Aegis.</li>
<li>Trong ứng dụng, bấm dấu cộng rồi quét mã này:
${new Markup(picture)}
<p>Không quét được thì gõ tay khóa này: <strong class="secret">${inGroups(secret)}</strong></p></li>
<li>Gõ sáu số đang hiện trong ứng dụng:
<form method="post" action="${staffPaths.enrol}">
${hidden('csrf', csrf)}
<p class="field"><label for="code">Mã 6 số</label>
<input id="code" name="code" type="text" inputmode="numeric" required maxlength="10" autocomplete="one-time-code"></p>
<button type="submit">Xong</button>
</form></li>
</ol>`,
  };
}

/** Shown once, right after the authenticator was set up. */
export function recoveryPage(codes: readonly string[]): StaffPage {
  return {
    title: 'Cất mười mã dự phòng',
    body: html`<p>Ứng dụng đã cài xong. Khi mất điện thoại, anh/chị đăng nhập bằng một trong mười mã này. Mỗi mã dùng được một lần.</p>
<ul class="codes">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
<p class="warning" role="note">In ra hoặc chép lên giấy rồi cất kỹ: trang này chỉ hiện một lần.</p>
<p><a class="strong-link" href="${staffPaths.home}">Đã cất, vào bàn cán bộ</a></p>`,
  };
}
