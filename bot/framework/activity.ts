/** Messages as Bot Framework activities, and answers back. */
import { z } from 'zod';
import { type Answer, textOf } from '../answer.ts';
import { type ChannelName, channelNames, type IncomingMessage } from '../message.ts';
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
export function activityOf(answer: Answer, channel: ChannelName): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    channelId: channel,
    text: textOf(answer),
    textFormat: 'plain',
    inputHint: 'acceptingInput',
    suggestedActions: {
      to: [],
      actions: answer.options.map((option) => ({ type: 'imBack', title: option.text, value: option.send })),
    },
    channelData: { answer },
  } as Partial<Activity>;
}
