/** Whether a bot's event comes from Zalo: the header must be the very secret that `setWebhook` was given. */
import { createHash, timingSafeEqual } from 'node:crypto';

export const botSecretHeader = 'x-bot-api-secret-token';

/** Takes the same time for every wrong one, of whatever length. */
export const isBotSecret = (told: string | undefined, secret: string): boolean =>
  told !== undefined && secret !== '' && timingSafeEqual(digest(told), digest(secret));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
