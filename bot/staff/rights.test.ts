import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { needsSecondFactor, type StaffDeed, staffDeeds, staffMay, staffRights, staffRightsMarkdown } from './rights.ts';
import { type StaffRole, staffRoles } from './staff.ts';

describe('what staff may do', () => {
  it('is nothing that the table does not say, for whatever is asked', () => {
    const words = fc.oneof(
      fc.constantFrom<string>(...staffRoles, ...staffDeeds),
      fc.string(),
      fc.constant('__proto__'),
    );
    fc.assert(
      fc.property(words, words, (role, deed) => {
        const row = Object.entries(staffRights).find(([name]) => name === role)?.[1] ?? [];
        expect(staffMay(role as StaffRole, deed as StaffDeed)).toBe(row.some((one) => one === deed));
      }),
      { numRuns: 5000 },
    );
  });

  it('gives a supervisor all that an officer may', () => {
    for (const deed of staffRights.officer) expect(staffMay('supervisor', deed)).toBe(true);
  });

  it('shows talks, dossiers and phones to officers and supervisors alone', () => {
    const who = (deed: StaffDeed) => staffRoles.filter((role) => staffMay(role, deed));
    for (const deed of ['see-inbox', 'answer', 'transfer', 'see-dossier', 'take-transcript', 'reveal-contact'] as const)
      expect(who(deed)).toEqual(['officer', 'supervisor']);
  });

  it('lets one role alone make accounts, read the log, or write what citizens read; supervisors turn their own unit’s switches', () => {
    const who = (deed: StaffDeed) => staffRoles.filter((role) => staffMay(role, deed));
    for (const deed of ['manage-staff', 'read-audit'] as const) expect(who(deed)).toEqual(['admin']);
    expect(who('hold-answers')).toEqual(['editor', 'supervisor', 'admin']);
    for (const deed of ['edit-knowledge', 'mark-samples'] as const) expect(who(deed)).toEqual(['editor']);
    expect(who('switch')).toEqual(['supervisor', 'admin']);
  });

  it('needs a second factor of everybody but officers, and of those by setting', () => {
    const who = (officersToo: boolean) => staffRoles.filter((role) => needsSecondFactor(role, { officersToo }));
    expect(who(false)).toEqual(['editor', 'supervisor', 'admin']);
    expect(who(true)).toEqual([...staffRoles]);
  });

  it('has no deed that nobody may do, and none twice', () => {
    for (const deed of staffDeeds) expect(staffRoles.some((role) => staffMay(role, deed))).toBe(true);
    for (const row of Object.values(staffRights)) expect(new Set(row).size).toBe(row.length);
  });

  it('is the table of the how-to page, word for word', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/how-to/staff-accounts.md'), 'utf8');
    expect(page).toContain(staffRightsMarkdown());
  });
});
