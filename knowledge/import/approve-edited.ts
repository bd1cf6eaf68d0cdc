/** A guide that a person wrote over an imported draft. */
import { checkGuide } from '../fact-check/check-guide.ts';
import { describeFinding } from '../fact-check/finding.ts';
import type { Guide } from '../guide.ts';
import { lintOffices } from '../lint/lint-offices.ts';
import type { Deciding } from './decide-drafts.ts';
import { digestOf } from './draft.ts';
import { unedited } from './guide-of-record.ts';
import { ImportError } from './import-error.ts';
import type { Version } from './version.ts';
import { changeVersion } from './version-store.ts';

/**
 * Approves a guide that a person wrote over a draft. It must say nothing that the record does not bear out.
 *
 * @throws {ImportError} `not-clean` with every finding, `nothing-chosen` when nothing of its code was imported.
 */
export function approveEdited(guide: Guide, { folder, by, at }: Deciding): Version | null {
  return changeVersion(folder, { did: 'approve', by, at }, (now) => {
    const draft = now.drafts.get(guide.code);
    if (!draft) throw new ImportError('nothing-chosen', `Nothing of ${guide.code} was imported: import it first.`);
    const edition = guide.source.edition.replace(unedited, '');
    const own: Guide = { ...guide, origin: 'imported', source: { ...guide.source, edition } };
    const faults = [
      ...checkGuide(own, draft.record).map(describeFinding),
      ...lintOffices([own]).map(({ path, says }) => `${path}: ${says}`),
    ];
    if (faults.length > 0)
      throw new ImportError(
        'not-clean',
        `${guide.code} is not approved. Correct these and try again:\n  ${faults.join('\n  ')}`,
      );
    const approval = {
      code: guide.code,
      digest: digestOf(draft.record),
      by,
      at: at.toISOString(),
      edited: true,
      guide: own,
    };
    const approved = new Map(now.approved).set(guide.code, approval);
    return { imported: { ...now, approved }, says: `${guide.code}, edited` };
  });
}
