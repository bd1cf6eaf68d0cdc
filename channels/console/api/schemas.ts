/** What the console's API takes and gives. The checks at the edge, the page's types and the OpenAPI description are made from these alone. */
import { z } from 'zod';
import { channelNames } from '../../../bot/index.ts';
import { answerSchema, moment, text } from './parts.ts';

export {
  type CannedReply,
  cannedQuerySchema,
  cannedReplySchema,
  type OfficialReply,
  officialReplySchema,
  searchQuerySchema,
} from './knowledge-schemas.ts';

/** Whoever works behind the console. */
const memberSchema = z.object({
  id: z.string(),
  name: z.string().describe('As citizens hear it.'),
  role: z.enum(['officer', 'editor', 'supervisor', 'admin']),
  unit: z.string().describe('Commune code of five digits; of two, a whole province.'),
  skills: z.array(z.string()).describe('Fields he answers for; [] means all.'),
  desk: z.string().nullable(),
});
const presence = z.enum(['available', 'away', 'offline']);

export const meSchema = z.object({
  member: memberSchema,
  unitName: z.string().nullable(),
  rights: z.array(z.string()).describe('What he may do, as the rights table names it.'),
  csrf: z.string().describe('Every call but GET brings it in the header x-csrf.'),
  presence,
  vapidKey: z.string().nullable().describe('null: this installation calls nobody by web push.'),
  hasCopilot: z.boolean().describe('Whether a model is set for the co-pilot, and he may use it.'),
});
export const presenceSchema = z.strictObject({
  state: presence,
  reason: text(200).optional().describe('Shown to colleagues: "ăn trưa", "họp".'),
});

const handOffSchema = z.object({
  id: z.string(),
  code: z.string().describe('What the citizen may say to hear how it stands.'),
  conversationId: z.string(),
  channel: z.enum(channelNames),
  unit: z.string().nullable(),
  field: z.string().nullable(),
  desk: z.string().nullable(),
  cause: z.string(),
  state: z.enum(['waiting', 'owned', 'call-back', 'closed']),
  closedAs: z.string().nullable(),
  summary: z.object({
    text: z.string(),
    asked: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        facets: z.array(z.string()),
        answered: z.boolean(),
        sources: z.array(z.object({ title: z.string(), url: z.string().nullable(), checkedOn: z.string() })),
      }),
    ),
    lastWords: z.string().nullable(),
  }),
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  fence: z.int(),
  askedAt: moment,
  dueAt: moment.nullable(),
  firstReplyAt: moment.nullable(),
  closedAt: moment.nullable(),
  escalation: z.int(),
  personalDataAgreed: z.boolean().nullable(),
  labels: z.array(z.string()),
  rating: z.object({ stars: z.int(), word: z.string().nullable() }).nullable(),
  practice: z.boolean(),
});
export type HandOffReply = z.infer<typeof handOffSchema>;

