/** The settings of Zalo: of a bot, of an Official Account (OA), or both; each whole or not at all. */
import { z } from 'zod';
import { isSafeAddress } from './knowledge/index.ts';

const address = z.string().refine(isSafeAddress, 'an address that begins with https:// (http:// only to this machine)');
const number = z.string().regex(/^\d{5,30}$/, 'digits alone, as the console of Zalo shows them');
const secret = z.string().regex(/^[\x21-\x7e]{8,512}$/, 'at least 8 signs, no spaces');

const forms = ['app-id:oa-secret', 'oa-id:oa-secret', 'app-id:app-secret', 'oa-id:app-secret'] as const;

/** `all`, or forms with commas between. */
function formsIn(list: string, context: z.RefinementCtx): readonly (typeof forms)[number][] {
  if (list.trim() === 'all') return forms;
  const named = list.split(',').map((entry) => entry.trim());
  for (const name of named)
    if (!forms.some((form) => form === name)) context.addIssue(`${name} is none of ${forms.join(', ')}, all`);
  return forms.filter((form) => named.includes(form));
}

/** To be spread into the schema of the settings. */
export const zaloSettings = {
  /** Token of a bot, `<digits>:<secret>`, from Zalo Bot Creator; without it the Bot Platform is off. */
  ZALO_BOT_TOKEN: z
    .string()
    .regex(/^\d{3,30}:[\x21-\x7e]{8,200}$/, '<digits>:<secret>, as Zalo Bot Creator gave it')
    .optional(),
  /** What Zalo sends back with every event of the bot. */
  ZALO_BOT_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{16,256}$/, '16 to 256 signs, no spaces: take 32 random bytes as hex')
    .optional(),
  /** `poll` asks Zalo for events instead of being called: for a developer's machine alone. */
  ZALO_BOT_EVENTS: z.enum(['webhook', 'poll']).default('webhook'),
  /** Calls a minute; the platform publishes no number. */
  ZALO_BOT_CALLS_PER_MINUTE: z.coerce.number().int().min(6).max(10_000).default(60),
  ZALO_BOT_API_URL: address.default('https://bot-api.zaloplatforms.com'),
  /** The app that the OA is connected to, the OA itself. */
  ZALO_APP_ID: number.optional(),
  ZALO_OA_ID: number.optional(),
  /** The app's secret: renews tokens. */
  ZALO_APP_SECRET: secret.optional(),
  /** The OA Secret Key on the webhook's page: tells that an event comes from Zalo. Not the app's secret. */
  ZALO_OA_SECRET_KEY: secret.optional(),
  /** To begin with, and after an admin agreed anew; used once, then the store has the next. */
  ZALO_OA_REFRESH_TOKEN: secret.optional(),
  /** Of the fixed pair in the console, for `npm run zalo -- refresh --code`. */
  ZALO_OA_CODE_VERIFIER: secret.optional(),
  /** Which signatures are believed: `all`, or forms with commas between. */
  ZALO_OA_SIGNATURE: z.string().default('app-id:oa-secret').transform(formsIn),
  /** How many hours after it happened an event is still taken. Zalo's own last redelivery comes after 1 h 50 min. */
  ZALO_OA_OLDEST_HOURS: z.coerce.number().min(3).max(72).default(3),
  /** Calls a minute: Growth allows 100, Comprehensive 2,000. */
  ZALO_OA_CALLS_PER_MINUTE: z.coerce.number().int().min(6).max(4_000).default(90),
  /** Sends `appsecret_proof`, where the app's console demands it. */
  ZALO_OA_SECRET_PROOF: z.enum(['yes', 'no']).default('no'),
  /** How a template by user id names him. */
  ZALO_OA_TEMPLATE_BODY: z.enum(['user_id', 'recipient']).default('user_id'),
  /** Whether messages that Zalo charges (48 hours to 7 days after the citizen's last word) may be sent. */
  ZALO_OA_PAID_MESSAGES: z.enum(['yes', 'no']).default('no'),
  /** Id of an approved template with `thu_tuc`, `duoi_ma`, `tinh_trang`: notices go by it when words may not be sent. */
  ZALO_OA_NOTICE_TEMPLATE: z
    .string()
    .regex(/^\d{3,20}$/, 'digits alone')
    .optional(),
  ZALO_OPENAPI_URL: address.default('https://openapi.zalo.me'),
  ZALO_BUSINESS_API_URL: address.default('https://business.openapi.zalo.me'),
  ZALO_OAUTH_URL: address.default('https://oauth.zaloapp.com'),
};

