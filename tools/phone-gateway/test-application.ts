/** An application that jambonz could have called, for suites: it checks every signature and every payload, and answers as it is told. */

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { Router } from 'express';
import { verifySignature } from '../../channels/hotline/jambonz/verify-signature.ts';

export interface Posted {
  readonly hook: string;
  readonly body: Record<string, unknown>;
}

export interface TestApplication {
  readonly router: Router;
  readonly posted: readonly Posted[];
  /** Payloads that jambonz's own schemas refuse, and bad signatures. */
  readonly faults: readonly string[];
  /** Bodies of one hook, in their order. */
  of(hook: string): readonly Record<string, unknown>[];
}

/** Verbs, a status to answer with, or nothing to say for ever. */
export type Answer = readonly object[] | number | 'hang' | string;
export type Answers = Readonly<Record<string, Answer | ((body: Record<string, unknown>) => Answer)>>;

/** @param answers by hook: `call`, `turn`, … */
export function openTestApplication(secret: string, answers: Answers): TestApplication {
  const posted: Posted[] = [];
  const faults: string[] = [];
  const check = payloadCheck();
  const router = Router();
  router.use(express.raw({ type: () => true }), (request, response) => {
    const hook = request.path.slice(1);
    const body = JSON.parse(request.body.toString('utf8'));
    const header = request.header('jambonz-signature');
    const verdict = verifySignature({ header, body: request.body, secret, now: new Date() });
    if (verdict !== 'good') faults.push(`${hook}: signature ${verdict}`);
    faults.push(...check(hook, body));
    posted.push({ hook, body });
    const given = answers[hook] ?? [];
    const answer = typeof given === 'function' ? given(body) : given;
    if (answer === 'hang') return;
    if (typeof answer === 'number') response.sendStatus(answer);
    else if (typeof answer === 'string') response.type('json').send(answer);
    else response.json(answer);
  });
  return { router, posted, faults, of: (hook) => posted.flatMap((one) => (one.hook === hook ? [one.body] : [])) };
}

const schemaOf: Readonly<Record<string, string>> = {
  call: 'session-new',
  turn: 'gather',
  dialled: 'dial',
  status: 'call-status',
  whisper: 'base',
};

/** By the schemas that jambonz publishes for what it sends. */
function payloadCheck(): (hook: string, body: unknown) => string[] {
  const require = createRequire(import.meta.url);
  const { default: Ajv } = require('ajv/dist/2020.js') as { default: new (options: object) => SchemaChecker };
  const checker = new Ajv({ strict: false, validateSchema: false, validateFormats: false });
  const root = dirname(require.resolve('@jambonz/schema/package.json'));
  for (const folder of ['components', 'callbacks', 'verbs'])
    for (const file of readdirSync(join(root, folder)))
      if (file.endsWith('.json')) checker.addSchema(JSON.parse(readFileSync(join(root, folder, file), 'utf8')));
  return (hook, body) => {
    const name = schemaOf[hook];
    const validate = name && checker.getSchema(`https://jambonz.org/schema/callbacks/${name}`);
    if (!validate || validate(body)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${hook}: ${instancePath} ${message}`);
  };
}

interface SchemaChecker {
  addSchema(schema: object): void;
  getSchema(id: string): Validator | undefined;
}

interface Validator {
  (body: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}