export const inboxQuerySchema = z.object({
  list: z.enum(['mine', 'waiting', 'all']).default('waiting'),
  channel: z.enum(channelNames).optional(),
  field: text(200).optional(),
  unit: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  label: text(60).optional(),
  state: z.enum(['waiting', 'owned', 'call-back', 'closed']).optional(),
  after: text(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});
export const inboxSchema = z.object({
  items: z.array(handOffSchema),
  next: z.string().nullable(),
  counts: z.object({ mine: z.int(), waiting: z.int(), callBack: z.int() }),
});
export type InboxReply = z.infer<typeof inboxSchema>;

export const claimSchema = z.object({ handOffId: z.string(), fence: z.int(), leaseUntil: moment });
export type ClaimReply = z.infer<typeof claimSchema>;

const pictureSchema = z.object({ url: z.string(), alt: z.string() });
export const entrySchema = z.object({
  id: z.string(),
  position: z.int(),
  at: moment,
  speaker: z.enum(['citizen', 'bot', 'officer']),
  by: z.string().nullable().describe('Name of the officer.'),
  text: z.string(),
  notice: z.boolean().optional().describe('Told to the citizen for the officer: "Cán bộ Lan đã vào trả lời".'),
  answer: answerSchema.nullable().describe('What the bot said, with blocks and sources.'),
  pictures: z.array(pictureSchema),
  delivery: z.enum(['queued', 'sent', 'failed', 'ambiguous']).nullable(),
});
export type EntryReply = z.infer<typeof entrySchema>;

export const dossierSchema = z.object({
  code: z.string(),
  procedure: z.string().nullable(),
  applicantName: z.string().nullable(),
  filerName: z.string().nullable(),
  desk: z.string().nullable(),
  status: z.string().nullable(),
  receivedAt: z.string().nullable(),
  promisedAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
  returnReason: z.string().nullable(),
  missing: z.array(z.object({ paper: z.string(), reason: z.string().nullable() })).nullable(),
  steps: z.array(z.object({ at: z.string().nullable(), desk: z.string().nullable(), what: z.string() })).nullable(),
});
export type DossierReply = z.infer<typeof dossierSchema>;

export const talkQuerySchema = z.object({ after: z.coerce.number().int().nonnegative().optional() });
export const talkSchema = z.object({
  handOff: handOffSchema,
  entries: z.array(entrySchema),
  last: z.int().describe('Give it back as `after` to read on.'),
  notes: z.array(z.object({ id: z.string(), by: z.string(), at: moment, text: z.string() })),
  citizenName: z.string().nullable(),
  contactMasked: z.string().nullable(),
  claim: claimSchema.nullable().describe('Own claim; null when he does not hold it.'),
  dossiers: z
    .array(dossierSchema)
    .nullable()
    .describe('null: not for him, or the citizen did not agree; then a single one by its code and a reason.'),
});
export type TalkReply = z.infer<typeof talkSchema>;

export const transcriptQuerySchema = z.object({
  print: z.string().max(10).optional().describe('A page to print in place of a file.'),
});

const fence = z.int().nonnegative().describe('Of the claim: only its holder may speak.');
export const fenceSchema = z.strictObject({ fence });
export const messageSchema = z.strictObject({
  fence,
  key: z
    .string()
    .regex(/^[\w-]{8,100}$/)
    .describe('Chosen by the page: the same key is said once.'),
  text: z.string().max(4000),
  pictureIds: z.array(z.uuid()).max(4).optional(),
});
export const noteSchema = z.strictObject({ text: text(2000) });
export const labelsSchema = z.strictObject({ labels: z.array(text(60)).max(10) });
export const transferSchema = z.strictObject({
  fence,
  to: z.union([
    z.strictObject({ staffId: z.uuid() }),
    z.strictObject({ desk: text(100) }),
    z.strictObject({ unit: z.string().regex(/^\d{5}$/) }),
  ]),
  note: z.string().max(2000).describe('For whoever takes it; the citizen does not see it.'),
});
export const endSchema = z.strictObject({ fence, as: z.enum(['returned', 'finished']) });
export const reasonSchema = z.strictObject({ reason: text(300) });
export const contactSchema = z.object({ contact: z.string() });
export const dossierRequestSchema = z.strictObject({ code: text(60), reason: text(300) });

/** What is said of it to whoever does not see it. */
export const pictureQuerySchema = z.object({ alt: z.string().max(200).optional() });
export const pictureReplySchema = z.object({ id: z.uuid(), url: z.string() });
export const colleaguesSchema = z.array(z.object({ member: memberSchema, presence: z.string() }));
/** Desks and communes where somebody works who takes talks. */
export const desksSchema = z.array(z.object({ name: z.string(), address: z.string().nullable() }));
export const unitsSchema = z.array(z.object({ code: z.string(), name: z.string() }));

/** What a browser gives of its web push. */
export const pushSchema = z.strictObject({
  endpoint: z.url().max(1000),
  keys: z.strictObject({ p256dh: z.string().max(200), auth: z.string().max(100) }),
});
export const endpointSchema = z.strictObject({ endpoint: z.url().max(1000) });

/** One line of the live stream: what to read again. The page reads every 15 s as well: a hint may be missed. */
export const hintSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hand-off'), id: z.string() }),
  z.object({
    kind: z.literal('typing'),
    id: z.string(),
    text: z.string().describe('What the citizen has typed so far, masked; empty: he stopped. Kept nowhere.'),
  }),
  z.object({ kind: z.literal('banner') }),
  z.object({ kind: z.literal('again') }).describe('The stream was interrupted: read all that is shown again.'),
]);
export type Hint = z.infer<typeof hintSchema>;

export const errorCodes = [
  'signed-out',
  'forbidden',
  'csrf',
  'unknown',
  'taken',
  'lost',
  'bad-input',
  'too-large',
  'too-many',
  'unavailable',
] as const;
export const errorSchema = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    message: z.string().describe('In Vietnamese: what to do.'),
    by: z.string().optional().describe('With `taken`: who holds it.'),
  }),
});
export type ErrorReply = z.infer<typeof errorSchema>;
export type MeReply = z.infer<typeof meSchema>;
export type Colleagues = z.infer<typeof colleaguesSchema>;