/** Read by {@link zaloAccountsOf} alone: what is left of the settings may be printed. */
export const zaloSecrets = [
  'ZALO_BOT_TOKEN',
  'ZALO_BOT_WEBHOOK_SECRET',
  'ZALO_APP_SECRET',
  'ZALO_OA_SECRET_KEY',
  'ZALO_OA_REFRESH_TOKEN',
  'ZALO_OA_CODE_VERIFIER',
] as const;

type ZaloSettings = z.infer<z.ZodObject<typeof zaloSettings>>;

const ofOa = ['ZALO_APP_ID', 'ZALO_OA_ID', 'ZALO_APP_SECRET', 'ZALO_OA_SECRET_KEY'] as const;
const anyOfOa = [...ofOa, 'ZALO_OA_REFRESH_TOKEN', 'ZALO_OA_CODE_VERIFIER'] as const;

/** A channel that cannot tell Zalo from anybody else does not start. */
export function refuseHalfZalo(settings: ZaloSettings, context: z.RefinementCtx): void {
  const say = (names: readonly string[], message: string) =>
    context.addIssue({ code: 'custom', path: [names.join(', ')], message });
  const { ZALO_BOT_TOKEN: token, ZALO_BOT_WEBHOOK_SECRET: botSecret, ZALO_BOT_EVENTS: events } = settings;
  if (token !== undefined && events === 'webhook' && botSecret === undefined)
    say(
      ['ZALO_BOT_WEBHOOK_SECRET'],
      'missing: without it anybody could write in a citizen’s name. Set 32 random bytes as hex',
    );
  if (token === undefined && botSecret !== undefined)
    say(['ZALO_BOT_TOKEN'], 'missing, while ZALO_BOT_WEBHOOK_SECRET is there');
  if (anyOfOa.every((name) => settings[name] === undefined)) return;
  const missing = ofOa.filter((name) => settings[name] === undefined);
  if (missing.length > 0)
    say(missing, 'missing, while other settings of the Official Account are there: set all of them or none');
}

export type ZaloAccounts = NonNullable<ReturnType<typeof zaloAccountsOf>>;

/** What `openZalo` needs; `null` for a platform that is off. */
export function zaloAccountsOf(settings: ZaloSettings) {
  return { bot: botOf(settings), oa: oaOf(settings) };
}

function botOf(settings: ZaloSettings) {
  const { ZALO_BOT_TOKEN: token, ZALO_BOT_WEBHOOK_SECRET: webhookSecret = null } = settings;
  if (token === undefined) return null;
  return {
    token,
    webhookSecret,
    events: settings.ZALO_BOT_EVENTS,
    callsPerMinute: settings.ZALO_BOT_CALLS_PER_MINUTE,
    apiUrl: settings.ZALO_BOT_API_URL,
  };
}

function oaOf(settings: ZaloSettings) {
  const { ZALO_APP_ID: appId, ZALO_OA_ID: oaId, ZALO_APP_SECRET: appSecret, ZALO_OA_SECRET_KEY: oaSecret } = settings;
  if (appId === undefined || oaId === undefined || appSecret === undefined || oaSecret === undefined) return null;
  return {
    appId,
    oaId,
    appSecret,
    oaSecret,
    refreshToken: settings.ZALO_OA_REFRESH_TOKEN ?? null,
    codeVerifier: settings.ZALO_OA_CODE_VERIFIER ?? null,
    signatureForms: settings.ZALO_OA_SIGNATURE,
    oldestHours: settings.ZALO_OA_OLDEST_HOURS,
    callsPerMinute: settings.ZALO_OA_CALLS_PER_MINUTE,
    sendProof: settings.ZALO_OA_SECRET_PROOF === 'yes',
    templateBody: settings.ZALO_OA_TEMPLATE_BODY,
    openApiUrl: settings.ZALO_OPENAPI_URL,
    businessApiUrl: settings.ZALO_BUSINESS_API_URL,
    oauthUrl: settings.ZALO_OAUTH_URL,
  };
}
