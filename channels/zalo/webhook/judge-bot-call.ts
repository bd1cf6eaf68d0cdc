/** What a call of a bot's webhook is: who sends it is looked at before what it says. */
import type { IncomingHttpHeaders } from 'node:http';
import { parseExact } from '../call/parse-exact.ts';
import { type Arrival, ignored } from './arrival.ts';
import { botSecretHeader, isBotSecret } from './bot-secret.ts';
import { type Judgement, refuse } from './judgement.ts';
import { readBotEvent, unwrapBotEvent } from './read-bot-event.ts';

export interface BotDoor {
  readonly botId: string;
  readonly secret: string;
}

export interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly receivedAt: Date;
}

export function judgeBotCall({ headers, body, receivedAt }: Call, { botId, secret }: BotDoor): Judgement {
  const told = headers[botSecretHeader];
  const isZalo = typeof told === 'string' && isBotSecret(told, secret);
  // It is not known whether Zalo's own test carries the secret. Without one it is acknowledged, and does nothing.
  if (!isZalo && !(told === undefined && isProbe(body))) return refuse(401, 'bad-secret');
  if (!isJson(headers)) return refuse(415, 'no-json-type');
  const parsed = parsedOf(body);
  if (parsed === undefined) return refuse(400, 'no-json');
  const arrival: Arrival = isZalo ? readBotEvent(parsed, { botId, receivedAt }) : ignored('probe-without-secret');
  return { status: 200, arrival };
}

const isJson = (headers: IncomingHttpHeaders): boolean =>
  /^application\/(?:[\w.+-]+\+)?json\b/i.test(headers['content-type']?.trim() ?? '');

const largestProbe = 2_000;

function isProbe(body: Buffer): boolean {
  if (body.length > largestProbe) return false;
  const parsed = parsedOf(body);
  if (parsed === undefined) return false;
  const { inner } = unwrapBotEvent(parsed);
  if (typeof inner !== 'object' || inner === null) return false;
  return !('event_name' in inner) || inner.event_name === 'webhook.test';
}

/** `undefined` for what is no JSON object. */
export function parsedOf(body: Buffer): object | undefined {
  try {
    const parsed = parseExact(body.toString('utf8'));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
