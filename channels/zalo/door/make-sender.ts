/** Sends what the outbox holds for one Zalo account: each message once, in its window, or not at all and said why. */
import {
  type Delivery,
  noticeContent,
  outsideWindow,
  type Parcel,
  type ParcelSender,
  type SpeechMaker,
  type Store,
} from '../../../bot/index.ts';
import { deliveryOf, isRefusal } from './delivery-of.ts';
import { type Outgoing, outgoingSchema, plainMessage } from './outgoing.ts';
import type { RenderOptions } from './render-answer.ts';
import { renderUtterance } from './render-utterance.ts';
import { splitText } from './split-text.ts';
import type { TemplateWords, ZaloPlatform } from './zalo-platform.ts';

export interface SenderOptions {
  readonly store: Pick<Store, 'outbox' | 'reach' | 'consents' | 'utterance' | 'findConversation'>;
  readonly platform: ZaloPlatform;
  readonly speak: SpeechMaker;
  readonly linkTo: RenderOptions['linkTo'];
  /** Whether messages that Zalo counts and charges (48 hours to 7 days after the citizen's last word) may be sent. */
  readonly paidMessages: boolean;
  /** The words of a notice in the approved template; `null` where none is set up. */
  readonly templateFor: ((notice: NoticeFields) => TemplateWords) | null;
  readonly now: () => Date;
  /** Told of what an operator has to see to; never of what was in it. */
  readonly onError: (error: unknown) => void;
}

export type NoticeFields = NonNullable<ReturnType<typeof noticeContent.parse>['fields']>;

const dayMs = 86_400_000;

/** `<account>:<user>`, `<account>:group:<chat>`: the last is who is written to. */
export const userOf = (address: string): string => address.split(':').at(-1) ?? address;

export function makeSender(options: SenderOptions): ParcelSender {
  return {
    channel: options.platform.channel,
    async send(parcel) {
      const ready = await prepare(parcel, options).catch((error: unknown): Delivery => {
        options.onError(error);
        return { end: 'not-sent', reason: 'not-prepared', again: true };
      });
      if ('end' in ready) return ready;
      const { message, window } = ready;
      if (window === 'open') return attempt(parcel, () => sendNow(parcel, message, options), options);
      return outside(parcel, options);
    },
  };
}

/** All that comes before sending: what goes wrong here has certainly reached nobody. */
/** A notice is the bot's: it waits while an officer has the talk. */
async function mustWait({ kind, channel, address }: Parcel, { store }: SenderOptions): Promise<boolean> {
  if (kind !== 'notice') return false;
  return (await store.findConversation({ channel, externalId: address }))?.ownedByOfficer ?? false;
}

async function prepare(parcel: Parcel, options: SenderOptions) {
  const reach = await options.store.reach.read({ channel: parcel.channel, address: parcel.address });
  if (reach?.refused) return { end: 'not-sent', reason: reach.refused, again: false } as const;
  if (await mustWait(parcel, options)) return { end: 'away' } as const;
  const message = await messageOf(parcel, options);
  return 'end' in message ? message : { message, window: windowOf(reach?.lastAt ?? null, options) };
}

const sendNow = ({ address, kind }: Parcel, message: Outgoing, { platform }: SenderOptions) =>
  platform.send(userOf(address), message, { priority: kind === 'notice' ? 'notice' : 'reply' });

/** What is to be sent now; a long answer becomes several parcels first, so that none of its parts leaves twice. */
async function messageOf(parcel: Parcel, options: SenderOptions): Promise<Outgoing | Delivery> {
  const ready = outgoingSchema.safeParse(parcel.content);
  if (ready.success) return ready.data;
  const messages = await messagesOf(parcel, options);
  if (messages === null) return { end: 'not-sent', reason: 'bad-content', again: false };
  const [first, ...others] = messages;
  if (!first) return { end: 'sent' };
  if (others.length === 0) return first;
  const isOurs = await options.store.outbox.split(parcel, [first, ...others], options.now());
  return isOurs ? first : { end: 'not-sent', reason: 'taken-over', again: true };
}

async function messagesOf({ kind, content, citizenId }: Parcel, options: SenderOptions) {
  if (kind === 'notice') {
    const notice = noticeContent.safeParse(content);
    return notice.success ? splitText(notice.data.text).map(plainMessage) : null;
  }
  const { utteranceId } = (content ?? {}) as { readonly utteranceId?: string };
  const said = utteranceId ? await options.store.utterance({ citizenId, utteranceId }) : null;
  const { speak, linkTo, platform } = options;
  return said && renderUtterance(said, { speak, linkTo, withButtons: platform.withButtons });
}

/** When the citizen's last word is not known, Zalo itself decides. */
function windowOf(lastAt: Date | null, { platform: { windows }, paidMessages, now }: SenderOptions) {
  if (windows === null || lastAt === null) return 'open';
  const age = now().getTime() - lastAt.getTime();
  return age <= (paidMessages ? windows.open : windows.free) ? 'open' : 'closed';
}

/** A notice goes by the approved template; all else waits until the citizen writes, which brings it forward. */
async function outside(parcel: Parcel, options: SenderOptions): Promise<Delivery> {
  const { platform, templateFor, now } = options;
  const notice = parcel.kind === 'notice' ? noticeContent.safeParse(parcel.content) : null;
  const fields = notice?.data?.fields;
  if (!fields || !templateFor || !platform.sendTemplate)
    return { end: 'later', at: new Date(now().getTime() + dayMs), reason: outsideWindow };
  const { sendTemplate } = platform;
  return attempt(parcel, () => sendTemplate(userOf(parcel.address), templateFor(fields)), {
    ...options,
    // There is nothing beyond the template.
    templateFor: null,
  });
}

async function attempt(parcel: Parcel, send: () => Promise<void>, options: SenderOptions): Promise<Delivery> {
  const { store, now, onError } = options;
  try {
    await send();
    return { end: 'sent' };
  } catch (error) {
    const delivery = deliveryOf(error, now());
    if (delivery === 'outside') return outside(parcel, options);
    if (delivery.end !== 'sent') onError(error);
    if (isRefusal(error)) {
      const place = { channel: parcel.channel, address: parcel.address };
      await store.reach.refuse(place, error.code);
      await store.consents.stop({ citizenId: parcel.citizenId, place, at: now() });
    }
    return delivery;
  }
}
