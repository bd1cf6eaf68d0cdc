/** Invented deliveries over 127.0.0.1, so that whatever is slow the first time has been done once. */
import { once } from 'node:events';
import { Agent, createServer, type RequestListener, request } from 'node:http';
import { botSecretHeader } from './bot-secret.ts';
import type { BotDoor } from './judge-bot-call.ts';
import { type OaDoor, oaSignatureHeader } from './judge-oa-call.ts';
import { macIn } from './oa-signature.ts';
import { botWebhookPath, oaWebhookPath } from './webhook-routes.ts';

export interface RehearsedDoors {
  readonly bot: BotDoor | null;
  readonly oa: OaDoor | null;
}

/** After so many the engine of the language has made its fast code. */
const rounds = 30;
const atOnce = 10;

/** Listens on a port of its own for as long as it takes. @throws when a delivery is not acknowledged. */
export async function rehearseDeliveries(listener: RequestListener, { bot, oa }: RehearsedDoors): Promise<void> {
  if (!bot && !oa) return;
  const server = createServer(listener).listen(0, '127.0.0.1');
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  try {
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    for (let round = 0; round < rounds; round += 1) {
      const calls = Array.from({ length: atOnce }, (_, index) => `rehearsal-${round}-${index}`);
      const deliveries = calls.flatMap((id) => [
        ...(oa ? [oaDelivery(oa, id)] : []),
        ...(bot ? [botDelivery(bot, id)] : []),
      ]);
      await Promise.all(deliveries.map((delivery) => post(delivery, { port, agent })));
    }
  } finally {
    agent.destroy();
    server.close();
    server.closeAllConnections();
  }
}

interface Invented {
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const text = 'làm giấy khai sinh cho con cần giấy tờ gì';

function oaDelivery({ keys, forms }: OaDoor, id: string): Invented {
  const timestamp = String(Date.now());
  const { appId, oaId } = keys;
  const ends = { sender: { id }, recipient: { id: oaId } };
  const body = JSON.stringify({
    ...{ app_id: appId, ...ends, event_name: 'user_send_text' },
    ...{ message: { text, msg_id: id }, timestamp },
  });
  const mac = macIn(forms[0] ?? 'app-id:oa-secret', { body: Buffer.from(body), timestamp }, keys);
  return { path: oaWebhookPath, body, headers: { [oaSignatureHeader]: `mac=${mac}` } };
}

function botDelivery({ secret }: BotDoor, id: string): Invented {
  const chat = { id, chat_type: 'PRIVATE' };
  const message = { text, message_id: id, date: Date.now(), from: { id, display_name: '', is_bot: false }, chat };
  const body = JSON.stringify({ event_name: 'message.text.received', message });
  return { path: botWebhookPath, body, headers: { [botSecretHeader]: secret } };
}

const post = (
  { path, body, headers }: Invented,
  { port, agent }: { readonly port: number; readonly agent: Agent },
): Promise<void> =>
  new Promise((resolve, reject) => {
    const length = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const options = { host: '127.0.0.1', port, agent, path, method: 'POST', headers: { ...length, ...headers } };
    const call = request(options, (response) => {
      const { statusCode } = response.resume();
      response.once('end', () =>
        statusCode === 200 ? resolve() : reject(new Error(`A rehearsed delivery was answered with ${statusCode}`)),
      );
    });
    call.once('error', reject).end(body);
  });
