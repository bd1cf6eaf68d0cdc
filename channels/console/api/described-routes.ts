/** Every route of the console's API in one table: the OpenAPI description is made of it, and contract tests hold the program to it. */
import type { z } from 'zod';
import type { StaffDeed } from '../../../bot/index.ts';
import * as copilot from '../copilot/schemas.ts';
import * as held from '../held/schemas.ts';
import * as schemas from './schemas.ts';

export interface DescribedRoute {
  readonly summary: string;
  /** What he must be let to do; none: whoever is signed in. */
  readonly deed?: StaffDeed;
  readonly body?: z.ZodType;
  readonly query?: z.ZodObject;
  /** `null`: an empty reply, 204. */
  readonly reply: z.ZodType | 'text' | 'events' | null;
  /** What each event is, with `events`; a Hint without it. */
  readonly event?: z.ZodType;
  /** Beside 401, 403, 429 and 503, which any may give. */
  readonly refusals?: readonly number[];
  readonly picture?: boolean;
}

const one = '/hand-offs/{id}';
const inTalk = [404];
const asHolder = [400, 404, 409, 413];

export const describedRoutes: Readonly<Record<string, DescribedRoute>> = {
  'get /me': {
    summary: 'Who is signed in, what he may do, the token for calls that change something',
    reply: schemas.meSchema,
  },
  'put /presence': {
    summary: 'At hand, away with a reason, or gone',
    body: schemas.presenceSchema,
    reply: null,
    refusals: [400, 413],
  },
  'get /colleagues': {
    summary: 'Whom a talk can be passed on to, and whether they are at hand',
    deed: 'see-inbox',
    reply: schemas.colleaguesSchema,
  },
  'get /desks': { summary: 'The desks of his commune', deed: 'see-inbox', reply: schemas.desksSchema },
  'get /units': { summary: 'The communes of this installation', deed: 'see-inbox', reply: schemas.unitsSchema },
  'get /hand-offs': {
    summary: 'The inbox: mine, waiting, all; filtered; a page at a time',
    deed: 'see-inbox',
    query: schemas.inboxQuerySchema,
    reply: schemas.inboxSchema,
    refusals: [400],
  },
  [`get ${one}`]: {
    summary: 'One talk from a position on, with his own claim and the dossiers he may see',
    deed: 'see-inbox',
    query: schemas.talkQuerySchema,
    reply: schemas.talkSchema,
    refusals: [400, ...inTalk],
  },
  [`post ${one}/claim`]: {
    summary: 'Takes it over; 409 `taken` names who was quicker',
    deed: 'answer',
    reply: schemas.claimSchema,
    refusals: [404, 409],
  },
  [`post ${one}/keep`]: {
    summary: 'Says every 20 seconds that the page is still there; 409 `lost` when the claim is over',
    deed: 'answer',
    body: schemas.fenceSchema,
    reply: schemas.claimSchema,
    refusals: asHolder,
  },
  [`post ${one}/messages`]: {
    summary: 'Says something to the citizen; the same key is said once',
    deed: 'answer',
    body: schemas.messageSchema,
    reply: schemas.entrySchema,
    refusals: asHolder,
  },
  [`post ${one}/typing`]: {
    summary: 'Shows the citizen that he types; kept nowhere',
    deed: 'answer',
    body: schemas.fenceSchema,
    reply: null,
    refusals: asHolder,
  },
  [`post ${one}/notes`]: {
    summary: 'A note for colleagues; the citizen does not see it',
    deed: 'answer',
    body: schemas.noteSchema,
    reply: null,
    refusals: [400, 404, 413],
  },
  [`put ${one}/labels`]: {
    summary: 'Sets its labels',
    deed: 'answer',
    body: schemas.labelsSchema,
    reply: null,
    refusals: [400, 404, 413],
  },
  [`post ${one}/transfer`]: {
    summary: 'Passes it on to a colleague, a desk or another commune',
    deed: 'transfer',
    body: schemas.transferSchema,
    reply: null,
    refusals: asHolder,
  },
  [`post ${one}/end`]: {
    summary: 'Gives it back to the assistant, or ends it',
    deed: 'answer',
    body: schemas.endSchema,
    reply: null,
    refusals: asHolder,
  },
  [`get ${one}/transcript`]: {
    summary:
      'The talk as plain text with masked numbers, to download; with ?print as a page to print. In the audit log.',
    deed: 'take-transcript',
    query: schemas.transcriptQuerySchema,
    reply: 'text',
    refusals: inTalk,
  },
  [`post ${one}/contact`]: {
    summary: 'The contact left for a call back, for a reason. In the audit log.',
    deed: 'reveal-contact',
    body: schemas.reasonSchema,
    reply: schemas.contactSchema,
    refusals: [400, 404, 413],
  },
  [`post ${one}/dossier`]: {
    summary: 'One case of his own unit by its code, for a reason. In the audit log, also when there is none.',
    deed: 'see-dossier',
    body: schemas.dossierRequestSchema,
    reply: schemas.dossierSchema,
    refusals: [400, 404, 413],
  },
  'post /pictures': {
    summary: 'A PNG or JPEG of at most 2 MB; what a phone writes into it is taken out. Sent later by its id.',
    deed: 'answer',
    query: schemas.pictureQuerySchema,
    picture: true,
    reply: schemas.pictureReplySchema,
    refusals: [400, 413],
  },
  'get /canned': {
    summary: 'Canned replies, their fields filled from the record of a procedure',
    deed: 'answer',
    query: schemas.cannedQuerySchema,
    reply: schemas.cannedReplySchema,
    refusals: [400],
  },
  'get /search': {
    summary:
      'The assistant’s answer with legal basis, competence, steps, changes since 1 July 2025, corrections, a citation',
    deed: 'official-search',
    query: schemas.searchQuerySchema,
    reply: schemas.officialReplySchema,
    refusals: [400],
  },
  'post /copilot/runs': {
    summary: 'One run of the co-pilot: each look-up as it happens, then the draft. Closing the call ends it.',
    deed: 'use-copilot',
    body: copilot.copilotAskSchema,
    reply: 'events',
    event: copilot.copilotEventSchema,
    refusals: [400, 404, 409, 413],
  },
  'post /copilot/used': {
    summary: 'He took a draft over. In the audit log, by its kind and ids.',
    deed: 'use-copilot',
    body: copilot.copilotUsedSchema,
    reply: null,
    refusals: [400, 404, 413],
  },
  'get /held/hand-offs/{id}': {
    summary: 'Answers of the assistant that wait in this talk for an officer’s look',
    deed: 'see-inbox',
    reply: held.draftsSchema,
    refusals: inTalk,
  },
  'post /held/hand-offs/{id}/{draft}/send': {
    summary: 'Sends one in his name, as it is or in his words; 409 `taken` or `lost` when it was decided before',
    deed: 'answer',
    body: held.sendSchema,
    reply: held.sentSchema,
    refusals: asHolder,
  },
  'post /held/hand-offs/{id}/{draft}/drop': {
    summary: 'He answers himself, in a talk that he holds',
    deed: 'answer',
    body: held.dropSchema,
    reply: null,
    refusals: asHolder,
  },
  'get /held/rules': {
    summary: 'Which answers are held, in his units',
    deed: 'hold-answers',
    reply: held.rulesSchema,
  },
  'put /held/rules': {
    summary: 'Sets it for one unit. In the audit log.',
    deed: 'hold-answers',
    body: held.ruleSchema,
    reply: null,
    refusals: [400, 404, 413],
  },
  'get /events': { summary: 'Hints of what to read again', deed: 'see-inbox', reply: 'events' },
};
