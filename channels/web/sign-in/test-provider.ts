/** A real OpenID provider on a free port of this machine, with invented people, for suites and for trying out. */
import { createServer, type Server } from 'node:http';
import express from 'express';
import Provider from 'oidc-provider';
import { html } from '../html.ts';

/** By the account's name, which is typed into the provider's form or chosen there. */
export type Accounts = Readonly<Record<string, Readonly<Record<string, string | boolean | readonly string[]>>>>;

/** Invented. */
const twoPeople: Accounts = {
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

export async function openTestProvider(people: Accounts = twoPeople): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  let handle = handlerFor(issuer, 'http://127.0.0.1:1', people);
  server.on('request', (request, response) => handle(request, response));
  return {
    issuer,
    ...client,
    allow(publicUrl) {
      handle = handlerFor(issuer, publicUrl, people);
    },
    stop: () => closed(server),
  };
}

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

function handlerFor(issuer: string, publicUrl: string, people: Accounts) {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${publicUrl}/dang-nhap/ve`, `${publicUrl}/console/dang-nhap/ve`],
        post_logout_redirect_uris: [`${publicUrl}/`],
      },
    ],
    claims: {
      openid: ['sub'],
      profile: ['name', 'identity_number', 'groups'],
      email: ['email', 'email_verified'],
    },
    conformIdTokenClaims: true,
    cookies: { keys: ['thu-nghiem'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_context, { uid }) => `/tai-khoan/${uid}` },
    pkce: { required: () => true },
    ttl: { Session: 3600, Interaction: 600, Grant: 3600, IdToken: 3600, AccessToken: 3600 },
    findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people[id] }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId: client.clientId, accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  const app = express();
  app.get('/tai-khoan/:uid', (request, response) => void response.send(formPage(request.params.uid, people)));
  app.post('/tai-khoan/:uid', express.urlencoded({ extended: false }), async (request, response) => {
    const { account, go } = request.body as { account: string; go: string };
    const result = go === 'no' ? { error: 'access_denied' } : { login: { accountId: account } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  app.use(provider.callback());
  return app;
}

function formPage(uid: string, people: Accounts): string {
  const one = ([account, { name }]: [string, Accounts[string]]) =>
    html`<li><form method="post"><input type="hidden" name="account" value="${account}"><button name="go" value="yes">${String(name ?? account)}</button> (${account})</form></li>`;
  return html`<!doctype html>
<html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Nơi cấp tài khoản</title>
<main><h1>Nơi cấp tài khoản</h1><p>Người bịa, chỉ để thử. Bấm một tên, hoặc gõ tài khoản.</p>
<ul>${Object.entries(people).map(one)}</ul>
<form method="post" action="/tai-khoan/${uid}"><label>Tài khoản <input name="account"></label> <button name="go" value="yes">Đồng ý</button> <button name="go" value="no">Từ chối</button></form></main></html>`
    .text;
}
