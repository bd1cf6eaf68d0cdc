/** Whether a system still uses the field names that were agreed. */

/** Without these a dossier can be neither filed, nor dated, nor answered from. `null` is a value: then it is unknown. */
const needed = ['code', 'status', 'updatedAt'] as const;

/**
 * The needed fields that none of the rows has: after an update of the other side, names may have changed. One row that
 * lacks something is that row's matter; when all of them do, the page says nothing we could read.
 */
export function lostFields(rows: readonly unknown[]): readonly string[] {
  if (rows.length === 0) return [];
  return needed.filter((field) => !rows.some((row) => typeof row === 'object' && row !== null && field in row));
}
