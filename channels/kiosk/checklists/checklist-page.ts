/** The page of a list to carry away: plain HTML, for a phone, an A4 sheet and a roll of 80 mm. Needs no script. */
import { html, Markup } from '../../web/html.ts';
import type { Checklist } from '../api/schemas.ts';

type Shown = Checklist['blocks'][number];

export function checklistPage({ title, blocks, shortCode, digits, goodUntil, qrSvg, url }: Checklist): string {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title} · Danh sách mang về</title>
<link rel="icon" type="image/svg+xml" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/mang-ve.css">
</head>
<body>
<header><p class="name">Hỏi Một Cửa</p><h1>${title}</h1></header>
<main>
${blocks.map(blockMarkup)}
</main>
<footer>
${qrSvg && html`<div class="qr" role="img" aria-label="Mã QR của trang này">${new Markup(qrSvg)}</div>`}
<p>Mã danh sách: <strong>${shortCode}</strong>. Bấm số ở máy tại quầy: <strong>${digits}</strong>.</p>
${url && html`<p class="address">${url}</p>`}
<p>Dùng được đến hết ngày ${goodUntil.split('-').reverse().join('/')}. Trang này không có thông tin cá nhân.</p>
<p>Máy soạn tự động theo bản công bố thủ tục hành chính. Chưa rõ thì hỏi cán bộ ở quầy.</p>
</footer>
</body>
</html>`.text;
}

function blockMarkup({ kind, text = '', label = null, items = [], ordered = false }: Shown): Markup {
  if (kind === 'list') {
    const rows = items.map((item) => html`<li>${item}</li>`);
    const head = label ? html`<h2>${label}</h2>` : null;
    return ordered ? html`${head}<ol>${rows}</ol>` : html`${head}<ul class="tick">${rows}</ul>`;
  }
  return html`<p class="${kind}">${text}</p>`;
}
