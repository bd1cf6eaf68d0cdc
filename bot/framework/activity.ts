/** Messages as Bot Framework activities, and answers back. */
import { z } from 'zod';
import { type Answer, type Option, textOf } from '../answer.ts';
import { channelNames, type IncomingMessage } from '../message.ts';
import { type Activity, ActivityTypes } from './sdk.ts';

const incomingSchema = z.object({
  id: z.string().min(1).max(200),
  channelId: z.enum(channelNames),
  conversation: z.object({ id: z.string().min(1).max(200) }),
  text: z.string(),
  locale: z.string().optional(),
  timestamp: z.coerce.date().optional(),
});

/** @throws {z.ZodError} when the activity is no message that we can take. */
export function messageOf(activity: Partial<Activity>, signedInAs: string | null = null): IncomingMessage {
  const { id, channelId, conversation, text, locale, timestamp } = incomingSchema.parse(activity);
  return {
    id,
    conversationId: conversation.id,
    channel: channelId,
    locale: locale?.toLowerCase().startsWith('en') ? 'en' : 'vi',
    text,
    at: timestamp ?? new Date(),
    signedInAs,
    ownedByOfficer: false,
  };
}

/** A message activity with the plain text, chips as suggested actions, and the whole answer for clients that draw cards. */
export function activityOf(answer: Answer, turnId: string | null = null): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    from: bot,
    text: textOf(answer),
    textFormat: 'plain',
    inputHint: 'acceptingInput',
    ...chipsOf(answer),
    channelData: { answer, ...(turnId === null ? {} : { turnId }) },
  } as Partial<Activity>;
}

/** Chips as suggested actions; nothing where there are none. */
export const chipsOf = ({ options }: Pick<Answer, 'options'>) =>
  options.length > 0 ? { suggestedActions: { to: [], actions: options.map(actionOf) } } : {};

/** Who speaks for us in every activity. */
export const bot = { id: 'hoi-mot-cua', name: 'Hỏi Một Cửa', role: 'bot' } as const;

/** Pressing says the chip's words in the citizen's name; a telephone number is called, an address opened. */
function actionOf({ text, send }: Option) {
  const type = send.startsWith('tel:') ? 'call' : /^https?:/.test(send) ? 'openUrl' : 'imBack';
  return { type, title: text, value: send };
}
