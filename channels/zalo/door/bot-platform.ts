/** The Bot Platform: words and pictures by address, a typing sign, no buttons and no window. */
import type { ZaloBotClient } from '../bot/index.ts';
import type { OutgoingPicture } from './outgoing.ts';
import type { ZaloPlatform } from './zalo-platform.ts';

/** @param linkTo an address where Zalo can fetch the picture for a short time; `null` where we have none. */
export const botPlatform = (
  client: ZaloBotClient,
  linkTo: ((picture: OutgoingPicture) => string) | null,
): ZaloPlatform => ({
  channel: 'zalo-bot',
  withButtons: false,
  windows: null,
  sendTemplate: null,
  async send(chatId, { text, picture }, options) {
    const url = picture && linkTo?.(picture);
    if (url) await client.sendPhoto({ chatId, url, ...(text ? { caption: text } : {}) }, options);
    else if (text) await client.sendMessage({ chatId, text }, options);
  },
  showTyping(chatId) {
    client.sendChatAction(chatId).catch(() => {});
  },
});
