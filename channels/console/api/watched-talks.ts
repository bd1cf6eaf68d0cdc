/** Which talks their holders have before them now, in this copy of the program. */
import type { StaffMember } from '../../../bot/index.ts';

/** How long after reading it an officer is taken to have a talk before him: his page reads again long before. */
const readMs = 60_000;
const most = 5_000;

interface Watched {
  readonly handOffId: string;
  readonly conversationId: string;
  readonly memberId: string;
  readonly until: number;
}

export function watchedTalks(now: () => number = Date.now) {
  const byConversation = new Map<string, Watched>();
  const conversations = new Map<string, string>();
  const drop = (handOffId: string) => {
    const conversationId = conversations.get(handOffId);
    conversations.delete(handOffId);
    if (conversationId !== undefined) byConversation.delete(conversationId);
  };
  const of = (conversationId: string): Watched | null => {
    const talk = byConversation.get(conversationId);
    return talk && talk.until > now() ? talk : null;
  };
  return {
    watch({ id }: StaffMember, { handOffId, conversationId }: Pick<Watched, 'handOffId' | 'conversationId'>): void {
      drop(handOffId);
      const [oldest] = conversations.keys();
      if (conversations.size >= most && oldest !== undefined) drop(oldest);
      conversations.set(handOffId, conversationId);
      byConversation.set(conversationId, { handOffId, conversationId, memberId: id, until: now() + readMs });
    },
    drop,
    /** `null` when its holder does not look at it. */
    of,
    conversationOf(handOffId: string): string | null {
      const conversationId = conversations.get(handOffId);
      return conversationId === undefined ? null : (of(conversationId)?.conversationId ?? null);
    },
  };
}
