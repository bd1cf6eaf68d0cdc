/** Whether a bot's event comes from Zalo: the header must be the very secret that `setWebhook` was given. */
import { isSameSecret } from '../../same-secret.ts';

export const botSecretHeader = 'x-bot-api-secret-token';

/** Takes the same time for every wrong one, of whatever length. */
export const isBotSecret = (told: string | undefined, secret: string): boolean =>
  told !== undefined && isSameSecret(told, secret);
