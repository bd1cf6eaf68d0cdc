/** Events as Zalo sends them, signed, to doors of a test. All people and numbers are made up. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express } from 'express';
import type { NewDelivery } from '../../../bot/index.ts';
import type { OaDoor } from './judge-oa-call.ts';
import { oaMac } from './oa-signature.ts';
import { type ZaloWebhookOptions, zaloWebhooks } from './webhook-routes.ts';

export const testKeys = {
  appId: '3608465248940903967',
  oaId: '388613280878808645',
  oaSecret: 'oa-secret-for-tests',
  appSecret: 'app-secret-for-tests',
};
export const testBot = { botId: '458912330021', secret: 'bot-webhook-secret-for-tests' };
export const testNow = new Date('2026-11-23T03:00:00Z');

/** A recorded shape of `fixtures/`, as text. */
export const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8').trim();

export const macOf = (body: string, keys = testKeys, timestamp = `${JSON.parse(body).timestamp}`): string =>
  `mac=${oaMac(keys.appId, { body: Buffer.from(body), timestamp }, keys.oaSecret)}`;

/** A text event of an OA's citizen. */
export function oaText(text: string, more: Readonly<Record<string, unknown>> = {}): string {
  const msg_id = createHash('sha256').update(text).digest('hex').slice(0, 20);
  return JSON.stringify({
    app_id: testKeys.appId,
    sender: { id: '246845883529197922' },
    user_id_by_app: '552177279717587730',
    recipient: { id: testKeys.oaId },
    event_name: 'user_send_text',
    message: { text, msg_id },
    timestamp: String(testNow.getTime()),
    ...more,
  });
}

export interface TestDoors {
  readonly app: Express;
  /** What was kept, each once. */
  readonly kept: NewDelivery[];
  readonly notes: string[];
  readonly errors: unknown[];
}

/** Both doors over a store in memory that knows what it has. */
export function openTestDoors(
  more: Partial<ZaloWebhookOptions> & { readonly oaDoor?: Partial<OaDoor> } = {},
): TestDoors {
  const kept: NewDelivery[] = [];
  const notes: string[] = [];
  const errors: unknown[] = [];
  const app = express();
  const { oaDoor, ...options } = more;
  app.use(
    zaloWebhooks({
      bot: testBot,
      oa: { keys: testKeys, forms: ['app-id:oa-secret'], oldestMs: 3 * 3_600_000, ...oaDoor },
      keep: async (delivery) => {
        const isKnown = kept.some(
          ({ channel, account, key }) =>
            `${channel} ${account} ${key}` === `${delivery.channel} ${delivery.account} ${delivery.key}`,
        );
        if (!isKnown) kept.push(delivery);
        return !isKnown;
      },
      onKept: () => {},
      onNote: (note, detail) =>
        notes.push(detail && Object.keys(detail).length > 0 ? `${note} ${JSON.stringify(detail)}` : note),
      onError: (error) => errors.push(error),
      now: () => testNow,
      ...options,
    }),
  );
  return { app, kept, notes, errors };
}
