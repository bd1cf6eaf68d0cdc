/** What the wire takes and gives. The checks at the edge and the OpenAPI description are made from these alone. */
import { z } from 'zod';
import { statuses } from '../../../bot/index.ts';

/** Text that PostgreSQL and every log can hold. */
const key = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => text.isWellFormed() && !text.includes('\0'), 'must be text without NUL or half characters');
const locale = z.string().max(35);
const userId = z.string().min(1).max(200);

export const generateSchema = z.object({
  user: z
    .object({
      id: userId.startsWith('dl_', 'an id inside a token begins with dl_').optional(),
      name: z.string().max(200).optional(),
    })
    .optional(),
  trustedOrigins: z.array(z.url().max(200)).max(20).optional(),
});

export const startSchema = z.object({
  user: z.object({ id: userId.optional() }).optional(),
  locale: locale.optional(),
});

export const activitySchema = z.object({
  type: z.string().min(1).max(50),
  id: key.optional(),
  from: z.object({ id: userId.optional() }).optional(),
  text: z.string().optional(),
  locale: locale.nullish(),
  attachments: z.array(z.unknown()).nullish(),
  channelData: z
    .looseObject({ clientActivityID: key.optional() })
    .nullish()
    .describe('Shown again on the stream as it came; at most 8,000 characters as JSON. The store keeps it masked.'),
});
export type SentActivity = z.infer<typeof activitySchema>;

export const tokenRequestSchema = z.object({
  locale: z.string().max(35).optional(),
  unit: z
    .string()
    .regex(/^\d{3,5}$/, 'a commune code of the General Statistics Office has 3 to 5 digits')
    .optional()
    .describe('Commune code passed on by a portal.'),
});

export const deskQuerySchema = z.object({ unit: tokenRequestSchema.shape.unit });

export const feedbackSchema = z.object({
  turnId: z.uuid(),
  verdict: z.enum(['up', 'down']),
  reason: z.string().max(2000).nullish(),
});

export const tokenReplySchema = z.object({ conversationId: z.string(), token: z.string(), expires_in: z.int() });
export const ownTokenReplySchema = tokenReplySchema.extend({
  locale: z.enum(['vi', 'en']),
  signedIn: z
    .boolean()
    .describe('The conversation is a signed-in person’s: every call takes the session’s cookie too.'),
});
export const meReplySchema = z.object({
  signIn: z.boolean().describe('Whether one can sign in here.'),
  signedIn: z.boolean(),
  name: z.string().nullable().describe('Masked.'),
  formKey: z.string().nullable().describe('What the form of the sign-out brings back.'),
  endsAt: z.iso.datetime().nullable().describe('When the session ends unless something is asked before.'),
});
export const conversationReplySchema = tokenReplySchema.extend({
  streamUrl: z
    .string()
    .regex(/^wss?:\/\//)
    .describe('Good for 60 seconds.'),
});
export const resourceReplySchema = z.object({ id: z.string() });
export const errorReplySchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

const block = z.looseObject({
  kind: z.enum(['title', 'say', 'list', 'note', 'warning']),
  text: z.string().optional(),
  label: z.string().nullable().optional(),
  items: z.array(z.string()).optional(),
});
const source = z.object({
  code: z.string().nullable(),
  section: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  decision: z.string().nullable(),
  edition: z.string(),
  validFrom: z.string().nullable(),
  checkedOn: z.string(),
});
const chip = z.object({
  text: z.string(),
  code: z.string().optional(),
  facet: z.string().optional(),
  send: z.string().describe('What pressing the chip says.'),
});
export const answerSchema = z
  .looseObject({
    status: z.enum(statuses),
    codes: z.array(z.string()).describe('Procedures it speaks of, best first.'),
    facet: z.string().nullable(),
    blocks: z.array(block),
    options: z.array(chip),
    sources: z.array(source),
  })
  .describe('The whole answer, for clients that draw cards; `text` says the same to the others.');

const action = z.object({ type: z.enum(['imBack', 'call', 'openUrl']), title: z.string(), value: z.string() });
export const shownActivitySchema = z.object({
  type: z.string(),
  id: z.string(),
  timestamp: z.iso.datetime(),
  channelId: z.literal('directline'),
  conversation: z.object({ id: z.string() }),
  from: z.object({ id: z.string(), name: z.string().optional(), role: z.enum(['user', 'bot']) }),
  text: z.string().optional(),
  textFormat: z.literal('plain').optional(),
  inputHint: z.string().optional(),
  attachments: z.array(z.object({ contentType: z.string(), contentUrl: z.string(), name: z.string() })).optional(),
  suggestedActions: z.object({ to: z.array(z.string()), actions: z.array(action) }).optional(),
  channelData: z
    .looseObject({
      clientActivityID: z.string().optional(),
      answer: answerSchema.optional(),
      turnId: z.string().optional().describe('For feedback.'),
      officer: z.boolean().optional().describe('An officer speaks, not the machine.'),
      name: z.string().optional().describe('Of the officer.'),
      pictures: z.array(z.object({ url: z.string(), alt: z.string() })).optional(),
      options: z
        .array(z.looseObject({ text: z.string(), send: z.string() }))
        .optional()
        .describe('Chips under it.'),
      notice: z
        .string()
        .optional()
        .describe(
          'The talk changed hands: joined, returned, finished, passed, lost, escalated, citizen-left. checked: an officer let this answer go out; he holds no talk by it.',
        ),
      opening: z.boolean().optional().describe('The first words: that a machine speaks.'),
    })
    .optional(),
});
export const activitySetSchema = z.object({
  activities: z.array(shownActivitySchema),
  watermark: z.string().describe('Opaque; give it back to go on from there.'),
});

export const deskReplySchema = z.object({
  name: z.string().nullable().describe('null: the ward has not set its desk.'),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  open: z.boolean().nullable().describe('By the weekly hours; holidays are not known.'),
  hours: z.string().nullable(),
  opensNext: z.string().nullable(),
});
export const guideReplySchema = z.object({
  code: z.string().nullable(),
  title: z.string(),
  plainTitle: z.string(),
  field: z.string(),
  url: z.string().nullable(),
  decision: z.string().nullable(),
  edition: z.string(),
  validFrom: z.string().nullable(),
  checkedOn: z.string(),
});
