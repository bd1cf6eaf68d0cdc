/** The gateway's own settings: flags of the command line over variables of the environment. Secrets by variables alone. */
import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const usualSipPort = 5060;
const loopback = /^(?:127\.|::1$)/;

const port = z.coerce.number().int().min(0).max(65_535);
const address = z.string().refine((text) => isIP(text) !== 0, 'an IP address of this machine, such as 192.168.1.5');
const web = z.string().regex(/^https?:\/\/\S+$/, 'an address that begins with http:// or https://');
const range = z
  .string()
  .regex(/^\d{1,5}-\d{1,5}$/, 'two ports with a dash between: 20000-20198')
  .transform((text) => {
    const [from = 0, to = 0] = text.split('-').map(Number);
    return { from, to };
  })
  .refine(({ from, to }) => from >= 1024 && to <= 65_535 && to - from >= 2, 'from 1024 to 65535, the lower one first');
const host = z
  .string()
  .regex(/^[\w.-]+(?::\d{1,5})?$/, 'a host and a port: pbx.lan:5060')
  .transform((text) => {
    const [name = '', given] = text.split(':');
    return { address: name, port: given ? Number(given) : usualSipPort };
  });
const addresses = z.string().transform((text, context) => {
  if (text === 'any') return null;
  const listed = text.split(',').map((entry) => entry.trim());
  for (const entry of listed) if (isIP(entry) === 0) context.addIssue(`${entry} is no IP address`);
  return new Set(listed);
});

const schema = z.object({
  PHONE_GATEWAY_ADDRESS: address.default('127.0.0.1'),
  PHONE_GATEWAY_PORT: port.default(usualSipPort),
  PHONE_GATEWAY_PUBLIC_ADDRESS: address.optional(),
  PHONE_GATEWAY_SOUND_PORTS: range.default({ from: 20_000, to: 20_198 }),
  PHONE_GATEWAY_ALLOW: addresses.optional(),
  PHONE_GATEWAY_TRUNK: host.optional(),
  PHONE_GATEWAY_CALLS: z.coerce.number().int().min(1).max(100).default(10),
  PHONE_GATEWAY_LONGEST_CALL: z.coerce.number().int().min(10).max(36_000).default(3_600),
  PHONE_GATEWAY_APP: web.default('http://127.0.0.1:3000'),
  PHONE_GATEWAY_CALL_HOOK: z.string().default('/hotline/jambonz/call'),
  PHONE_GATEWAY_STATUS_HOOK: z.string().default('/hotline/jambonz/status'),
  PHONE_GATEWAY_BARGE_IN: z.enum(['words', 'voice']).default('words'),
  PHONE_GATEWAY_LOUDNESS: z.coerce.number().min(50).max(5_000).default(300),
  PHONE_GATEWAY_STOP_MS: z.coerce.number().int().min(300).max(3_000).default(800),
  JAMBONZ_WEBHOOK_SECRET: z.string({ error: 'the same as of the assistant: at least 16 signs' }).min(16),
  SPEECH_TO_TEXT_URL: web.optional(),
  SPEECH_TO_TEXT_MODEL: z.string().default('whisper-1'),
  SPEECH_TO_TEXT_API_KEY: z.string().optional(),
  TEXT_TO_SPEECH_URL: web.optional(),
  TEXT_TO_SPEECH_MODEL: z.string().default('tts-1'),
  TEXT_TO_SPEECH_VOICE: z.string().optional(),
  TEXT_TO_SPEECH_API_KEY: z.string().optional(),
});

export type GatewaySettings = z.infer<typeof schema>;

/** A setting is missing or wrong; the message has a line for each, with the variable's name. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly code = 'settings';
}

/** `--trunk` is `PHONE_GATEWAY_TRUNK`. */
export const flags = [
  'address',
  'port',
  'public-address',
  'sound-ports',
  'allow',
  'trunk',
  'calls',
  'longest-call',
  'app',
  'call-hook',
  'status-hook',
  'barge-in',
  'loudness',
  'stop-ms',
] as const;

const variableOf = (flag: string): string => `PHONE_GATEWAY_${flag.replaceAll('-', '_').toUpperCase()}`;

/** @throws {SettingsError} */
export function readSettings(argv: readonly string[], environment: NodeJS.ProcessEnv): GatewaySettings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = schema.safeParse({ ...given, ...flagsIn(argv) });
  if (!read.success)
    throw new SettingsError(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  const { PHONE_GATEWAY_ADDRESS: bound, PHONE_GATEWAY_ALLOW: allowed } = read.data;
  if (!loopback.test(bound) && allowed === undefined)
    throw new SettingsError(
      `PHONE_GATEWAY_ALLOW: ${bound} is reached from outside; list who may call (addresses of the telephone exchange and of the telephones, with commas between), or say "any" behind a firewall`,
    );
  return read.data;
}

function flagsIn(argv: readonly string[]): Record<string, string> {
  const options = Object.fromEntries(flags.map((flag) => [flag, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({ args: [...argv], options });
    return Object.fromEntries(Object.entries(values).map(([flag, value]) => [variableOf(flag), String(value)]));
  } catch (cause) {
    throw new SettingsError(`${cause instanceof Error ? cause.message : cause}. Flags: --${flags.join(' --')}`, {
      cause,
    });
  }
}
