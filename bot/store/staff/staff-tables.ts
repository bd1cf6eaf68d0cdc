/** The tables of staff as the program sees them; migration 011 makes them. */
import type { ColumnType, GeneratedAlways } from 'kysely';
import type { Presence, StaffRole } from '../../staff/staff.ts';

/** Left out where the database sets it first. */
type Later<T> = ColumnType<T, T | undefined, T>;
type LaterOrNull<T> = ColumnType<T | null, T | null | undefined, T | null>;

export interface StaffTable {
  id: string;
  /** What he types to sign in, in small letters. */
  login: string;
  name: string;
  email: string | null;
  /** Issuer and subject, once he has signed in by OpenID Connect. */
  oidc_subject: LaterOrNull<string>;
  role: StaffRole;
  unit: string;
  skills: string[];
  desk: string | null;
  active: Later<boolean>;
  made_at: GeneratedAlways<Date>;
  signed_in_at: LaterOrNull<Date>;
}

export interface StaffSecretTable {
  staff_id: string;
  password_hash: string | null;
  totp_sealed: LaterOrNull<Buffer>;
  /** Number of the half minute whose code was used last: no code serves twice. */
  totp_step: Later<number>;
  /** Until when a second factor may be set up with the password alone. */
  enrol_until: LaterOrNull<Date>;
  has_password: GeneratedAlways<boolean>;
  has_code: GeneratedAlways<boolean>;
}

export interface StaffRecoveryTable {
  staff_id: string;
  code_hash: Buffer;
  used_at: LaterOrNull<Date>;
}

export interface StaffLinkTable {
  id: string;
  staff_id: string;
  kind: 'first-admin' | 'activate' | 'second-factor';
  token_hash: Buffer;
  made_by: string;
  again: Later<boolean>;
  expires_at: Date;
  used_at: LaterOrNull<Date>;
}

export interface StaffSessionTable {
  id: string;
  staff_id: string;
  token_hash: Buffer;
  way: 'password' | 'password+code' | 'oidc' | 'oidc+code' | 'recovery';
  browser: string;
  began_at: GeneratedAlways<Date>;
  seen_at: ColumnType<Date, never, Date>;
  ended_at: ColumnType<Date | null, never, Date>;
  ended_by: ColumnType<string | null, never, string>;
}

export interface StaffLoginStateTable {
  token_hash: Buffer;
  browser_hash: Buffer;
  stage: 'oidc' | 'code' | 'enrol';
  staff_id: string | null;
  way: string | null;
  totp_sealed: Buffer | null;
  return_to: string;
  made_at: GeneratedAlways<Date>;
}

export interface StaffPresenceTable {
  staff_id: string;
  state: Presence;
  reason: string | null;
  changed_at: Later<Date>;
  seen_at: LaterOrNull<Date>;
}

export interface StaffPushTable {
  id: string;
  staff_id: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  made_at: GeneratedAlways<Date>;
  sent_at: LaterOrNull<Date>;
}

export interface StaffAccountTable {
  staff_id: string;
  channel: string;
  account: string;
  linked_at: GeneratedAlways<Date>;
}

export interface StaffAccountCodeTable {
  staff_id: string;
  code_hash: Buffer;
  expires_at: Date;
}

export interface StaffCallTable {
  id: string;
  staff_id: string;
  /** `push:<id>` or a channel's name. */
  way: string;
  push_id: string | null;
  kind: string;
  hand_off_id: string;
  code: string;
  key: string;
  state: ColumnType<'queued' | 'sent' | 'failed' | 'ambiguous', undefined, string>;
  not_before: Later<Date>;
  not_after: Date;
  attempts: ColumnType<number, undefined, number>;
  lease_until: ColumnType<Date | null, undefined, Date | null>;
  fence: ColumnType<number, undefined, number>;
  reason: ColumnType<string | null, undefined, string | null>;
  made_at: GeneratedAlways<Date>;
  settled_at: ColumnType<Date | null, undefined, Date | null>;
}

export interface StaffTables {
  staff: StaffTable;
  staff_secret: StaffSecretTable;
  staff_recovery: StaffRecoveryTable;
  staff_link: StaffLinkTable;
  staff_session: StaffSessionTable;
  staff_login_state: StaffLoginStateTable;
  staff_presence: StaffPresenceTable;
  staff_push: StaffPushTable;
  staff_account: StaffAccountTable;
  staff_account_code: StaffAccountCodeTable;
  staff_call: StaffCallTable;
}
