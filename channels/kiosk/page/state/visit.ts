/** One person's time at the screen: the talk, the right to its calls, and what has to be shut when it is over. */
import { Conversation, type ConversationParts, type View } from '../../../pages/talk/conversation.ts';
import type { Fetch } from '../../../pages/wire/call.ts';
import { openDirectLine } from '../../../pages/wire/direct-line.ts';
import type { Language } from '../texts/texts.ts';
import { type KioskApi, openKioskApi, type VisitKey } from '../wire/kiosk-api.ts';
import { whileOpen } from '../wire/while-open.ts';

export interface VisitParts extends Pick<ConversationParts, 'openSocket' | 'later' | 'newKey'> {
  readonly fetcher: Fetch;
  readonly language: Language;
  readonly onTalk: (view: View) => void;
}

export interface Visit {
  readonly conversation: Conversation;
  /** Its calls end with the visit. */
  readonly api: KioskApi;
  /** The right to the visit's calls; begins it on the server when nothing has. @throws {WireError} */
  key(): Promise<VisitKey>;
  /** The right, where the server knows of the visit already. */
  readonly known: VisitKey | null;
  readonly over: AbortSignal;
  /** Ends everything of it here, and on the server. */
  end(): void;
}

export function openVisit(parts: VisitParts): Visit {
  const over = new AbortController();
  const fetcher = whileOpen(over.signal, parts.fetcher);
  const api = openKioskApi(fetcher);
  let known: VisitKey | null = null;
  const conversation = new Conversation({
    ...parts,
    wire: {
      ...openDirectLine(fetcher),
      async newSession(locale) {
        const { visit, token, conversationId, endsAt } = await api.begin(locale === 'en' ? 'en' : 'vi');
        known = { visit, token };
        return { token, conversationId, expiresAt: Date.parse(endsAt) };
      },
    },
    storage: null,
    unit: null,
  });
  conversation.locale = parts.language;
  const unsubscribe = conversation.subscribe(parts.onTalk);
  return {
    conversation,
    api,
    over: over.signal,
    get known() {
      return known;
    },
    async key() {
      await conversation.begin();
      if (!known) throw new Error('A visit began without its key');
      return known;
    },
    end() {
      unsubscribe();
      // An error as the reason would hold on to whoever called, and by that to the screen of this visitor.
      over.abort('over');
      conversation.forget();
      if (known)
        openKioskApi(parts.fetcher)
          .end(known)
          .catch(() => {});
      known = null;
    },
  };
}
