/** What staff may do behind the console: the one table. `docs/how-to/staff-accounts.md` shows it; a test compares. */
import { type StaffRole, staffRoles } from './staff.ts';

/**
 * `see-dossier` is a filed case whose citizen agreed; `switch` an admin may throw all of; a supervisor the channels
 * and banners of his own unit. `reveal-contact` a phone left for a call back; `list-staff` the
 * accounts of one's own unit; `use-copilot` lets a model look up what he may look up himself; `see-model-use` is what a model was asked for, and cost; `hold-answers` sets which answers wait for an officer's look; `manage-staff` all accounts. Which units somebody sees is no right: it is his unit.
 */
export const staffDeeds = [
  'see-inbox',
  'answer',
  'transfer',
  'see-dossier',
  'take-transcript',
  'reveal-contact',
  'official-search',
  'use-copilot',
  'edit-knowledge',
  'mark-samples',
  'see-figures',
  'switch',
  'hold-answers',
  'list-staff',
  'manage-staff',
  'read-audit',
  'practise',
  'see-model-use',
] as const;
export type StaffDeed = (typeof staffDeeds)[number];

const officer: readonly StaffDeed[] = [
  'see-inbox',
  'answer',
  'transfer',
  'see-dossier',
  'take-transcript',
  'reveal-contact',
  'official-search',
  'use-copilot',
  'practise',
];

/** Who writes what citizens read sees no talk, and neither does who makes accounts: nobody can give himself both unseen. */
export const staffRights: Readonly<Record<StaffRole, readonly StaffDeed[]>> = {
  officer,
  editor: ['official-search', 'use-copilot', 'edit-knowledge', 'mark-samples', 'see-figures', 'hold-answers'],
  supervisor: [...officer, 'see-figures', 'switch', 'hold-answers', 'list-staff'],
  admin: [
    'official-search',
    'see-figures',
    'switch',
    'hold-answers',
    'list-staff',
    'manage-staff',
    'read-audit',
    'see-model-use',
  ],
};

/** Whether the table says so; for anything that it does not know, no. */
export const staffMay = (role: StaffRole, deed: StaffDeed): boolean =>
  Object.hasOwn(staffRights, role) && staffRights[role].includes(deed);

/** Whoever could do harm beyond one talk needs an authenticator; officers by setting. */
export const needsSecondFactor = (role: StaffRole, { officersToo }: { readonly officersToo: boolean }): boolean =>
  role !== 'officer' || officersToo;

const roleNames: Readonly<Record<StaffRole, string>> = {
  officer: 'cán bộ',
  editor: 'biên tập',
  supervisor: 'phụ trách',
  admin: 'quản trị',
};

/** As the how-to page shows it. */
export function staffRightsMarkdown(): string {
  const rows = staffDeeds.map((deed) => {
    const marks = staffRoles.map((role) => (staffMay(role, deed) ? '✓' : ''));
    return `| \`${deed}\` | ${marks.join(' | ')} |`;
  });
  return [
    `| deed | ${staffRoles.map((role) => `${role} (${roleNames[role]})`).join(' | ')} |`,
    `|---|${staffRoles.map(() => ':-:').join('|')}|`,
    ...rows,
  ].join('\n');
}
