/** The settings of a language model: off unless a server is named; a server outside of the house needs a transfer assessment. */
import { z } from 'zod';
import type { ModelSettings } from './bot/model/index.ts';

const yesNo = z.enum(['yes', 'no']).default('no');
const tokens = z.coerce.number().int().min(1_000).max(10_000_000_000);
const price = z.coerce.number().min(0).max(100_000_000);

/** To be spread into the schema of the settings. */
export const modelSettings = {
  /** A server that speaks OpenAI's chat completions: vLLM, Ollama, OpenAI. With `OPENAI_API_KEY` alone it is OpenAI's own. */
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  OPENAI_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{1,512}$/, 'no spaces')
    .optional(),
  MODEL_NAME: z.string().trim().min(1).default('gpt-5-mini'),
  /** The server's model for embeddings, beside the offline space of meaning. */
  MODEL_EMBEDDINGS: z.string().trim().min(1).optional(),
  /** Lets the model put the best hits in order where the rules are unsure. */
  MODEL_RERANK: yesNo,
  /** Gives officers a co-pilot in the console. */
  MODEL_COPILOT: yesNo,
  /** `accepted:<number and date of the transfer assessment>`: without it no server outside of a private network is asked. */
  MODEL_ABROAD: z
    .string()
    .regex(/^accepted:\s*\S.{4,}$/u, 'accepted:<number and date of the transfer assessment>')
    .optional(),
  /** Ceilings of a day, in tokens: of everybody together, and of one person. */
  MODEL_DAILY_TOKENS: tokens.default(2_000_000),
  MODEL_PERSON_TOKENS: tokens.default(60_000),
  /** In đồng for a million tokens, for the log of costs. */
  MODEL_PRICE_IN: price.optional(),
  MODEL_PRICE_OUT: price.optional(),
  /** For all that one turn asks; then it goes on without. */
  MODEL_SECONDS: z.coerce.number().min(0.5).max(6).default(6),
};

/** Read by {@link modelOptionsOf} alone: what is left of the settings may be printed. */
export const modelSecrets = ['OPENAI_API_KEY'] as const;

/** Whether a server is of this machine or of a private network: then nothing leaves the house. */
export function isAtHome(address: string): boolean {
  const host = new URL(address).hostname.toLowerCase().replace(/^\[|\]$/g, '');
  if (host.includes(':')) return host === '::1' || /^f[cd]/.test(host);
  if (/^\d+(\.\d+){3}$/.test(host)) return /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(host);
  return !host.includes('.') || /\.(?:local|localhost|internal|lan|home\.arpa)$/.test(host);
}

type Given = z.infer<z.ZodObject<typeof modelSettings>>;

const openAi = 'https://api.openai.com/v1';

/** Citizens' words leave the house only where somebody has answered for it by name. */
export function refuseUnsafeModel(settings: Given, context: z.RefinementCtx): void {
  const { OPENAI_BASE_URL, OPENAI_API_KEY, MODEL_ABROAD, MODEL_PRICE_IN, MODEL_PRICE_OUT } = settings;
  const say = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
  if ((MODEL_PRICE_IN === undefined) !== (MODEL_PRICE_OUT === undefined))
    say('MODEL_PRICE_IN, MODEL_PRICE_OUT', 'set both or none');
  const address = OPENAI_BASE_URL ?? (OPENAI_API_KEY === undefined ? null : openAi);
  if (address === null) {
    if (settings.MODEL_COPILOT === 'yes' || settings.MODEL_EMBEDDINGS !== undefined)
      say('OPENAI_BASE_URL', 'missing: MODEL_COPILOT and MODEL_EMBEDDINGS need a server to ask');
    return;
  }
  if (isAtHome(address)) return;
  const { host, protocol } = new URL(address);
  if (protocol !== 'https:') say('OPENAI_BASE_URL', `${host} is outside of a private network: it needs https`);
  if (MODEL_ABROAD === undefined)
    say(
      'MODEL_ABROAD',
      `missing: ${host} is outside of this machine and of a private network, and citizens' words would go there. Use a server of your own (OPENAI_BASE_URL=http://127.0.0.1:11434/v1), or name the transfer assessment: MODEL_ABROAD="accepted:<number, date>". Masking is not anonymity; see docs/how-to/use-a-language-model.md`,
    );
}

/** `null` where no server is named: then nothing of a model is loaded. */
export function modelOptionsOf(settings: Given): ModelSettings | null {
  const { OPENAI_BASE_URL, OPENAI_API_KEY, MODEL_PRICE_IN, MODEL_PRICE_OUT } = settings;
  if (OPENAI_BASE_URL === undefined && OPENAI_API_KEY === undefined) return null;
  return {
    baseUrl: (OPENAI_BASE_URL ?? openAi).replace(/\/+$/, ''),
    atHome: isAtHome(OPENAI_BASE_URL ?? openAi),
    apiKey: OPENAI_API_KEY ?? 'none',
    model: settings.MODEL_NAME,
    embeddings: settings.MODEL_EMBEDDINGS ?? null,
    rerank: settings.MODEL_RERANK === 'yes',
    turnMs: settings.MODEL_SECONDS * 1_000,
    ceilings: { all: settings.MODEL_DAILY_TOKENS, person: settings.MODEL_PERSON_TOKENS },
    price:
      MODEL_PRICE_IN === undefined || MODEL_PRICE_OUT === undefined
        ? null
        : { in: MODEL_PRICE_IN, out: MODEL_PRICE_OUT },
  };
}
