/** The client of the Zalo Bot Platform. Depends on `call/` and on nothing of our product. */
export type { BotSelf, BotSent, BotWebhook, WebhookCheck, ZaloBotClient } from './bot-client.ts';
export { type BotClientOptions, botApiUrl, botIdOf, openBotClient } from './open-bot-client.ts';
