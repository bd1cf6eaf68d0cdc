/** An account as it stands in a form, and as it is sent. */
import type { Staff } from './staff-types.ts';

export interface StaffDraft {
  readonly name: string;
  readonly login: string;
  readonly email: string;
  readonly role: Staff['role'];
  readonly unit: string;
  /** Parted by commas. */
  readonly skills: string;
  readonly desk: string;
}

export const emptyDraft = (unit: string): StaffDraft => ({
  name: '',
  login: '',
  email: '',
  role: 'officer',
  unit,
  skills: '',
  desk: '',
});

export const draftOf = ({ name, login, email, role, unit, skills, desk }: Staff): StaffDraft => ({
  name,
  login,
  email: email ?? '',
  role,
  unit,
  skills: skills.join(', '),
  desk: desk ?? '',
});

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** Without the sign-in name, which stays as it was given. */
export const sentOf = ({ name, email, role, unit, skills, desk }: StaffDraft) => ({
  name: name.trim(),
  email: orNull(email),
  role,
  unit: unit.trim(),
  skills: skills
    .split(',')
    .map((skill) => skill.trim())
    .filter((skill) => skill !== ''),
  desk: orNull(desk),
});
