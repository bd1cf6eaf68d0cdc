/** Threads that were found a short while ago. Whose a thread is may change: whoever writes in one is told so by the store. */
import type { OpenThread } from '../../../bot/index.ts';
import type { Claims } from './tokens.ts';

export interface KnownThreads {
  get(claims: Claims): OpenThread | null;
  keep(claims: Claims, thread: OpenThread): OpenThread;
}

const keptMs = 120_000;
const most = 20_000;

/** Of a sign-in or a visit none is kept: those end from one moment to the next. */
export function knowThreads(now: () => number = Date.now): KnownThreads {
  const threads = new Map<string, { readonly thread: OpenThread; readonly until: number }>();
  return {
    get({ conversationId, session, visit }) {
      if (session !== null || visit !== null) return null;
      const found = threads.get(conversationId);
      return found && found.until > now() ? found.thread : null;
    },
    keep({ conversationId, session, visit }, thread) {
      // Whoever shows another session, or none, must not find it here.
      if (session !== null || visit !== null || thread.sessionId !== null) return thread;
      if (threads.size >= most) threads.clear();
      const { id, citizenId, sessionId, locale, unit } = thread;
      const kept = { id, citizenId, sessionId, locale, unit };
      threads.set(conversationId, { thread: kept, until: now() + keptMs });
      return kept;
    },
  };
}
