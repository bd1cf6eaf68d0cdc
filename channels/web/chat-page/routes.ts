/** The routes of the chat page: its files, the page by itself (`/chat`, also in a portal's frame), the statement. */
import express, { type Router } from 'express';
import { isFromElsewhere } from '../from-elsewhere.ts';
import type { Markup } from '../html.ts';
import { plainPage, talkPage } from '../page.ts';
import { accessibilityMarkup } from './accessibility-page.ts';
import { type ChatFiles, serveChatFiles } from './built-page.ts';

export interface ChatPageOptions {
  readonly files: ChatFiles | null;
  /** The words in which the machine says that it is one. */
  readonly opening: string;
  /** The cookie by which the plain page knows the talk. */
  readonly cookieName: string;
  /** Made anew for each page. @param unit the commune whose portal holds the frame. */
  readonly notices?: (unit: string | null) => Markup | null;
}

export function chatPageRoutes({ files, opening, cookieName, notices = () => null }: ChatPageOptions): Router {
  const router = express.Router();
  router.use(serveChatFiles());
  // Without the plain page's cookie: a frame of another site gets none, and the chat keeps its own session.
  router.get('/chat', ({ query }, response) => {
    const unit = typeof query.unit === 'string' ? query.unit : null;
    response
      .type('html')
      .set('Cache-Control', 'no-store')
      .send(talkPage([], opening, { chat: files, notices: notices(unit) }));
  });
  router.get('/tro-nang', (_request, response) => {
    response.type('html').send(plainPage('Trợ năng của trang Hỏi Một Cửa', accessibilityMarkup()));
  });
  router.post('/xoa', (request, response) => {
    if (isFromElsewhere(request)) return response.redirect(303, '/');
    response.clearCookie(cookieName, { httpOnly: true, sameSite: 'lax' }).redirect(303, '/');
  });
  return router;
}
