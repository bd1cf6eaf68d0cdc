/** The one document of the kiosk. Nothing of any visitor is in it, so that it may be kept on the device. */
import type { BuiltFiles } from '../../pages/built-page.ts';

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** @param files `null` when the page was not built: then it says where people are. */
export const kioskDocument = (files: BuiltFiles | null): string => `<!doctype html>
<html lang="vi" class="kiosk">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="theme-color" content="#084a3e">
<title>Hỏi Một Cửa: quầy tự phục vụ</title>
<link rel="icon" type="image/svg+xml" href="/assets/icon.svg">
${files?.styles.map((href) => `<link rel="stylesheet" href="${attribute(href)}">`).join('\n') ?? ''}
${files ? `<script type="module" src="${attribute(files.script)}"></script>` : ''}
</head>
<body>
<div id="page"><p>${files ? 'Máy đang khởi động…' : 'Màn hình này chưa dựng xong. Mời ông/bà hỏi cán bộ ở quầy.'}</p></div>
<noscript><p>Màn hình này cần JavaScript. Mời ông/bà hỏi cán bộ ở quầy.</p></noscript>
</body>
</html>`;
