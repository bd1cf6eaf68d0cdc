/** How an officer looks at a dossier: those of his own commune alone, and each look is in the audit log. */
import { addAudit } from '../store/audit.ts';
import type { Database, Officer } from '../store/database.ts';
import { dossierOf, type KeptDossier } from '../store/dossier-form.ts';
import { storedCode } from '../store/read-dossier-row.ts';

/**
 * `null` when his commune has none of this code; that is logged as well, without the code.
 *
 * @param options.reason why he looks, as he gave it; masked by the caller.
 */
export const viewAsOfficer = async (
  database: Database,
  officer: Officer,
  { code, reason }: { readonly code: string; readonly reason: string },
): Promise<KeptDossier | null> =>
  database.withOfficer(officer, async (handle) => {
    const row = await handle
      .selectFrom('dossier')
      .select(['id', 'code', 'details'])
      .where('code', '=', storedCode(code))
      .executeTakeFirst();
    await addAudit(handle, {
      actor: `officer:${officer.id}`,
      action: row ? 'dossier-viewed' : 'dossier-not-found',
      object: row ? `dossier:${row.id}` : 'dossier:none',
      detail: { unit: officer.unit, role: officer.role, reason },
    });
    return row ? dossierOf(row.code, row.details) : null;
  });
