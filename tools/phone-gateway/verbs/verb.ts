/** What the webhook answers: held to the same check that jambonz runs before it does anything. */
import { createRequire } from 'node:module';
import { z } from 'zod';

interface Specifications {
  /** Throws an Error that names the verb and the property. */
  validate(logger: { info(): void; debug(): void; error(): void }, verbs: unknown): void;
}

const specifications = createRequire(import.meta.url)('@jambonz/verb-specifications') as Specifications;
const quiet = { info() {}, debug() {}, error() {} };

const hook = z.union([z.string(), z.looseObject({ url: z.string() }).transform(({ url }) => url)]);
const texts = z.union([z.string(), z.array(z.string())]).transform((text) => [text].flat());
const seconds = z.number().min(0);

const recognizer = z.looseObject({
  hints: z.array(z.string()).default([]),
  asrTimeout: seconds.optional(),
  minConfidence: z.number().optional(),
});
const say = z.looseObject({
  text: texts,
  instructions: z.string().default(''),
  disableTtsCache: z.boolean().default(false),
  loop: z.coerce.number().int().min(0).max(100).default(1),
});
const play = z.looseObject({ url: texts });
const delay = z.looseObject({
  enabled: z.boolean().default(true),
  noResponseTimeout: seconds.default(0),
  noResponseGiveUpTimeout: seconds.default(0),
  retries: z.number().int().default(1),
  actions: z.array(z.unknown()).default([]),
  giveUpActions: z.array(z.unknown()).default([]),
});
const gather = z.looseObject({
  actionHook: hook.optional(),
  input: z.array(z.enum(['speech', 'digits'])).default(['digits']),
  finishOnKey: z.string().optional(),
  numDigits: z.number().int().optional(),
  minDigits: z.number().int().default(1),
  maxDigits: z.number().int().optional(),
  interDigitTimeout: seconds.optional(),
  speechTimeout: seconds.optional(),
  timeout: seconds.default(15),
  bargein: z.boolean().default(false),
  minBargeinWordCount: z.number().int().default(1),
  dtmfBargein: z.boolean().default(true),
  recognizer: recognizer.optional(),
  say: say.optional(),
  play: play.optional(),
  actionHookDelayAction: delay.optional(),
});
const target = z.looseObject({
  type: z.enum(['phone', 'sip', 'user', 'teams']),
  number: z.string().optional(),
  sipUri: z.string().optional(),
  name: z.string().optional(),
  confirmHook: hook.optional(),
});
const dial = z.looseObject({
  target: z.array(target).min(1),
  actionHook: hook.optional(),
  confirmHook: hook.optional(),
  callerId: z.string().optional(),
  timeout: seconds.default(60),
  timeLimit: seconds.optional(),
});

export type Verb =
  | ({ readonly verb: 'gather' } & z.infer<typeof gather>)
  | ({ readonly verb: 'say' } & z.infer<typeof say>)
  | ({ readonly verb: 'play' } & z.infer<typeof play>)
  | ({ readonly verb: 'dial' } & z.infer<typeof dial>)
  | { readonly verb: 'pause'; readonly length: number }
  | { readonly verb: 'redirect'; readonly actionHook: string }
  | { readonly verb: 'config'; readonly recognizer?: z.infer<typeof recognizer> | undefined }
  | { readonly verb: 'hangup' | 'answer' | 'tag' };
export type VerbNamed<N extends Verb['verb']> = Extract<Verb, { verb: N }>;
export type Target = z.infer<typeof target>;

const tagged = <N extends string, S extends z.ZodRawShape>(name: N, shape: z.ZodObject<S>) =>
  shape.extend({ verb: z.literal(name) });
const verbs = z.array(
  z.discriminatedUnion('verb', [
    tagged('gather', gather),
    tagged('say', say),
    tagged('play', play),
    tagged('dial', dial),
    z.looseObject({ verb: z.literal('pause'), length: seconds }),
    z.looseObject({ verb: z.literal('redirect'), actionHook: hook }),
    z.looseObject({ verb: z.literal('config'), recognizer: recognizer.optional() }),
    z.looseObject({ verb: z.enum(['hangup', 'answer', 'tag']) }),
  ]),
);

/** The webhook answered with what jambonz would not do, or what this gateway cannot. */
export class VerbError extends Error {
  override readonly name = 'VerbError';
  readonly code = 'bad-verbs';
}

/** @throws {VerbError} */
export function readVerbs(answer: unknown): readonly Verb[] {
  try {
    specifications.validate(quiet, answer);
  } catch (cause) {
    throw new VerbError(`jambonz would refuse this answer: ${reasonOf(cause)}`, { cause });
  }
  const read = verbs.safeParse(answer);
  if (read.success) return read.data as readonly Verb[];
  throw new VerbError(`The gateway cannot do this: ${z.prettifyError(read.error)}`, { cause: read.error });
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
