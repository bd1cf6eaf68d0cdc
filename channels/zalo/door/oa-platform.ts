/** The Official Account: buttons, pictures by upload, the 48-hour and the 7-day window, templates beyond. */

import type { ZaloOaClient } from '../oa/index.ts';
import { drawQr } from './draw-qr.ts';
import type { Outgoing } from './outgoing.ts';
import type { PictureReader } from './read-picture.ts';
import type { ZaloPlatform } from './zalo-platform.ts';

const hour = 3_600_000;
const windows = { free: 48 * hour, open: 7 * 24 * hour };

export function oaPlatform(client: ZaloOaClient, readPicture: PictureReader): ZaloPlatform {
  /** An upload reaches nobody: whatever becomes of it, it can be done again. Its id ends after a week, so none is kept. */
  const upload = async (picture: NonNullable<Outgoing['picture']>): Promise<string | null> => {
    const drawn =
      'qr' in picture ? { bytes: await drawQr(picture.qr), type: 'image/png' as const } : await readPicture(picture.id);
    if (!drawn) return null;
    return client.uploadImage({ name: drawn.type === 'image/png' ? 'anh.png' : 'anh.jpg', ...drawn });
  };
  return {
    channel: 'zalo-oa',
    withButtons: true,
    windows,
    async send(userId, { text, buttons, picture }, options) {
      const attachmentId = picture && (await upload(picture));
      if (attachmentId)
        await client.sendImage({ userId, picture: { attachmentId }, ...(text ? { text } : {}) }, options);
      else if (buttons.length > 0) await client.sendButtons({ userId, text, buttons }, options);
      else if (text) await client.sendText({ userId, text }, options);
    },
    async sendTemplate(userId, words) {
      await client.sendTemplateByUid({ userId, ...words }, { priority: 'notice' });
    },
    showTyping() {},
  };
}
