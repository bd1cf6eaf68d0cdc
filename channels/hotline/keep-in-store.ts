/** Calls in the store: any copy of the program takes the next turn, also after a restart. */
import type { Store } from '../../bot/index.ts';
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
const form = 1;
const channel = 'hotline';

export function keepCallsInStore({ store, unitOf, leaseMs }: CallsInStore): CallMemory {
  const keyOf = async (event: CallEvent) => {
    const talk = { channel, externalId: threadOf(event), locale: 'vi', unit: unitOf(event.to), sessionId: null };
    const { id: conversationId, citizenId } = await store.openConversation(talk);
    return { conversationId, citizenId };
  };
  return {
    async begin(event) {
      const { turn, at: now } = event;
      const begun = await store.calls.begin({ ...(await keyOf(event)), turn, now, leaseMs });
      if (begun.kind === 'answered') return { kind: 'answered', step: stepIn(begun.content) };
      if (begun.kind !== 'begun') return begun;
      return {
        kind: 'begun',
        state: stepIn(begun.content)?.state ?? null,
        finish: (step) => store.calls.finish(begun.claim, { form, ...step }, now),
      };
    },
    async end(call, at) {
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
