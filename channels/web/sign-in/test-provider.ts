/** A real OpenID provider on a free port of this machine, with two invented people, for suites. */
import { createServer, type Server } from 'node:http';
import express from 'express';
import Provider from 'oidc-provider';

/** Invented. The account's name is typed into the provider's form. */
const people: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  an: { name: 'Nguyễn Văn An', identity_number: '010190000011' },
  binh: { name: 'Trần Thị Bình', identity_number: '010190000022' },
  'chin-so': { name: 'Lê Văn Cũ', identity_number: '190000033' },
  'khong-so': { name: 'Phạm Thị Không' },
};

export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Lets our own address be known after our port is. */
  allow(publicUrl: string): void;
  stop(): Promise<void>;
}

const client = { clientId: 'hoi-mot-cua', clientSecret: 'bi-mat-cua-bo-thu-nghiem-32-ky-tu' };

export async function openTestProvider(): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  let handle = handlerFor(issuer, 'http://127.0.0.1:1');
  server.on('request', (request, response) => handle(request, response));
  return {
    issuer,
    ...client,
    allow(publicUrl) {
      handle = handlerFor(issuer, publicUrl);
    },
    stop: () => closed(server),
  };
}

/** A port for a program that has to know its own address before it listens. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

function handlerFor(issuer: string, publicUrl: string) {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${publicUrl}/dang-nhap/ve`],
        post_logout_redirect_uris: [`${publicUrl}/`],
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'identity_number'] },
    conformIdTokenClaims: true,
    cookies: { keys: ['thu-nghiem'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_context, { uid }) => `/tai-khoan/${uid}` },
    pkce: { required: () => true },
    ttl: { Session: 3600, Interaction: 600, Grant: 3600, IdToken: 3600, AccessToken: 3600 },
    findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people[id] }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId: client.clientId, accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  const app = express();
  app.get('/tai-khoan/:uid', (request, response) => {
    const form = `<form method="post" action="/tai-khoan/${request.params.uid}"><label>Tài khoản <input name="account"></label><button name="go" value="yes">Đồng ý</button><button name="go" value="no">Từ chối</button></form>`;
    response.send(
      `<!doctype html><html lang="vi"><title>Nơi cấp tài khoản</title><h1>Nơi cấp tài khoản</h1>${form}</html>`,
    );
  });
  app.post('/tai-khoan/:uid', express.urlencoded({ extended: false }), async (request, response) => {
    const { account, go } = request.body as { account: string; go: string };
    const result = go === 'no' ? { error: 'access_denied' } : { login: { accountId: account } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  app.use(provider.callback());
  return app;
}
