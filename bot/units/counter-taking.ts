/** Which counter (quầy) takes a field (lĩnh vực). */
import type { Counter } from '../../knowledge/index.ts';
import { fold } from '../../retrieval/index.ts';
import type { ReceptionPoint } from './unit-directory.ts';

const isSame = (one: string, other: string) => fold(one).includes(fold(other)) || fold(other).includes(fold(one));

/** Whether a list of fields, `null` for all, has this one; wards write "hộ tịch" and "Lĩnh vực Hộ tịch". */
export const takesField = (fields: readonly string[] | null, field: string): boolean =>
  fields === null || fields.some((one) => isSame(one, field));

/** The first that takes it; `null` where none is known to. */
export const counterTaking = ({ counters }: Pick<ReceptionPoint, 'counters'>, field: string): Counter | null =>
  counters.find(({ fields }) => takesField(fields, field)) ?? null;
