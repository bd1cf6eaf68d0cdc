/** The settings: the only reader of the environment. Every setting has a default; secrets are made at the first start. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
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

const settingsSchema = z.object({
  /** TCP port of the web door. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
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
  /** An OpenAI-compatible server for embeddings; without it the offline embedder serves. */
  EMBEDDINGS_BASE_URL: z.url().optional(),
  EMBEDDINGS_MODEL: z.string().optional(),
  EMBEDDINGS_API_KEY: z.string().optional(),
  /** Lets other servers make Direct Line tokens; without it none may, and our own page gets its tokens all the same. */
  DIRECT_LINE_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, 'at least 16 signs, no spaces')
    .optional(),
  /** Other sites whose pages may embed the chat and call its wire: `https://portal.example`, with commas between. */
  ALLOWED_ORIGINS: z.string().default('').transform(originsIn),
  /** How many proxies of ours stand before the program; as many entries of X-Forwarded-For are believed. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  /** From one address: tokens and messages a minute, sockets at a time. Many phones share one address at an operator's. */
  TOKENS_PER_MINUTE: z.coerce.number().int().positive().default(30),
  MESSAGES_PER_MINUTE: z.coerce.number().int().positive().default(300),
  SOCKETS_PER_ADDRESS: z.coerce.number().int().positive().default(20),
  /** Sockets of everybody together. */
  SOCKETS_IN_ALL: z.coerce.number().int().positive().default(2000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  ALLOW_LANGSMITH: z.enum(['yes', 'no']).default('no'),
});

export interface Config extends Omit<z.infer<typeof settingsSchema>, 'SECRET_KEY'> {
  readonly dataFolder: string;
  readonly unitFile: string;
  readonly knowledgeFolder: string;
  /** Versions of what was imported from the portal. */
  readonly importedFolder: string;
}

/** A setting is wrong: the program must not start with it. */
export class SettingError extends Error {
  readonly code = 'setting';
}

/** @throws {SettingError} naming each variable that is wrong and how it must look. */
export function readConfig(env: NodeJS.ProcessEnv = process.env, root = import.meta.dirname): Config {
  const parsed = settingsSchema.safeParse(
    Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== '')),
  );
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new SettingError(
      `These settings are wrong: ${problems.join('; ')}. Correct them in the environment and start again.`,
    );
  }
  refuseTracing(env, parsed.data.ALLOW_LANGSMITH);
  // The key is read by `secretKey` alone: settings may be printed.
  const { SECRET_KEY: _key, ...settings } = parsed.data;
  return {
    ...settings,
    dataFolder: resolve(root, settings.DATA_FOLDER),
    unitFile: resolve(root, settings.UNIT_FILE),
    knowledgeFolder: join(root, 'knowledge'),
    importedFolder: join(resolve(root, settings.DATA_FOLDER), 'imported'),
  };
}

/** LangChain would send every run, citizens' words included, to a server abroad. */
function refuseTracing(env: NodeJS.ProcessEnv, allowed: 'yes' | 'no'): void {
  const tracing = ['LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING_V2', 'LANGSMITH_TRACING', 'LANGCHAIN_TRACING'].find(
    (name) => env[name] && env[name] !== 'false',
  );
  if (tracing && allowed === 'no') {
    throw new SettingError(
      `${tracing} would send conversations to an outside server. Unset it, or set ALLOW_LANGSMITH=yes if that was decided.`,
    );
  }
}

const keyBytes = 32;

/** The key that seals identity numbers, 32 bytes: from SECRET_KEY, else from a file made at the first start (mode 0600). @throws {SettingError} for a file cut short. */
export function secretKey(config: Pick<Config, 'dataFolder'>, env: NodeJS.ProcessEnv = process.env): Buffer {
  if (env.SECRET_KEY) return createHash('sha256').update(env.SECRET_KEY).digest();
  const file = join(config.dataFolder, 'secret.key');
  if (!existsSync(file)) {
    mkdirSync(config.dataFolder, { recursive: true });
    writeFileSync(file, randomBytes(keyBytes).toString('base64'), { mode: 0o600, flag: 'wx' });
  }
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (key.length === keyBytes) return key;
  throw new SettingError(
    `${file} holds ${key.length} bytes instead of ${keyBytes}. Put the right one back from a backup: without it, what was sealed stays sealed.`,
  );
}
