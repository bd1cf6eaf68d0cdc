/** Answers that wait for an officer's look, in the console, over the running parts. */
import type { Router } from 'express';
import { createHeldDesk, type EditorialDesk, factsOf, handOffDefaults, openHoldRules } from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import { heldRoutes, type StaffGate } from '../channels/index.ts';
import type { Config } from '../config.ts';
import type { LiveParts } from './live-parts.ts';

export interface HeldSurroundings {
  readonly config: Config;
  readonly store: Store;
  readonly live: LiveParts;
  readonly gate: StaffGate;
  readonly unitName: (code: string) => string | null;
  readonly suggest: EditorialDesk['suggest'];
  readonly onError: (error: unknown) => void;
}

export function openHeld({ config, store, live, gate, unitName, suggest, onError }: HeldSurroundings): Router {
  const { speak, places } = live.parts;
  const desk = createHeldDesk({
    store,
    speak,
    settings: { ...handOffDefaults, replyMinutes: config.REPLY_MINUTES },
    now: () => new Date(),
    suggest: async (member, suggestion) => (await suggest(member, suggestion)).id,
  });
  const rules = openHoldRules({ store, places });
  return heldRoutes({ gate, desk, rules, fields: () => fieldsOf(live), unitName, speak, onError });
}

const fieldsOf = ({ library }: LiveParts): readonly string[] => {
  const fields = library.entries.map((entry) => factsOf(entry).field);
  return [...new Set(fields)].filter((field) => field !== '').toSorted((a, b) => a.localeCompare(b, 'vi'));
};
