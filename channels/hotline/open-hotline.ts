/** The telephone as a channel: the dialogue, and the doors of the providers that are set up. */
import type { Router } from 'express';
import type { Store } from '../../bot/index.ts';
import type { CallDialogue } from './call.ts';
import { type DialogueParts, openCallTalk } from './call-talk.ts';
import { keepCalls, sixSeconds } from './keep-calls.ts';
import { keepCallsInStore } from './keep-in-store.ts';
import { type CallLimits, limitCalls } from './limit-calls.ts';
import type { CallProvider } from './provider.ts';
import { providerRoutes } from './provider-routes.ts';

export interface HotlineProvider {
  readonly provider: CallProvider;
  /** Marks the addresses of its hooks. */
  readonly secret: string;
}

export interface HotlineOptions extends DialogueParts {
  readonly store: Pick<Store, 'calls' | 'openConversation' | 'findConversation'>;
  readonly providers: readonly HotlineProvider[];
  /** Without them there is no limit, as in a suite. */
  readonly limits?: CallLimits;
  readonly onError: (error: unknown) => void;
  readonly now?: () => Date;
}

export interface Hotline {
  readonly dialogue: CallDialogue;
  /** To be mounted before anything that reads bodies. */
  readonly routes: readonly Router[];
}

/** A program that is killed in the middle of a turn lets go of it soon after its deadline. */
const leaseMs = sixSeconds + 500;

export function openHotline({ store, providers, onError, now, limits, ...parts }: HotlineOptions): Hotline {
  const unitOf = (to: string) => parts.lineOf(to).unit;
  const clock = now ? { now } : {};
  const talk = openCallTalk(parts);
  const kept = keepCalls({
    talk,
    memory: keepCallsInStore({ store, unitOf, leaseMs }),
    onError,
    ...clock,
  });
  const dialogue = limits ? limitCalls(kept, talk, limits) : kept;
  return {
    dialogue,
    routes: providers.map(({ provider, secret }) => providerRoutes(provider, { dialogue, secret, onError, ...clock })),
  };
}
