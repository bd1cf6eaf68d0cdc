/** A push service on this machine, with browsers that decrypt what they get by their own keys (RFC 8291) and check who sent it (RFC 8292). */
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { PushSubscription } from '../../../bot/index.ts';

export interface TestPhone {
  readonly subscription: PushSubscription;
  /** What it showed, oldest first. */
  readonly shown: unknown[];
}

export interface TestPushService {
  /** `127.0.0.1:port`, for the list of hosts. */
  readonly host: string;
  /** A browser that subscribes for this server key. */
  phone(serverKey: string): TestPhone;
  /** The next requests are answered with these, then 201 again; `hang` never answers. */
  readonly replies: (number | 'hang')[];
  readonly headers: IncomingMessage['headers'][];
  stop(): Promise<void>;
}

interface Browser {
  readonly ecdh: ReturnType<typeof createECDH>;
  readonly auth: Buffer;
  readonly serverKey: string;
  readonly shown: unknown[];
}

export async function openTestPushService(): Promise<TestPushService> {
  const browsers = new Map<string, Browser>();
  const replies: (number | 'hang')[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const server = createServer(async (request, response) => {
    const browser = browsers.get(request.url ?? '');
    headers.push(request.headers);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const reply = replies.shift() ?? (browser ? 201 : 404);
    if (reply === 'hang') return;
    if (reply === 201 && browser) {
      checkSender(request, browser.serverKey, origin());
      browser.shown.push(JSON.parse(decrypt(Buffer.concat(parts), browser)));
    }
    response.writeHead(reply).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const origin = () => `http://${host}`;
  return {
    host,
    replies,
    headers,
    phone(serverKey) {
      const ecdh = createECDH('prime256v1');
      const p256dh = ecdh.generateKeys('base64url');
      const auth = randomBytes(16);
      const path = `/push/${randomBytes(8).toString('hex')}`;
      const shown: unknown[] = [];
      browsers.set(path, { ecdh, auth, serverKey, shown });
      const keys = { p256dh, auth: auth.toString('base64url') };
      return { subscription: { endpoint: `${origin()}${path}`, keys }, shown };
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** `aes128gcm` of RFC 8188 with the keys of RFC 8291. */
function decrypt(body: Buffer, { ecdh, auth }: Browser): string {
  const salt = body.subarray(0, 16);
  const keyLength = body[20] ?? 0;
  const senderKey = body.subarray(21, 21 + keyLength);
  const record = body.subarray(21 + keyLength);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), senderKey]);
  const secret = hkdfSync('sha256', ecdh.computeSecret(senderKey), auth, info, 32);
  const key = hkdfSync('sha256', Buffer.from(secret), salt, 'Content-Encoding: aes128gcm\0', 16);
  const nonce = hkdfSync('sha256', Buffer.from(secret), salt, 'Content-Encoding: nonce\0', 12);
  const decipher = createDecipheriv('aes-128-gcm', Buffer.from(key), Buffer.from(nonce));
  decipher.setAuthTag(record.subarray(-16));
  const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  return plain.subarray(0, plain.lastIndexOf(2)).toString('utf8');
}

/** `vapid t=<JWT>, k=<key>`: signed by the key that the browser subscribed for, for this very service. */
function checkSender({ headers }: IncomingMessage, serverKey: string, origin: string): void {
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? '') ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y } as never, format: 'jwk' });
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const { aud, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
  if (!isSigned || key !== serverKey || aud !== origin || exp * 1000 < Date.now())
    throw new Error('A push service would refuse this sender');
}
