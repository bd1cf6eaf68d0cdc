/** What everybody must know before he asks: emergency banners, and that the bot or the web is turned off. */
import { Router } from 'express';
import { z } from 'zod';
import type { Switchboard } from '../../../bot/index.ts';
import { html, type Markup } from '../html.ts';

const querySchema = z.object({
  unit: z
    .string()
    .regex(/^\d{5}$/)
    .optional()
    .catch(undefined),
});

const offTexts = {
  vi: 'Máy trả lời đang tạm nghỉ. Lời nhắn vẫn được giữ lại; mời ông/bà gọi hoặc đến quầy, hoặc nhắn «gặp cán bộ».',
  en: 'The automatic assistant is resting. What you write is kept; call or visit the desk, or write «gặp cán bộ».',
} as const;

/** What holds for a commune now; `off` is `null` while the web answers. */
export function noticesFor(board: Switchboard, unit: string | null, at: Date) {
  const off = board.offNow('bot', unit, at) ?? board.offNow('web', unit, at);
  return {
    banners: board.bannersFor(unit, at),
    off: off && { ...offTexts, until: off.until },
  };
}
export type NoticesReply = ReturnType<typeof noticesFor>;

/** `GET /api/notices?unit=`, for the page that is open; each browser asks once a minute. */
export function noticeRoutes(board: Switchboard): Router {
  const router = Router();
  router.get('/api/notices', (request, response) => {
    const { unit = null } = querySchema.parse(request.query);
    response.set('Cache-Control', 'no-store').json(noticesFor(board, unit, new Date()));
  });
  return router;
}

/** For the page without JavaScript. A danger is announced at once, the rest when it is reached. */
export function noticeMarkup({ banners, off }: NoticesReply): Markup {
  return html`${banners.map(
    ({ vi, en, severity }) =>
      html`<div class="banner banner-${severity}" role="${severity === 'danger' ? 'alert' : 'status'}"><p><strong>${labels[severity]}:</strong> ${vi}</p><p lang="en">${en}</p></div>`,
  )}${off && html`<div class="banner banner-warning" role="status"><p>${off.vi}</p><p lang="en">${off.en}</p></div>`}`;
}

const labels = { notice: 'Thông báo', warning: 'Cần biết', danger: 'Khẩn cấp' } as const;
