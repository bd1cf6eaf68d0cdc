/** Lists of what to bring, left under a short code for a week: from a kiosk to a phone, from a call to a kiosk. */
import type { KeptChecklist, Store } from '../store/index.ts';
import { newChecklistCode, newChecklistDigits, readChecklistCode } from './checklist-code.ts';
import { limitMisses } from './limit-misses.ts';

/** Nothing of a person: it is open to whoever has the code. */
export interface ChecklistWish {
  /** Code of the guide or card. */
  readonly procedure: string;
  /** The commune whose fees and hours stand in it; `null`: the installation's own. */
  readonly unit: string | null;
  readonly locale: 'vi' | 'en';
  readonly at: Date;
}

/** `wait`: too many codes were none; until then no code is looked up for this caller. */
export type ChecklistReading =
  | { readonly kind: 'found'; readonly list: KeptChecklist }
  | { readonly kind: 'none' }
  | { readonly kind: 'wait'; readonly until: Date };

export interface ChecklistDesk {
  /** Both codes of the list: signs for print and screen, figures for a telephone. */
  leave(wish: ChecklistWish): Promise<KeptChecklist>;
  /** @param asked who tries, so that guesses are counted: an address, a telephone, a device. */
  open(typed: string, asked: { readonly caller: string; readonly at: Date }): Promise<ChecklistReading>;
}

/** How long a list stays, in days. */
export const checklistDays = 7;
const dayMs = 86_400_000;
const mostTries = 8;
/** In ten minutes: slips of people at one desk are few, and all tries of a week hit next to nothing. */
export const missLimits = { each: 20, all: 300, eachThen: 2, most: 3_000, withinMs: 600_000 };

export interface ChecklistParts {
  readonly store: Pick<Store, 'checklists'>;
  readonly newCodes?: () => { readonly code: string; readonly digits: string };
}

const randomCodes = () => ({ code: newChecklistCode(), digits: newChecklistDigits() });

export function openChecklistDesk({ store, newCodes = randomCodes }: ChecklistParts): ChecklistDesk {
  const misses = limitMisses(missLimits);
  return {
    async leave({ procedure, unit, locale, at }) {
      const until = new Date(at.getTime() + checklistDays * dayMs);
      for (let tries = 0; tries < mostTries; tries++) {
        const list: KeptChecklist = { ...newCodes(), procedure, unit, locale, madeAt: at, until };
        if (await store.checklists.keep(list)) return list;
      }
      throw new ChecklistError('no-free-code', `${mostTries} codes in a row were taken. Try again in a moment.`);
    },
    async open(typed, { caller, at }) {
      const until = misses.waitUntil(caller, at);
      if (until) return { kind: 'wait', until };
      const code = readChecklistCode(typed);
      const list = code === null ? null : await store.checklists.find(code, at);
      if (list) return { kind: 'found', list };
      misses.miss(caller, at);
      return { kind: 'none' };
    },
  };
}

export class ChecklistError extends Error {
  readonly code: 'no-free-code';

  constructor(code: ChecklistError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
