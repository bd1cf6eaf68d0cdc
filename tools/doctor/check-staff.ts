/** Whether there is somebody who can answer citizens, and somebody who can make accounts. */
import type { ListedStaff } from '../../bot/index.ts';
import type { Finding } from './finding.ts';

type Listed = Pick<ListedStaff, 'role' | 'unit' | 'active' | 'hasPassword' | 'signedInAt'>;

const guide = 'docs/how-to/staff-accounts.md';

/** Where the installation stands: who has one of these units answers there. */
export interface Seat {
  readonly commune: string;
  readonly province: string;
}

/** @param seat `null` where no commune is written. */
export function checkStaff(staff: readonly Listed[], seat: Seat | null): readonly Finding[] {
  // Whoever signs in by the identity provider has no password here.
  const atWork = staff.filter(({ active, hasPassword, signedInAt }) => active && (hasPassword || signedInAt !== null));
  return [...checkAdmins(atWork), ...checkOfficers(atWork, seat), ...checkEditors(atWork)];
}

const checkAdmins = (atWork: readonly Listed[]): readonly Finding[] =>
  atWork.some(({ role }) => role === 'admin')
    ? []
    : [
        {
          stops: false,
          what: 'No admin can sign in.',
          why: 'Nobody can invite officers, turn a channel off in the console, or read the audit log.',
          how: `npm run staff -- first-admin "NAME" UNIT prints a link; open it within 24 hours. See ${guide}.`,
        },
      ];

function checkOfficers(atWork: readonly Listed[], seat: Seat | null): readonly Finding[] {
  const answers = atWork.filter(({ role }) => role === 'officer' || role === 'supervisor');
  const of = seat ? answers.filter(({ unit }) => unit === seat.commune || unit === seat.province) : answers;
  if (of.length > 0) return [];
  return [
    {
      stops: false,
      what: seat ? `No officer of ${seat.commune} can sign in.` : 'No officer can sign in.',
      why: 'Citizens who ask for a person wait, and nobody is called.',
      how: `Invite one at /console/nhan-su${seat ? ` with the unit ${seat.commune}` : ''}, and send him the link.`,
    },
  ];
}

const fewestEditors = 2;

function checkEditors(atWork: readonly Listed[]): readonly Finding[] {
  const editors = atWork.filter(({ role }) => role === 'editor').length;
  if (editors === 0 || editors >= fewestEditors) return [];
  return [
    {
      stops: false,
      what: 'There is one editor.',
      why: 'What he drafts must be approved by another: nothing new reaches citizens.',
      how: 'Invite a second editor, or set EDITORIAL_FOUR_EYES=no if that was decided.',
    },
  ];
}
