/** A web door with sign-in by a real provider, for suites. */
import { createLinkAccount, createSignIn } from '../../../bot/index.ts';
import { openTestWire, type TestWire } from '../direct-line/test-wire.ts';
import { openTestProvider, type TestProvider } from './test-provider.ts';
import { makeWebSignIn } from './web-sign-in.ts';

const secretKey = Buffer.alloc(32, 7);

/** Whoever opens it closes the wire first, then stops the provider. */
export async function openSignInWire(): Promise<{ readonly provider: TestProvider; readonly wire: TestWire }> {
  const provider = await openTestProvider();
  const wire = await openTestWire({
    signIn: ({ store }, publicUrl) => {
      provider.allow(publicUrl);
      const { issuer, clientId, clientSecret } = provider;
      const claims = { numberClaim: 'identity_number', nameClaim: 'name', scope: 'openid profile' };
      return makeWebSignIn({
        signIn: createSignIn({ store, secretKey }),
        accounts: createLinkAccount({ store, secretKey }),
        settings: { issuer, clientId, clientSecret, publicUrl, ...claims },
      });
    },
  });
  return { provider, wire };
}
