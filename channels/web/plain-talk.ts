/** The talk by a plain form: the page with the talk so far, and asking. Works without JavaScript. */
import { randomUUID } from 'node:crypto';
import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { type Assistant, type PastTurn, StoreInputError, type Thread } from '../../bot/index.ts';
import { isAskedHere } from './asked-here.ts';
import type { ChatFiles } from './chat-page/built-page.ts';
import type { Markup } from './html.ts';
import { talkPage } from './page.ts';
import type { Who } from './sign-in/pages.ts';
import type { WebSession, WebSignIn } from './sign-in/web-sign-in.ts';

export interface PlainTalkParts {
  readonly assistant: Assistant;
  readonly signIn: WebSignIn | null;
  /** The words in which the machine says that it is one. */
  readonly opening: string;
  readonly chat: ChatFiles | null;
  /** Made anew for each page. */
  readonly notices?: () => Markup | null;
}

export const talkCookie = 'hmc';
const cookieDays = 30;
const cookie = { httpOnly: true, sameSite: 'lax' } as const;
const questionSchema = z.object({ q: z.string(), id: z.string().min(1).max(100) });

export function plainTalk({ assistant, signIn, opening, chat, notices = () => null }: PlainTalkParts): Router {
  const router = Router();
  const sessionOf = async (request: Request) => (await signIn?.sessionOf(request.headers, { touch: true })) ?? null;
  const pastOf = async (request: Request, session: WebSession | null) => {
    const thread = threadOf(request, session);
    return thread ? assistant.history(thread) : [];
  };
  const show = async (response: Response, { request, session, draft = '' }: Shown) => {
    const thread = threadOf(request, session);
    const beside = thread ? await assistant.beside(thread) : [];
    const turns = await pastOf(request, session);
    // What a browser keeps must not come back by the back button after a sign-out.
    response.set('Cache-Control', 'no-store').type('html');
    response.send(talkPage(turns, opening, { chat, beside, who: signIn && whoOf(session), notices: notices(), draft }));
  };
  router.get('/', async (request, response) => show(response, { request, session: await sessionOf(request) }));
  const ask = async (request: Request, response: Response) => {
    const { q: text, id } = questionSchema.parse({ ...request.query, ...request.body });
    const session = await sessionOf(request);
    const own = { origin: signIn?.origin ?? '', turnIds: async () => (await pastOf(request, session)).map(turnIdOf) };
    if (session && !(await isAskedHere(request, id, own))) return show(response, { request, session, draft: text });
    const message = { id, text, locale: 'vi', at: new Date(), signedInAs: null, ownedByOfficer: false } as const;
    const handle = (thread: Thread) => assistant.handle({ ...message, ...thread });
    const thread = threadOf(request, session) ?? newThread();
    const talk = await handle(thread).then(
      () => thread,
      async (error: unknown) => {
        if (!isOver(error)) throw error;
        const fresh = newThread();
        await handle(fresh);
        return fresh;
      },
    );
    if (!talk.sessionId)
      response.cookie(talkCookie, talk.conversationId, {
        ...cookie,
        secure: request.secure,
        maxAge: cookieDays * 86_400_000,
      });
    response.redirect(303, '/#moi');
  };
  router.post('/hoi', express.urlencoded({ extended: false, limit: '64kb' }), ask);
  router.get('/hoi', ask);
  return router;
}

interface Shown {
  readonly request: Request;
  readonly session: WebSession | null;
  /** Stands in the box, to be sent or not. */
  readonly draft?: string;
}

/** A talk under a session is named by the session: no cookie of its own can outlive it. */
const threadOf = (request: Request, session: WebSession | null): Thread | null =>
  session ? { channel: 'web', conversationId: `phien-${session.id}`, sessionId: session.id } : anonymousTalkOf(request);

const turnIdOf = ({ turnId }: PastTurn): string => turnId;

const newThread = (): Thread => ({ channel: 'web', conversationId: randomUUID() });

/** The anonymous thread of this browser, from its cookie; a value that is no uuid counts as none. */
export function anonymousTalkOf(request: Request): Thread | null {
  const conversationId = /(?:^|;\s*)hmc=([0-9a-f-]{36})(?:;|$)/.exec(request.headers.cookie ?? '')?.[1];
  return conversationId ? { channel: 'web', conversationId } : null;
}

export const forgetTalk = (response: Response): void => void response.clearCookie(talkCookie, cookie);

export const whoOf = (session: WebSession | null): Who => ({
  name: session?.nameMasked ?? null,
  formKey: session?.formKey ?? null,
});

/** The talk of the cookie belongs to a sign-in that is over: whoever asks now begins another. */
const isOver = (error: unknown): boolean => error instanceof StoreInputError && error.code === 'conversation-over';
