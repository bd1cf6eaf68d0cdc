/** What the API of accounts, phones and the audit log takes and gives. */
import { z } from 'zod';
import { staffRoles } from '../../../bot/index.ts';
import { moment, text } from '../api/parts.ts';

const unit = z
  .string()
  .regex(/^\d{2}(\d{3})?$/)
  .describe('Commune code of five digits; of two, a whole province.');
const email = z.email().max(200).nullable();
const fields = {
  name: text(80).describe('As citizens hear it.'),
  email: email.describe('By which the identity provider knows him; null: none.'),
  role: z.enum(staffRoles),
  unit,
  skills: z.array(text(120)).max(60).describe('Fields he answers for; [] means all.'),
  desk: text(100).nullable(),
};

export const invitationSchema = z.strictObject({
  ...fields,
  login: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{2,59}$/)
    .describe('What he types to sign in.'),
  email: email.default(null),
  skills: fields.skills.default([]),
  desk: fields.desk.default(null),
});
export const changeSchema = z.strictObject(fields).partial();

export const staffSchema = z.object({
  ...fields,
  id: z.string(),
  login: z.string(),
  active: z.boolean(),
  activated: z.boolean().describe('Has set a password.'),
  hasCode: z.boolean().describe('Has set an authenticator up.'),
  signedInAt: moment.nullable(),
  presence: z.enum(['available', 'away', 'offline']),
});
export const staffListSchema = z.object({ staff: z.array(staffSchema), mayManage: z.boolean() });
export type StaffList = z.infer<typeof staffListSchema>;

export const madeLinkSchema = z.object({
  id: z.string(),
  link: z.url().describe('Serves once, for 24 hours. It is shown this once: kept nowhere.'),
});

export const sessionSchema = z.object({
  id: z.string(),
  way: z.string(),
  browser: z.string(),
  beganAt: moment,
  seenAt: moment,
});

const actionName = z.string().max(200);
const day = z.iso.date();
export const auditQuerySchema = z.object({
  actor: actionName.optional(),
  action: actionName.optional(),
  object: actionName.optional(),
  from: day.optional().describe('Day in Vietnam, from its midnight.'),
  to: day.optional().describe('Day in Vietnam, to its end.'),
  before: z.coerce.number().int().positive().optional().describe('Rows with a smaller number.'),
});
export const auditSchema = z.object({
  rows: z.array(
    z.object({
      seq: z.int(),
      at: moment,
      actor: z.string(),
      actorName: z.string().nullable(),
      action: z.string(),
      object: z.string(),
      objectName: z.string().nullable().describe('Of an account.'),
      detail: z.unknown(),
      hash: z.string(),
    }),
  ),
  next: z.int().nullable().describe('Give it back as `before` to read on.'),
});
