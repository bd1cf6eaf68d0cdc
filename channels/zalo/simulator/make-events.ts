/** Events of invented citizens, in the forms that Zalo sends. */
import { randomUUID } from 'node:crypto';
import type { SimulatedAccounts } from './world.ts';

export interface Said {
  readonly from: string;
  readonly at: Date;
  /** Of the message; made up where none is given. */
  readonly id?: string;
}

const idOf = ({ id }: Said): string => id ?? randomUUID().replaceAll('-', '').slice(0, 20);

/** @param kind `text`, `image`, `audio`, `sticker`, …; the message's other fields. */
export const oaEvent = (
  { appId, oaId }: Pick<SimulatedAccounts, 'appId' | 'oaId'>,
  said: Said & { readonly kind?: string; readonly message: object },
): string =>
  JSON.stringify({
    app_id: appId,
    sender: { id: said.from },
    user_id_by_app: said.from,
    recipient: { id: oaId },
    event_name: `user_send_${said.kind ?? 'text'}`,
    message: { ...said.message, msg_id: idOf(said) },
    timestamp: String(said.at.getTime()),
  });

export const oaFollow = (
  { appId, oaId }: Pick<SimulatedAccounts, 'appId' | 'oaId'>,
  { from, at, event = 'follow' }: Said & { readonly event?: 'follow' | 'unfollow' },
): string =>
  JSON.stringify({
    app_id: appId,
    oa_id: oaId,
    follower: { id: from },
    user_id_by_app: from,
    event_name: event,
    source: 'simulated',
    timestamp: String(at.getTime()),
  });

/** Words of a person in OA Manager, told to us as an echo. */
export const oaEcho = (
  { appId, oaId }: Pick<SimulatedAccounts, 'appId' | 'oaId'>,
  said: { readonly to: string; readonly at: Date; readonly text: string; readonly adminId?: string },
): string =>
  JSON.stringify({
    app_id: appId,
    sender: { id: oaId, ...(said.adminId ? { admin_id: said.adminId } : {}) },
    recipient: { id: said.to },
    event_name: 'oa_send_text',
    message: { text: said.text, msg_id: randomUUID() },
    timestamp: String(said.at.getTime()),
  });

export const botEvent = (said: Said & { readonly kind?: string; readonly message: object }): object => ({
  event_name: `message.${said.kind ?? 'text'}.received`,
  message: {
    ...said.message,
    message_id: idOf(said),
    date: said.at.getTime(),
    from: { id: said.from, display_name: 'Người dùng mô phỏng', is_bot: false },
    chat: { id: said.from, chat_type: 'PRIVATE' },
  },
});
