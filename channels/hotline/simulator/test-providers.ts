/** Both providers with secrets of tests, and their simulated other sides. */
import { jambonzProvider } from '../jambonz/jambonz-provider.ts';
import type { HotlineProvider } from '../open-hotline.ts';
import { twimlProvider } from '../twiml/twiml-provider.ts';
import { jambonzSide } from './jambonz-side.ts';
import type { ProviderSide } from './provider-side.ts';
import { twimlSide } from './twiml-side.ts';

export const testSecret = 'a-webhook-secret-of-tests';
const vietnamese = { vendor: 'google', language: 'vi-VN' };

export const testProviders = (publicUrl: string): readonly HotlineProvider[] => [
  {
    provider: jambonzProvider({ secret: testSecret, voice: { synthesizer: vietnamese, recognizer: vietnamese } }),
    secret: testSecret,
  },
  {
    provider: twimlProvider({ token: testSecret, publicUrl, voice: 'Google.vi-VN-Wavenet-A' }),
    secret: testSecret,
  },
];

export const testSides = (
  publicUrl: string,
  now: () => Date = () => new Date(),
): Readonly<Record<ProviderSide['name'], ProviderSide>> => ({
  jambonz: jambonzSide({ secret: testSecret, now }),
  twiml: twimlSide({ token: testSecret, publicUrl }),
});
