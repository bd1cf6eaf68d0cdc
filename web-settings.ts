/** The settings of the program itself and of its web door. */
import { z } from 'zod';

/** Each one as browsers write it: scheme, host, port, and nothing after. */
function originsIn(list: string, context: z.RefinementCtx): readonly string[] {
  const entries = list.split(',').map((entry) => entry.trim().replace(/\/$/, ''));
  return entries.filter(Boolean).map((entry) => {
    if (!URL.canParse(entry) || new URL(entry).origin !== entry)
      context.addIssue(`${entry} is no origin such as https://portal.example`);
    return entry;
  });
}

/** Scheme, host and port, and nothing after: sign-in comes back to a path of ours. */
function originIn(address: string, context: z.RefinementCtx): string {
  const { origin, pathname } = new URL(address);
  if (pathname !== '/') context.addIssue(`${address} has a path; give scheme, host and port alone`);
  return origin;
}

const key = z.string().regex(/^[\x21-\x7e]{16,}$/, 'at least 16 signs, no spaces');

/** To be spread into the schema of the settings. */
export const webSettings = {
  /** TCP port of the web door. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Whether other copies on this machine listen on the same port: the kernel shares callers out. Linux. */
  SHARE_PORT: z.enum(['yes', 'no']).default('no'),
  /** A port of this copy alone, on this machine alone: where its health and its figures are read when it shares the other. */
  OWN_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  /** Address to listen on. */
  HOST: z.string().default('0.0.0.0'),
  /** Where the embedded store, the search index and the secret key lie. */
  DATA_FOLDER: z.string().default('data'),
  /** PostgreSQL of the province; without it the program runs its own. */
  DATABASE_URL: z.url().optional(),
  DATABASE_OWNER_URL: z.url().optional(),
  /** Seals identity numbers in the store: 32 random bytes as base64 or hex; without it one is made in the data folder. */
  SECRET_KEY: z.string().min(32, 'at least 32 signs, such as 32 random bytes as base64').optional(),
  /** The ward's own desk: name, address, hours, phone. */
  UNIT_FILE: z.string().default('unit.yaml'),
  /** What provinces and communes write: `province-<code>.yaml`, `commune-<code>.yaml`. */
  LOCAL_FOLDER: z.string().default('local'),
  /** Lets other servers make Direct Line tokens; without it none may, and our own page gets its tokens all the same. */
  DIRECT_LINE_SECRET: key.optional(),
  /** Other sites whose pages may embed the chat and call its wire: `https://portal.example`, with commas between. */
  ALLOWED_ORIGINS: z.string().default('').transform(originsIn),
  /** How many proxies of ours stand before the program; as many entries of X-Forwarded-For are believed. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  /** Working minutes within which an officer is to answer; then the conversation goes to the next one. */
  REPLY_MINUTES: z.coerce.number().int().min(1).max(240).default(5),
  /** The address of this program as browsers know it, for sign-in: `https://hoi.phuong.example`. */
  PUBLIC_URL: z.url().transform(originIn).optional(),
  /** What an editor drafts is approved by another person. */
  EDITORIAL_FOUR_EYES: z.enum(['yes', 'no']).default('yes'),
  /** Answers drawn each week for editors to mark. */
  SAMPLE_SIZE: z.coerce.number().int().min(10).max(500).default(60),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  ALLOW_LANGSMITH: z.enum(['yes', 'no']).default('no'),
  /** Whoever reads `/metrics` shows it as a bearer token; without it there are no metrics. */
  METRICS_KEY: key.optional(),
  /** Whether `/so-lieu-mo` shows figures to everybody. */
  OPEN_DATA: z.enum(['yes', 'no']).default('no'),
};
