/** The frame of the console's plain pages: they work without JavaScript, and nothing of them is kept in a cache. */
import type { Response } from 'express';
import { html, type Markup } from '../../web/html.ts';

export const staffPaths = {
  signIn: '/console/dang-nhap',
  code: '/console/dang-nhap/ma',
  enrol: '/console/dang-nhap/ung-dung',
  provider: '/console/dang-nhap/tai-khoan-chung',
  providerBack: '/console/dang-nhap/ve',
  signOut: '/console/dang-xuat',
  activate: '/console/kich-hoat',
  account: '/console/tai-khoan',
  home: '/console',
} as const;

/** The path below /console, where the router stands. */
export const inside = (path: string): string => path.slice(staffPaths.home.length);

export interface StaffPage {
  readonly title: string;
  readonly body: Markup;
  readonly status?: number;
}

export function sendPage(response: Response, { title, body, status = 200 }: StaffPage): void {
  response
    .status(status)
    .type('html')
    .send(
      html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Hỏi Một Cửa</title>
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" type="image/svg+xml" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/plain.css">
<link rel="stylesheet" href="/console/assets/staff.css">
</head>
<body>
<header><p class="product">Hỏi Một Cửa</p><p>Bàn cán bộ</p></header>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>`.text,
    );
}

/** What went wrong, said before the form and read out at once. */
export const alertMarkup = (text: string | null): Markup | null =>
  text === null ? null : html`<p class="warning" role="alert">${text}</p>`;

export const hidden = (name: string, value: string): Markup =>
  html`<input type="hidden" name="${name}" value="${value}">`;

/** "15 giờ 05" of today, in Vietnam. */
export const clockOf = (at: Date): string =>
  new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' })
    .format(at)
    .replace(':', ' giờ ');

export const momentOf = (at: Date): string =>
  new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' }).format(at);
