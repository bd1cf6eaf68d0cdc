/** The API of answers that wait for an officer's look, mounted at /console/api/held. */
import { type Request, Router } from 'express';
import { z } from 'zod';
import {
  type HeldDesk,
  type HoldRuleDesk,
  holdableStatuses,
  type SpeechMaker,
  type StaffMember,
  SwitchError,
} from '../../../bot/index.ts';
import { admit, handOffIdOf, memberOf, reply } from '../api/admit.ts';
import { type ConsoleLimits, consoleLimits, countPerMinute } from '../api/api-parts.ts';
import { Refusal, refuseUnknownPath, sayRefusal } from '../api/refusal.ts';
import type { StaffGate } from '../sign-in/index.ts';
import { draftsSchema, dropSchema, ruleSchema, rulesSchema, sendSchema, sentSchema } from './schemas.ts';

export interface HeldRouteParts {
  readonly gate: StaffGate;
  readonly desk: HeldDesk;
  readonly rules: HoldRuleDesk;
  /** Fields of procedures, as the knowledge that serves names them. */
  readonly fields: () => readonly string[];
  readonly unitName: (code: string) => string | null;
  readonly speak: SpeechMaker;
  /** As of the rest of the API. */
  readonly limits?: Partial<ConsoleLimits>;
  readonly now?: () => number;
  readonly onError: (error: unknown) => void;
}

const one = '/hand-offs/:id';

export function heldRoutes(parts: HeldRouteParts): Router {
  const { gate, desk, rules } = parts;
  const counted = { gate, per: countPerMinute({ ...consoleLimits, ...parts.limits }) };
  const router = Router();
  const by = (request: Request) => memberOf(gate, request);
  const named = (request: Request) => ({ handOffId: handOffIdOf(request), draftId: draftIdOf(request) });
  router.get(one, ...admit(counted, 'see-inbox', { background: true }), async (request, response) => {
    reply(response, draftsSchema, { drafts: await desk.list(await by(request), handOffIdOf(request)) });
  });
  router.post(`${one}/:draft/send`, ...admit(counted, 'answer'), async (request, response) => {
    const sending = { ...named(request), ...sendSchema.parse(request.body) };
    reply(response, sentSchema, await desk.send(await by(request), sending));
  });
  router.post(`${one}/:draft/drop`, ...admit(counted, 'answer'), async (request, response) => {
    await desk.drop(await by(request), { ...named(request), ...dropSchema.parse(request.body) });
    response.status(204).end();
  });
  router.get('/rules', ...admit(counted, 'hold-answers'), async (request, response) => {
    reply(response, rulesSchema, await rulesFor(parts, await by(request)));
  });
  router.put('/rules', ...admit(counted, 'hold-answers'), async (request, response) => {
    await rules.set(await by(request), ruleSchema.parse(request.body));
    response.status(204).end();
  });
  router.use((error: unknown, _request: unknown, _response: unknown, next: (error: unknown) => void) =>
    next(sayOf(error)),
  );
  router.use(refuseUnknownPath, sayRefusal(parts.speak('vi', null), parts.onError));
  return router;
}

function draftIdOf(request: Request): string {
  const parsed = z.uuid().safeParse(request.params.draft);
  if (parsed.success) return parsed.data;
  throw new Refusal('unknown');
}

/** Our own words for what the desk refuses. */
const sayOf = (error: unknown): unknown =>
  error instanceof SwitchError
    ? new Refusal(error.code === 'forbidden' ? 'forbidden' : 'unknown', { say: `consoleSwitches.${error.code}` })
    : error;

async function rulesFor({ rules, fields, unitName }: HeldRouteParts, member: StaffMember) {
  const nameOf = (code: string) => unitName(code) ?? code;
  const reach = rules.unitsOf(member);
  const found = await rules.list(member);
  return {
    rules: found.map((rule) => ({ ...rule, unitName: rule.unit && nameOf(rule.unit) })),
    statuses: holdableStatuses,
    fields: fields(),
    reach: reach === null ? null : reach.map((code) => ({ code, name: nameOf(code) })),
  };
}
