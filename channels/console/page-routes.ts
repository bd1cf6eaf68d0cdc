/** The console's page and its files. Mounted below /console behind the API: it takes every path that is left. */
import express, { type Request, type Router } from 'express';
import { addressOf, builtFiles, serveBuilt } from '../pages/built-page.ts';
import { html } from '../web/html.ts';
import { messagePage } from '../web/page.ts';

export interface ConsolePageOptions {
  /** Whoever is not signed in is sent to the sign-in, which brings him back. */
  readonly isSignedIn: (request: Request) => Promise<boolean>;
  readonly files?: ReturnType<typeof builtFiles>;
}

/** One page for every address below /console: the views are told apart in the browser. */
export function consolePageRoutes({ isSignedIn, files = builtFiles('console') }: ConsolePageOptions): Router {
  const router = express.Router();
  router.use(addressOf('console').slice('/console'.length), serveBuilt('console'));
  router.get(/^\/(?!api\/).*/, async (request, response) => {
    if (!(await isSignedIn(request)))
      return response.redirect(303, `/console/dang-nhap?ve=${encodeURIComponent(request.originalUrl)}`);
    response.type('html').set('Cache-Control', 'no-store');
    response.send(files ? consoleMarkup(files) : messagePage('Chưa có trang cán bộ', notBuilt));
  });
  return router;
}

const notBuilt = 'Trang cán bộ chưa được dựng trên máy này. Mời quản trị chạy «npm run build» rồi mở lại.';

const consoleMarkup = ({ script, styles }: NonNullable<ReturnType<typeof builtFiles>>): string =>
  html`<!doctype html>
<html lang="vi" class="chat console">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<title>Bàn cán bộ · Hỏi Một Cửa</title>
<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#084a3e">
<link rel="icon" type="image/svg+xml" href="/assets/icon.svg">
${styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}
<script type="module" src="${script}"></script>
</head>
<body>
<div id="page"><noscript><main class="plain-main"><h1>Bàn cán bộ</h1><p>Trang này cần JavaScript. Mời bật JavaScript trong trình duyệt rồi tải lại trang.</p></main></noscript></div>
</body>
</html>`.text;
