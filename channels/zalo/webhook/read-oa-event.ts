/** An event of an Official Account. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { believableMoment, idText, maybe, momentOf, words } from '../call/lenient.ts';
import type { ZaloEvent, ZaloEventKind, ZaloMedia } from '../zalo-event.ts';
import { type Arrival, ignored } from './arrival.ts';

const party = maybe(z.looseObject({ id: idText, admin_id: idText }));
const attachment = z.looseObject({
  type: words,
  payload: maybe(z.looseObject({ url: words, thumbnail: words, name: words })),
});
const eventSchema = z.looseObject({
  event_name: z.string(),
  app_id: idText,
  oa_id: idText,
  timestamp: z.unknown().optional(),
  sender: party,
  recipient: party,
  follower: party,
  message: maybe(
    z.looseObject({
      msg_id: idText,
      message_id: idText,
      msg_ids: maybe(z.array(idText)),
      quote_msg_id: idText,
      tracking_id: idText,
      text: words,
      attachments: maybe(z.array(attachment)),
    }),
  ),
  info: maybe(
    z.looseObject({
      name: words,
      phone: maybe(z.union([z.string(), z.number().transform(String)])),
      address: words,
      full_address: z.unknown().optional(),
    }),
  ),
});
type OaBody = z.infer<typeof eventSchema>;

const kinds: Readonly<Record<string, ZaloEventKind>> = {
  user_send_text: 'text',
  user_click_button: 'text',
  user_send_image: 'image',
  user_send_audio: 'voice',
  user_send_sticker: 'sticker',
  user_send_location: 'location',
  user_send_gif: 'attachment',
  user_send_video: 'attachment',
  user_send_file: 'attachment',
  user_send_link: 'attachment',
  user_send_business_card: 'attachment',
  user_submit_info: 'info',
  user_received_message: 'delivered',
  user_seen_message: 'seen',
  follow: 'follow',
  user_follow: 'follow',
  unfollow: 'unfollow',
  user_unfollow: 'unfollow',
};

export interface OaContext {
  readonly oaId: string;
  readonly receivedAt: Date;
}

export type OaHead = Pick<OaBody, 'event_name' | 'app_id' | 'timestamp'> & { readonly accounts: readonly string[] };

/** What tells whether an event is for us at all; `null` when it is no event, as the console's probe. */
export function readOaHead(body: unknown): OaHead | null {
  const parsed = eventSchema.safeParse(body);
  if (!parsed.success) return null;
  const { event_name, app_id, timestamp, oa_id, sender, recipient } = parsed.data;
  const accounts = [oa_id, sender?.id, recipient?.id].filter((id) => id !== undefined);
  return { event_name, app_id, timestamp, accounts };
}

export function readOaEvent(body: unknown, { oaId, receivedAt }: OaContext): Arrival {
  const parsed = eventSchema.safeParse(body);
  if (!parsed.success) return ignored('no-event');
  const oa = parsed.data;
  const { event_name: name, message } = oa;
  const kind = kindOf(name);
  if (kind === null) return ignored('unknown-event');
  const userId = userOf(oa, oaId);
  const forms = formsOf(oa);
  const staffId = kind === 'echo' ? (oa.sender?.admin_id ?? null) : null;
  if (kind === 'echo' && staffId === null) return ignored('own-echo', forms);
  if (kind === 'seen' || (kind === 'delivered' && !message?.tracking_id)) return ignored(kind, forms);
  // Of a template sent by phone, the recipient is a phone number: it is told by its tracking id alone.
  if (userId === null && kind !== 'delivered') return ignored('nobody-to-answer', forms);
  const event: ZaloEvent = {
    channel: 'zalo-oa',
    account: oaId,
    key: keyOf(oa, userId),
    name,
    kind,
    userId: kind === 'delivered' ? null : userId,
    threadId: kind === 'delivered' ? null : userId,
    messageId: messageIdOf(oa),
    text: message?.text?.normalize('NFC') ?? null,
    media: (message?.attachments ?? []).map(mediaOf),
    quotes: message?.quote_msg_id ?? null,
    staffId,
    info: kind === 'info' ? infoOf(oa) : null,
    trackingId: message?.tracking_id ?? null,
    at: believableMoment(momentOf(oa.timestamp), receivedAt),
    receivedAt,
    isGroup: false,
  };
  return { event, forms };
}

function kindOf(name: string): ZaloEventKind | null {
  if (Object.hasOwn(kinds, name)) return kinds[name] ?? null;
  if (name.startsWith('oa_send_')) return 'echo';
  // A new way of sending something is told as something that cannot be read, not passed over in silence.
  return name.startsWith('user_send_') ? 'unsupported' : null;
}

/** Whichever of the parties is not the OA. */
function userOf({ follower, sender, recipient }: OaBody, oaId: string): string | null {
  const ids = [follower?.id, sender?.id, recipient?.id];
  return ids.find((id) => id !== undefined && id !== oaId) ?? null;
}

const messageIdOf = ({ message }: OaBody): string | null => message?.msg_id ?? message?.message_id ?? null;

/** Where Zalo gives no id, a hash of who and when: the key is kept in the clear and names nobody. */
function keyOf(oa: OaBody, userId: string | null): string {
  const id = messageIdOf(oa);
  if (id !== null) return `${oa.event_name}:${id}`;
  const moment = momentOf(oa.timestamp) === null ? JSON.stringify(oa) : String(oa.timestamp);
  const told = JSON.stringify([oa.oa_id, userId, moment]);
  return `${oa.event_name}:${createHash('sha256').update(told).digest('hex')}`;
}

const mediaOf = ({ type = 'unknown', payload }: z.infer<typeof attachment>): ZaloMedia => ({
  type,
  url: payload?.url ?? payload?.thumbnail ?? null,
  ...(payload?.name ? { name: payload.name } : {}),
});

const addressParts = z.looseObject({ user_address: words, user_ward: words, user_city: words });

function infoOf({ info }: OaBody): ZaloEvent['info'] {
  const parts = addressParts.safeParse(info?.full_address).data;
  const full = parts && [parts.user_address, parts.user_ward, parts.user_city].filter(Boolean).join(', ');
  return { name: info?.name ?? null, phone: info?.phone ?? null, address: full || (info?.address ?? null) };
}

function formsOf({ timestamp, message, event_name }: OaBody): readonly string[] {
  return [
    `timestamp:${typeof timestamp}`,
    ...(message?.message_id && !message.msg_id ? ['message-id:message_id'] : []),
    ...(['user_follow', 'user_unfollow', 'user_click_button'].includes(event_name) ? [`event:${event_name}`] : []),
  ];
}
