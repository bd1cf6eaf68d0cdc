import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '../../../bot/store/test-store.ts';
import { openProvider, type ProviderSettings } from './provider.ts';

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const agreed = { state: 's'.repeat(43), nonce: 'n'.repeat(43), verifier: 'v'.repeat(43) };
const seconds = () => Math.floor(Date.now() / 1000);
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function tokenOf(claims: object, key: KeyObject): string {
  const head = `${base64({ alg: 'RS256', kid: 'k' })}.${base64(claims)}`;
  return `${head}.${sign('sha256', Buffer.from(head), key).toString('base64url')}`;
}

/** A provider that says whatever a test tells it to: what a real one never would. */
describe('the provider', () => {
  let server: Server;
  let settings: ProviderSettings;
  let change: object;
  let key: KeyObject;
  let status: number;
  let asked: string[];
  beforeAll(async () => {
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', settings.issuer);
      asked.push(pathname);
      const reply = (body: object, code = 200) =>
        response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      if (pathname === '/.well-known/openid-configuration') {
        const at = (path: string) => `${settings.issuer}/${path}`;
        const endpoints = { authorization_endpoint: at('auth'), token_endpoint: at('token'), jwks_uri: at('jwks') };
        return reply({ issuer: settings.issuer, ...endpoints, id_token_signing_alg_values_supported: ['RS256'] });
      }
      if (pathname === '/jwks') {
        return reply({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] });
      }
      if (status !== 200) return reply({ error: 'server_error' }, status);
      const [iat, exp] = [seconds(), seconds() + 300];
      const right = { iss: settings.issuer, aud: 'hmc', sub: 'an', nonce: agreed.nonce, iat, exp };
      const id_token = tokenOf({ ...right, identity_number: '010190000011', name: 'Nguyễn Văn An', ...change }, key);
      return reply({ access_token: 'a', token_type: 'Bearer', id_token });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    settings = {
      issuer: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
      clientId: 'hmc',
      clientSecret: 'bi-mat-thu-nghiem',
      numberClaim: 'identity_number',
      nameClaim: 'name',
      scope: 'openid profile',
      publicUrl: 'http://localhost:3000',
    };
  });
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  beforeEach(() => {
    change = {};
    key = own.privateKey;
    status = 200;
    asked = [];
  });
  const finish = () => openProvider(settings).finish(`?code=c&state=${agreed.state}`, agreed);

  it('is believed when all is in order', async () => {
    expect(await finish()).toMatchObject({ number: '010190000011', name: 'Nguyễn Văn An' });
  });

  it.each([
    ['another nonce', { nonce: 'x'.repeat(43) }],
    ['no nonce', { nonce: undefined }],
    ['another audience', { aud: 'another-client' }],
    ['another issuer', { iss: 'https://ke-gian.example' }],
    ['a token that has expired', { iat: seconds() - 7200, exp: seconds() - 3600 }],
    ['no subject', { sub: undefined }],
  ])('is not believed with %s', async (_what, wrong) => {
    change = wrong;
    await expect(finish()).rejects.toMatchObject({ code: 'bad-reply' });
  });

  it('is not believed when another key signed', async () => {
    key = stranger.privateKey;
    await expect(finish()).rejects.toMatchObject({ code: 'bad-reply' });
  });

  it.each([['01019000001'], ['0101900000111'], ['01019000001a'], [' 010190000011'], [10190000011], [null]])(
    'is not taken at its word for the number %j',
    async (identity_number) => {
      change = { identity_number };
      // There is no user info to ask here, so a missing number is a reply that does not serve.
      await expect(finish()).rejects.toMatchObject({ name: 'SignInError' });
    },
  );

  it('is called down when it fails, and is asked anew the next time', async () => {
    status = 503;
    const provider = openProvider(settings);
    await expect(provider.finish(`?code=c&state=${agreed.state}`, agreed)).rejects.toMatchObject({
      code: 'provider-down',
    });
    const nowhere = openProvider({ ...settings, issuer: `http://127.0.0.1:${await freePort()}` });
    await expect(nowhere.address(agreed)).rejects.toMatchObject({ code: 'provider-down' });
    status = 200;
    expect(await provider.finish(`?code=c&state=${agreed.state}`, agreed)).toMatchObject({ number: '010190000011' });
  });

  it('is sent state, nonce and the hash of the verifier, never the verifier', async () => {
    const address = await openProvider(settings).address(agreed);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      state: agreed.state,
      nonce: agreed.nonce,
      code_challenge_method: 'S256',
      redirect_uri: 'http://localhost:3000/dang-nhap/ve',
      prompt: 'login',
    });
    expect(address.href).not.toContain(agreed.verifier);
  });

  it('names no person and no secret in what it throws', async () => {
    change = { aud: 'another-client' };
    const error = await finish().catch((thrown: unknown) => thrown);
    expect((error as Error).message).not.toMatch(/010190000011|Nguyễn|bi-mat/);
  });
});
