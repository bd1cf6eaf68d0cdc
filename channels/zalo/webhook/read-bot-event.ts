/** An event of the Bot Platform, in every form that was seen of it. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { believableMoment, flag, idText, maybe, momentOf, words } from '../call/lenient.ts';
import type { ZaloEvent, ZaloEventKind, ZaloMedia } from '../zalo-event.ts';
import { type Arrival, ignored } from './arrival.ts';

const person = maybe(z.looseObject({ id: idText, is_bot: flag }));
const place = maybe(z.looseObject({ id: idText, chat_type: words }));
const messageSchema = z.looseObject({
  message_id: idText,
  from: person,
  chat: place,
  text: words,
  caption: words,
  date: z.unknown().optional(),
  photo: z.unknown().optional(),
  photo_url: words,
  photos: z.unknown().optional(),
  sticker: z.unknown().optional(),
  url: words,
  voice_url: words,
  quote_message_id: idText,
});
type Message = z.infer<typeof messageSchema>;
const eventSchema = z.looseObject({ event_name: z.string(), message: maybe(messageSchema) });

const kinds: Readonly<Record<string, ZaloEventKind>> = {
  'message.text.received': 'text',
  'message.image.received': 'image',
  'message.sticker.received': 'sticker',
  'message.voice.received': 'voice',
  'message.link.received': 'attachment',
  'message.unsupported.received': 'unsupported',
};

export interface BotContext {
  /** Id of our bot: the digits before the colon of its token. */
  readonly botId: string;
  readonly receivedAt: Date;
}

/** The same event alone or in `{ok, result}`: Zalo's documents show the one, live observers the other. */
export function unwrapBotEvent(body: unknown): { readonly inner: unknown; readonly form: string } {
  const wrapped = z.looseObject({ ok: z.boolean(), result: z.unknown().optional() }).safeParse(body);
  if (!wrapped.success) return { inner: body, form: 'envelope:flat' };
  return { inner: wrapped.data.ok ? wrapped.data.result : null, form: 'envelope:wrapped' };
}

export function readBotEvent(body: unknown, { botId, receivedAt }: BotContext): Arrival {
  const { inner, form } = unwrapBotEvent(body);
  const parsed = eventSchema.safeParse(inner);
  if (!parsed.success) return ignored('no-event');
  const { event_name: name, message } = parsed.data;
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (!kind) return ignored(name === 'webhook.test' ? 'webhook-test' : 'unknown-event', [form]);
  const from = message?.from;
  const chatId = message?.chat?.id ?? from?.id ?? null;
  if (!message || chatId === null) return ignored('nobody-to-answer', [form]);
  if (from?.is_bot || from?.id === botId) return ignored('own-echo', [form]);
  const isGroup = message.chat?.chat_type?.toUpperCase() === 'GROUP';
  const { media, mediaForm } = mediaOf(kind, message);
  const event: ZaloEvent = {
    channel: 'zalo-bot',
    account: botId,
    key: message.message_id ? `${name}:${message.message_id}` : `${name}:${hashOf(inner)}`,
    name,
    kind,
    userId: from?.id ?? chatId,
    threadId: chatId,
    messageId: message.message_id ?? null,
    text: (message.text ?? message.caption)?.normalize('NFC') ?? null,
    media,
    quotes: message.quote_message_id ?? null,
    staffId: null,
    info: null,
    trackingId: null,
    at: believableMoment(momentOf(message.date), receivedAt),
    receivedAt,
    isGroup,
  };
  return { event, forms: mediaForm ? [form, mediaForm] : [form] };
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

function mediaOf(kind: ZaloEventKind, message: Message): { media: ZaloMedia[]; mediaForm: string | null } {
  if (kind === 'image') {
    const [form, url] = imageOf(message);
    return { media: [{ type: 'image', url }], mediaForm: `image:${form}` };
  }
  if (kind === 'voice')
    return { media: [{ type: 'voice', url: message.voice_url ?? message.url ?? null }], mediaForm: null };
  if (kind === 'sticker')
    return { media: [{ type: 'sticker', url: message.url ?? urlIn(message.sticker) }], mediaForm: null };
  return { media: [], mediaForm: null };
}

/** Documents say `photo`, live events say `photo_url`, a recording says `photos`. */
function imageOf({ photo_url, photo, photos }: Message): readonly [string, string | null] {
  if (photo_url) return ['photo_url', photo_url];
  const single = urlIn(photo);
  if (single) return ['photo', single];
  const first = Array.isArray(photos) ? urlIn(photos[0]) : null;
  return first ? ['photos', first] : ['missing', null];
}

const withUrl = z.looseObject({ url: z.string() });
const urlIn = (value: unknown): string | null =>
  typeof value === 'string' ? value : (withUrl.safeParse(value).data?.url ?? null);
