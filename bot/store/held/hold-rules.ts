/** Which answers are held, by unit; who changed it is in the audit log. */
import { addAudit } from '../audit.ts';
import { cleanText, dateOf } from '../clean-input.ts';
import type { Database } from '../database.ts';
import type { Scoped } from '../tables.ts';

export interface HoldRule {
  /** Code of a commune (five digits) or a province (two); `null`: everywhere. */
  readonly unit: string | null;
  /** Ends of answers that are held; [] with fields: all that may be. */
  readonly statuses: readonly string[];
  /** Fields of procedures; [] with statuses: all. Both []: nothing is held. */
  readonly fields: readonly string[];
  /** After so many minutes the answer goes out unchecked. */
  readonly minutes: number;
  readonly by: string;
  readonly at: Date;
}

export interface NewHoldRule extends Omit<HoldRule, 'by'> {
  /** Who does it: as colleagues know him, and as the audit log names him. */
  readonly by: { readonly name: string; readonly actor: string };
}

const everywhere = '';

export async function readRules(handle: Database['outer']): Promise<readonly HoldRule[]> {
  const rows = await handle.selectFrom('hold_rule').selectAll().orderBy('unit').execute();
  return rows.map(({ unit, set_by: by, set_at: at, ...rule }) => ({
    ...rule,
    unit: unit === everywhere ? null : unit,
    by,
    at,
  }));
}

export async function setRule(handle: Scoped, { unit, statuses, fields, minutes, by, at }: NewHoldRule): Promise<void> {
  const rule = {
    statuses: [...statuses],
    fields: fields.map(cleanText),
    minutes,
    set_by: cleanText(by.name),
    set_at: dateOf(at),
  };
  await handle
    .insertInto('hold_rule')
    .values({ unit: unit ?? everywhere, ...rule })
    .onConflict((conflict) => conflict.column('unit').doUpdateSet(rule))
    .execute();
  const detail = { unit, statuses, fields, minutes };
  await addAudit(handle, { actor: by.actor, action: 'hold-rule-set', object: `hold-rule:${unit ?? 'all'}`, detail });
}
