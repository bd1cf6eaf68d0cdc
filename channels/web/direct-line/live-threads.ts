/** The sockets that follow each thread, in this copy of the program. */
import type { ShownActivity } from './shown-activity.ts';

export interface Follower {
  /** The thread may have grown: look. */
  wake(): void;
  /** Show this at once; it is kept nowhere. */
  show(activity: ShownActivity): void;
}

export interface LiveThreads {
  /** Returns how to stop following. */
  follow(threadId: string, follower: Follower): () => void;
  wake(threadId: string): void;
  show(threadId: string, activity: ShownActivity): void;
}

export function makeLiveThreads(): LiveThreads {
  const followers = new Map<string, Set<Follower>>();
  return {
    follow(threadId, follower) {
      const own = followers.get(threadId) ?? new Set();
      followers.set(threadId, own.add(follower));
      return () => {
        own.delete(follower);
        if (own.size === 0 && followers.get(threadId) === own) followers.delete(threadId);
      };
    },
    wake(threadId) {
      for (const follower of followers.get(threadId) ?? []) follower.wake();
    },
    show(threadId, activity) {
      for (const follower of followers.get(threadId) ?? []) follower.show(activity);
    },
  };
}
