/** The doors of the simulated system: a token, pages of changes, one dossier, and a side door for those who test. */
import { randomUUID, timingSafeEqual } from 'node:crypto';
import express, { type Express, type Request, type Response } from 'express';
import { z } from 'zod';
import { type FaultScript, faultSchema } from './fault.ts';
import { dossierWith, pageWith } from './lie.ts';
import { sendFaulty } from './send-faulty.ts';
import type { Office } from './simulated-office.ts';

export interface OneStopParts {
  readonly office: Office;
  readonly faults: FaultScript;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How long a token lives, in seconds. */
  readonly tokenSeconds: number;
  readonly now: () => Date;
}

const largestPage = 500;
const pageQuery = z.object({
  since: z
    .string()
    .regex(/^\d{1,12}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(largestPage).catch(100),
});

export function oneStopRoutes(parts: OneStopParts): Express {
  const { office, faults } = parts;
  const tokens = openTokens(parts);
  const app = express();
  app.disable('x-powered-by');
  app.post('/token', express.urlencoded({ extended: false }), async (request, response) => {
    const fault = faults.next('token');
    if (fault) return sendFaulty(response, {}, fault);
    const token = tokens.give(request);
    if (token) response.json({ access_token: token, token_type: 'Bearer', expires_in: parts.tokenSeconds });
    else response.status(401).json({ error: 'invalid_client' });
  });
  const guarded =
    (answer: (request: Request, response: Response) => Promise<void>) =>
    async (request: Request, response: Response) => {
      if (tokens.knows(request)) await answer(request, response);
      else response.status(401).set('www-authenticate', 'Bearer').json({ error: 'invalid_token' });
    };
  app.get(
    '/dossiers',
    guarded(async (request, response) => {
      const fault = faults.next('page');
      const query = pageQuery.safeParse(request.query);
      if (!query.success) return void response.status(400).json({ error: 'bad since or limit' });
      const { since = null, limit } = query.data;
      const page = pageWith(office.changes(Number(since ?? 0), limit), fault, { office, since });
      await sendFaulty(response, page, fault);
    }),
  );
  app.get(
    '/dossiers/:code',
    guarded(async (request, response) => {
      const fault = faults.next('find');
      const dossier = office.find(String(request.params.code));
      if (dossier) await sendFaulty(response, dossierWith(dossier, fault, office), fault);
      else response.status(404).json({ error: 'no such dossier' });
    }),
  );
  app.post('/simulator/dossiers/:code/next', (request, response) => {
    const dossier = office.moveOn(String(request.params.code));
    if (dossier) response.json({ status: dossier.status });
    else response.status(404).json({ error: 'no such dossier, or it is at its end' });
  });
  app.post('/simulator/faults', express.json(), (request, response) => {
    const script = z.array(faultSchema).safeParse(request.body);
    if (!script.success) return void response.status(400).json({ error: z.prettifyError(script.error) });
    faults.add(script.data);
    response.json({ added: script.data.length });
  });
  app.delete('/simulator/faults', (_request, response) => {
    faults.clear();
    tokens.forget();
    response.json({});
  });
  return app;
}

function openTokens({ clientId, clientSecret, tokenSeconds, now }: OneStopParts) {
  const given = new Map<string, number>();
  const right = Buffer.from(`${clientId}\n${clientSecret}`);
  return {
    /** `null` for a wrong client or grant. */
    give(request: Request): string | null {
      const told = Buffer.from(clientOf(request).join('\n'));
      const isRight = told.length === right.length && timingSafeEqual(told, right);
      if (!isRight || request.body?.grant_type !== 'client_credentials') return null;
      const token = randomUUID();
      given.set(token, now().getTime() + tokenSeconds * 1000);
      return token;
    },
    knows(request: Request): boolean {
      const token = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1] ?? '';
      return (given.get(token) ?? 0) > now().getTime();
    },
    forget: () => given.clear(),
  };
}

/** Id and secret: by HTTP Basic, each form-encoded (RFC 6749, 2.3.1), or in the body. */
function clientOf(request: Request): readonly string[] {
  const basic = /^Basic (.+)$/.exec(request.get('authorization') ?? '')?.[1];
  if (!basic) return [String(request.body?.client_id), String(request.body?.client_secret)];
  const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  return [id, secret].map((part) => new URLSearchParams(`value=${part}`).get('value') ?? '');
}
