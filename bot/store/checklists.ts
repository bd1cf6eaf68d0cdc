/** Keeps checklists under short codes. Nothing of a person is in them, so no citizen's door is needed. */
import { cleanText, dateOf, keyOf } from './clean-input.ts';
import type { Database } from './database.ts';

export interface KeptChecklist {
  /** As it is shown: `K7M-2QX4`. */
  readonly code: string;
  /** The same list for who can only press keys: eight figures. */
  readonly digits: string;
  /** Its code in the knowledge. */
  readonly procedure: string;
  /** The commune it was made for; `null`: the installation's own. */
  readonly unit: string | null;
  readonly locale: 'vi' | 'en';
  readonly madeAt: Date;
  /** It is found no more from then on. */
  readonly until: Date;
}

export interface ChecklistStore {
  /** `false` when one of its codes is taken: give it others. */
  keep(list: KeptChecklist): Promise<boolean>;
  /** By either of its codes, as kept; `null` when there is none, or it is over at `at`. */
  find(code: string, at: Date): Promise<KeptChecklist | null>;
}

const columns = ['code', 'digits', 'procedure', 'unit', 'locale', 'made_at as madeAt', 'until'] as const;

export function makeChecklists(database: Database): ChecklistStore {
  return {
    async keep({ code, digits, procedure, unit, locale, madeAt, until }) {
      const kept = await database.outer
        .insertInto('checklist')
        .values({
          code: keyOf(code),
          digits: keyOf(digits),
          procedure: keyOf(procedure),
          unit: unit === null ? null : keyOf(unit),
          locale,
          made_at: dateOf(madeAt),
          until: dateOf(until),
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('code')
        .executeTakeFirst();
      return kept !== undefined;
    },
    async find(code, at) {
      const wanted = cleanText(code);
      const found = await database.outer
        .selectFrom('checklist')
        .select(columns)
        .where(({ or, eb }) => or([eb('code', '=', wanted), eb('digits', '=', wanted)]))
        .where('until', '>', dateOf(at))
        .executeTakeFirst();
      return found ?? null;
    },
  };
}
