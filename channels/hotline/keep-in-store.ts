/** Calls in the store: any copy of the program takes the next turn, also after a restart. */
import type { ConversationKey, Store } from '../../bot/index.ts';
import type { CallEvent } from './call.ts';
import { type CallMemory, threadOf } from './call-memory.ts';
import type { Step } from './call-state.ts';

export interface CallsInStore {
  readonly store: Pick<Store, 'calls' | 'openConversation' | 'findConversation'>;
  /** Commune whose number was called; `null`: the installation's own. */
  readonly unitOf: (to: string) => string | null;
  /** How long a turn may be in work, in ms; after that its program is taken for dead. */
  readonly leaseMs: number;
}

/** Grows when what is kept changes its form: a call that began before an update begins anew. */
const form = 2;
const channel = 'hotline';
/** Calls that may go on at a time, generously. */
const mostKnown = 2_000;

export function keepCallsInStore({ store, unitOf, leaseMs }: CallsInStore): CallMemory {
  /** Whose talk a call is does not change while it lasts, unless it is erased: then it is looked for anew. */
  const known = new Map<string, ConversationKey>();
  const keyOf = async (event: CallEvent): Promise<ConversationKey> => {
    const externalId = threadOf(event);
    const before = known.get(externalId);
    if (before) return before;
    const talk = { channel, externalId, locale: 'vi', unit: unitOf(event.to), sessionId: null };
    const { id: conversationId, citizenId } = await store.openConversation(talk);
    if (known.size >= mostKnown) known.clear();
    known.set(externalId, { conversationId, citizenId });
    return { conversationId, citizenId };
  };
  return {
    async begin(event) {
      const { turn, at: now } = event;
      const begin = async () => store.calls.begin({ ...(await keyOf(event)), turn, now, leaseMs });
      const begun = await begin().catch((error: unknown) => {
        if (!known.delete(threadOf(event))) throw error;
        return begin();
      });
      if (begun.kind === 'answered') return { kind: 'answered', step: stepIn(begun.content) };
      if (begun.kind !== 'begun') return begun;
      return {
        kind: 'begun',
        state: stepIn(begun.content)?.state ?? null,
        finish: (step) => store.calls.finish(begun.claim, { form, ...step }, now),
      };
    },
    async end(call, at) {
      known.delete(threadOf(call));
      const found = await store.findConversation({ channel, externalId: threadOf(call) });
      if (!found) return false;
      return (await store.calls.end({ conversationId: found.id, citizenId: found.citizenId }, at)) !== null;
    },
  };
}

/** Sealed by us with our own key: its form alone is looked at. */
function stepIn(content: unknown): Step | null {
  if (typeof content !== 'object' || content === null || !('form' in content) || content.form !== form) return null;
  return content as unknown as Step;
}
