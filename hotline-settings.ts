/** The settings of the telephone: each provider is on when its secret is there. */
import { z } from 'zod';

const secret = z.string().regex(/^[\x21-\x7e]{16,512}$/, 'at least 16 signs, no spaces');
const vendor = z.string().regex(/^[\w:.-]{2,64}$/, 'a vendor as jambonz names it: google, microsoft, custom:hoi');

/** To be spread into the schema of the settings. */
export const hotlineSettings = {
  /** Webhook secret of the account at jambonz: tells that a call comes from there. Without it jambonz is off. */
  JAMBONZ_WEBHOOK_SECRET: secret.optional(),
  /** Who speaks and who listens, as jambonz names them; both in Vietnamese. */
  JAMBONZ_SPEAKER: vendor.default('google'),
  JAMBONZ_SPEAKER_VOICE: z.string().max(128).optional(),
  JAMBONZ_LISTENER: vendor.default('google'),
  /** Auth token of a TwiML provider such as Twilio. Without it TwiML is off. */
  TWIML_AUTH_TOKEN: secret.optional(),
  TWIML_VOICE: z.string().min(2).max(64).default('Google.vi-VN-Wavenet-A'),
  /** Which numbers are ours, whose they are, and where officers are reached. */
  HOTLINE_LINES: z.string().default('hotline.yaml'),
};

/** Read by {@link hotlineAccountsOf} alone: what is left of the settings may be printed. */
export const hotlineSecrets = ['JAMBONZ_WEBHOOK_SECRET', 'TWIML_AUTH_TOKEN'] as const;

type HotlineSettings = z.infer<z.ZodObject<typeof hotlineSettings>>;

/** A provider that cannot be told from anybody else does not start. */
export function refuseHalfHotline(
  settings: HotlineSettings & { readonly PUBLIC_URL?: string | undefined },
  context: z.RefinementCtx,
): void {
  const say = (names: readonly string[], message: string) =>
    context.addIssue({ code: 'custom', path: [names.join(', ')], message });
  if (settings.TWIML_AUTH_TOKEN !== undefined && settings.PUBLIC_URL === undefined)
    say(['PUBLIC_URL'], 'missing: signatures of TwiML hold the address of this program as the provider calls it');
}

/** What the telephone's doors need; `null` for a provider that is off. */
export function hotlineAccountsOf(settings: HotlineSettings & { readonly PUBLIC_URL?: string | undefined }) {
  const { JAMBONZ_WEBHOOK_SECRET: webhookSecret, TWIML_AUTH_TOKEN: token, PUBLIC_URL: publicUrl } = settings;
  return {
    jambonz: webhookSecret === undefined ? null : { secret: webhookSecret, voice: voiceOf(settings) },
    twiml: token === undefined || publicUrl === undefined ? null : { token, publicUrl, voice: settings.TWIML_VOICE },
  };
}

const language = 'vi-VN';

const voiceOf = ({ JAMBONZ_SPEAKER, JAMBONZ_SPEAKER_VOICE: voice, JAMBONZ_LISTENER }: HotlineSettings) => ({
  synthesizer: { vendor: JAMBONZ_SPEAKER, language, ...(voice ? { voice } : {}) },
  recognizer: { vendor: JAMBONZ_LISTENER, language },
});
