/** Who a citizen is, as the store knows it: a keyed hash of the 12-digit number, never the number. */
import { createHmac } from 'node:crypto';
import { idOf } from './clean-input.ts';
import type { Database } from './database.ts';
import { StoreInputError } from './errors.ts';

/** The key of a person. @throws {@link StoreInputError} `bad-person` for anything but twelve digits. */
export function personKeyOf(secretKey: Buffer, number: string): Buffer {
  if (!/^\d{12}$/.test(number)) throw new StoreInputError('bad-person', 'A person is known by twelve digits.');
  return createHmac('sha256', secretKey).update(`person:${number}`).digest();
}

/**
 * Says who a citizen is.
 *
 * @returns the citizen who has this key: the given one, or another that was bound to it before. Then nothing is
 * changed, and the two are to be merged.
 */
export const bindPerson = async (
  database: Database,
  { citizenId, personKey }: { readonly citizenId: string; readonly personKey: Buffer },
): Promise<string> =>
  database.withJob('identity', async (handle) => {
    const known = await handle
      .selectFrom('citizen')
      .select('id')
      .where('person_key', '=', personKey)
      .executeTakeFirst();
    if (known) return known.id;
    const { numUpdatedRows } = await handle
      .updateTable('citizen')
      .set({ person_key: personKey })
      .where('id', '=', idOf(citizenId))
      .where('person_key', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 1n) return citizenId;
    throw new StoreInputError('bad-person', 'This citizen does not exist, or is somebody else already.');
  });
