/** The plain page: a form that works without JavaScript, the talk so far, the answers as cards. */
import { randomUUID } from 'node:crypto';
import type { PastTurn, SaidBeside } from '../../bot/index.ts';
import { answerMarkup } from './answer-markup.ts';
import type { ChatFiles } from './chat-page/built-page.ts';
import { html, type Markup } from './html.ts';
import { paths, type Who, whoMarkup } from './sign-in/pages.ts';

const examples = [
  'Làm khai sinh cho con cần giấy tờ gì?',
  'Đăng ký tạm trú hết bao nhiêu tiền?',
  'Mất thẻ căn cước thì làm lại ở đâu?',
];

/** Asking by a link is made safe to repeat by an id that belongs to the chip: a reload asks nothing anew. */
export const askLink = (text: string, id: string): string => `/hoi?${new URLSearchParams({ q: text, id })}`;

export interface PageParts {
  /** The script that takes the page over where JavaScript runs; the form answers where it does not. */
  readonly chat?: ChatFiles | null;
  /** Who is signed in; `null` where sign-in is not open. */
  readonly who?: Who | null;
  /** What everybody must know first: banners, and that something is turned off. */
  readonly notices?: Markup | null;
  /** What was said beside the turns: an officer's words. */
  readonly beside?: readonly SaidBeside[];
  /** What stands in the box already. */
  readonly draft?: string;
}

/** The talk so far and the form that goes on with it. */
export function talkPage(
  turns: readonly PastTurn[],
  opening: string,
  { chat = null, who = null, notices = null, draft = '', beside = [] }: PageParts = {},
): string {
  const last = turns.length - 1;
  const signInLink = who?.formKey === null;
  return layout(
    'Hỏi Một Cửa',
    html`${notices}${whoMarkup(who)}
<p class="opening">${opening}</p>
${inOrder(turns, beside).map((one) => ('turnId' in one ? turnMarkup(one, { isLast: turns.indexOf(one) === last, signInLink }) : besideMarkup(one)))}
${turns.length === 0 && html`<nav class="chips" aria-label="Câu hỏi thí dụ"><ul>${examples.map((text) => html`<li><a href="${askLink(text, randomUUID())}">${text}</a></li>`)}</ul></nav>`}
<form method="post" action="/hoi" id="hoi">
<input type="hidden" name="id" value="${randomUUID()}">
<label for="q">${turns.length === 0 ? 'Ông/bà cần hỏi thủ tục gì?' : 'Hỏi tiếp'}</label>
<div class="row"><input id="q" name="q" type="text" value="${draft}" required maxlength="4000" autocomplete="off" enterkeyhint="send"><button type="submit">Hỏi</button></div>
<p class="hint">Gõ như nói chuyện, không dấu cũng được. Xin đừng ghi số căn cước.</p>
</form>
${turns.length > 0 && !who?.formKey && html`<form method="post" action="/xoa" class="clear"><button type="submit">Xóa cuộc trò chuyện trên máy này</button></form>`}
<p class="hint"><a href="/tro-nang">Trợ năng của trang này</a></p>`,
    chat,
  );
}

const inOrder = (turns: readonly PastTurn[], beside: readonly SaidBeside[]): (PastTurn | SaidBeside)[] =>
  [...turns, ...beside].toSorted((one, other) => one.at.getTime() - other.at.getTime());

/** An officer's words, or that the talk changed hands. */
function besideMarkup({ id, officer, answer }: SaidBeside): Markup {
  if (answer)
    return html`<section class="turn">${answerMarkup(answer, (send, index) => askLink(send, `${id}-${index}`))}</section>`;
  if (!officer) return html``;
  return html`<section class="turn officer">
<p class="asked"><span class="who">Cán bộ ${officer.officer.name}:</span></p>
<p>${officer.text}</p>
${officer.pictures.map(({ url, alt }) => html`<p><img src="${url}" alt="${alt}"></p>`)}
</section>`;
}

/** An officer has the talk: the machine said nothing, and there is nothing to show. */
const replyMarkup = ({ reply, turnId }: PastTurn): Markup => {
  if (!reply) return html`<p class="note">Câu này đang được trả lời. Xin tải lại trang.</p>`;
  if (reply.answer.blocks.length === 0) return html``;
  return answerMarkup(reply.answer, (send, index) => askLink(send, `${turnId}-${index}`));
};

function turnMarkup(turn: PastTurn, { isLast, signInLink }: { isLast: boolean; signInLink: boolean }): Markup {
  const asksSignIn = signInLink && isLast && turn.reply?.answer.status === 'login-required';
  return html`<section class="turn"${isLast ? html` id="moi"` : ''}>
<p class="asked"><span class="who">Ông/bà hỏi:</span> ${turn.asked}</p>
${replyMarkup(turn)}
${asksSignIn && html`<p class="chips"><a class="sign-in" href="${paths.begin}">Đăng nhập</a></p>`}
</section>`;
}

/** A page that says what went wrong and what to do next. */
export const messagePage = (title: string, text: string): string =>
  layout(
    title,
    html`<section class="turn"><h2>${title}</h2><p>${text}</p><p><a href="/">Về trang hỏi</a></p></section>`,
  );

/** A page of text with the plain head and foot. */
export const plainPage = (title: string, body: Markup): string =>
  layout(title, html`${body}<p><a href="/">Về trang hỏi</a></p>`);

function layout(title: string, body: Markup, chat: ChatFiles | null = null): string {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#084a3e">
<link rel="icon" type="image/svg+xml" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/plain.css">
${chat?.styles.map((href) => html`<link rel="stylesheet" href="${href}">`) ?? null}
${chat && html`<script type="module" src="${chat.script}"></script>`}
</head>
<body>
<div id="page">
<header><h1><a href="/">Hỏi Một Cửa</a></h1><p>Hỏi thủ tục ở xã, phường</p></header>
<main>
${body}
</main>
<footer><p>Máy trả lời tự động theo bản công bố thủ tục hành chính. Khẩn cấp: 113 công an, 114 cứu hỏa, 115 cấp cứu, 111 trẻ em, 112 cứu nạn.</p></footer>
</div>
</body>
</html>`.text;
}
