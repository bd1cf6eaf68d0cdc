/** The settings of Stringee: on when its signing secret is there. */
import { z } from 'zod';
import { isSafeAddress } from './knowledge/index.ts';

const address = z.string().refine(isSafeAddress, 'an address that begins with https:// (http:// only to this machine)');
const secret = z.string().regex(/^[\x21-\x7e]{8,512}$/, 'at least 8 signs, no spaces');

/** Names of hosts, with commas between: never an address in figures. */
function hostsIn(list: string, context: z.RefinementCtx): readonly string[] {
  const hosts = list.split(',').map((entry) => entry.trim().toLowerCase());
  for (const host of hosts.filter(Boolean))
    if (!/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(host)) context.addIssue(`${host} is no name such as api.stringee.com`);
  return hosts.filter(Boolean);
}

/** To be spread into the schema of the settings. */
export const stringeeSettings = {
  /** Signing secret of the project: tells that a call comes from Stringee. Without it Stringee is off. */
  STRINGEE_SIGNING_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{16,512}$/, 'at least 16 signs, no spaces')
    .optional(),
  /** For the REST API. Both or none; words need them. */
  STRINGEE_API_KEY_SID: secret.optional(),
  STRINGEE_API_KEY_SECRET: secret.optional(),
  STRINGEE_API_URL: address.default('https://api.stringee.com'),
  STRINGEE_VOICE: z.string().min(2).max(64).default('hn_male_xuantin_vdts_48k-hsmm'),
  /** `speed` of a slow voice, as Stringee's console explains it to you; it is not published, so none is sent without it. */
  STRINGEE_SLOW_SPEED: z.coerce.number().min(-10).max(10).optional(),
  /** Experimental: callers may speak. Needs SPEECH_TO_TEXT_URL, the API keys, and one trial call of yours. */
  STRINGEE_WORDS: z.enum(['yes', 'no']).default('no'),
  /** Where recordings may be fetched from. */
  STRINGEE_RECORDING_HOSTS: z.string().default('api.stringee.com').transform(hostsIn),
};

/** Read by {@link stringeeAccountOf} alone: what is left of the settings may be printed. */
export const stringeeSecrets = ['STRINGEE_SIGNING_SECRET', 'STRINGEE_API_KEY_SID', 'STRINGEE_API_KEY_SECRET'] as const;

type StringeeSettings = z.infer<z.ZodObject<typeof stringeeSettings>>;
interface Beside {
  readonly PUBLIC_URL?: string | undefined;
  readonly SPEECH_TO_TEXT_URL?: string | undefined;
}

/** A provider that cannot be told from anybody else does not start, nor one that cannot do what it was set to. */
export function refuseHalfStringee(settings: StringeeSettings & Beside, context: z.RefinementCtx): void {
  const say = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
  const { STRINGEE_SIGNING_SECRET: signing, STRINGEE_API_KEY_SID: sid, STRINGEE_API_KEY_SECRET: key } = settings;
  if ((sid === undefined) !== (key === undefined))
    say('STRINGEE_API_KEY_SID, STRINGEE_API_KEY_SECRET', 'set both or none');
  if (signing === undefined) {
    if (sid !== undefined) say('STRINGEE_SIGNING_SECRET', 'missing, while the API key of Stringee is there');
    return;
  }
  if (settings.PUBLIC_URL === undefined) say('PUBLIC_URL', 'missing: Stringee is told whole addresses of its hooks');
  if (settings.STRINGEE_WORDS === 'no') return;
  if (sid === undefined) say('STRINGEE_API_KEY_SID', 'missing: with STRINGEE_WORDS=yes answers leave by the REST API');
  if (settings.SPEECH_TO_TEXT_URL === undefined)
    say('SPEECH_TO_TEXT_URL', 'missing: with STRINGEE_WORDS=yes recordings are heard there');
}

/** What its door needs; `null` while it is off. */
export function stringeeAccountOf(settings: StringeeSettings & Beside) {
  const { STRINGEE_SIGNING_SECRET: signing, STRINGEE_API_KEY_SID: sid, STRINGEE_API_KEY_SECRET: key } = settings;
  const { PUBLIC_URL: publicUrl } = settings;
  if (signing === undefined || publicUrl === undefined) return null;
  const api = sid && key ? { sid, secret: key, baseUrl: settings.STRINGEE_API_URL } : null;
  return {
    ...{ secret: signing, publicUrl, voice: settings.STRINGEE_VOICE, slowSpeed: settings.STRINGEE_SLOW_SPEED ?? null },
    words: settings.STRINGEE_WORDS === 'yes' ? api : null,
    recordingHosts: settings.STRINGEE_RECORDING_HOSTS,
  };
}
