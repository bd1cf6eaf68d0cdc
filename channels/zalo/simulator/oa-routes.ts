/** The simulated OpenAPI of an Official Account, and the host of templates by phone. */
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { answerWith } from './answer-with.ts';
import type { World } from './world.ts';

/** Errors come with HTTP 200. */
const refusal = (error: number) => ({ status: 200, json: { error, message: `simulated ${error}` } });
type Done = { readonly json: object } | { readonly refuse: number };
const ok = (data: object): Done => ({ json: { error: 0, message: 'Success', data } });

const button = z.object({
  title: z.string().min(1).max(100),
  type: z.enum(['oa.open.url', 'oa.query.show', 'oa.query.hide', 'oa.open.phone', 'oa.open.sms']),
  payload: z.union([z.string().min(1).max(1_000), z.object({})]),
});
const attachment = z.union([
  z.object({ type: z.literal('template'), payload: z.object({ buttons: z.array(button).min(1).max(5) }) }),
  z.object({
    type: z.literal('template'),
    payload: z.object({
      template_type: z.enum(['media', 'request_user_info']),
      elements: z.array(z.looseObject({})).length(1),
    }),
  }),
  z.object({ type: z.literal('file'), payload: z.object({ token: z.string() }) }),
]);
const consult = z.object({
  recipient: z.object({ user_id: z.string().min(1) }),
  message: z.object({
    text: z.string().min(1).optional(),
    quote_message_id: z.string().optional(),
    attachment: attachment.optional(),
  }),
});
const template = z.object({
  user_id: z.string().optional(),
  recipient: z.object({ user_id: z.string() }).optional(),
  phone: z.string().optional(),
  template_id: z.string().min(1),
  template_data: z.record(z.string(), z.string()),
  tracking_id: z.string().max(48).optional(),
});

export function oaRoutes(world: World): Router {
  const routes = Router();
  const json = express.json({ limit: '1mb' });
  const door =
    (method: string, work: (body: unknown, request: Request) => Done, host: 'oa' | 'business' = 'oa'): RequestHandler =>
    (request, response) =>
      answerWith(world, {
        method,
        request,
        response,
        refusal,
        work: () => guard(world, { request, response, host }) ?? work(request.body, request),
      });
  routes.post(
    '/v3.0/oa/message/cs',
    json,
    door('sendText', (body) => consultation(world, body)),
  );
  routes.post(
    '/v3.0/oa/message/template',
    json,
    door('sendTemplateByUid', (body) => sendTemplate(world, body)),
  );
  routes.post(
    '/message/template',
    json,
    door('sendTemplateByPhone', (body) => sendTemplate(world, body), 'business'),
  );
  routes.post(
    '/v3.0/oa/quota/message',
    json,
    door('getQuota', (body) => quota(world, body)),
  );
  routes.get(
    '/v3.0/oa/user/detail',
    door('getUserDetail', (_body, request) => userDetail(world, request)),
  );
  routes.get(
    '/v2.0/oa/getoa',
    door('getOa', () =>
      ok({
        oaid: world.accounts.oaId,
        name: 'UBND phường (mô phỏng)',
        is_verified: true,
        oa_type: 4,
        package_name: 'Tăng trưởng',
        num_follower: 12,
      }),
    ),
  );
  const anything = express.raw({ type: () => true, limit: '6mb' });
  routes.post(
    '/v2.0/oa/upload/:kind',
    anything,
    door('upload', (body, request) => upload(body, String(request.params.kind))),
  );
  return routes;
}

interface Guarding {
  readonly request: Request;
  readonly response: Response;
  readonly host: 'oa' | 'business';
}

/** `null` lets it in. The token stands in a header of its own name; a Bearer is none. */
function guard({ tokens, calls, now }: World, { request, response, host }: Guarding): Done | null {
  if (request.get('authorization') !== undefined || !tokens.isGood(request.get('access_token') ?? ''))
    return { refuse: host === 'oa' ? -216 : -124 };
  if (host === 'business') return null;
  if (!calls.oa.take(now())) return { refuse: -32 };
  response.set('x-ratelimit-remain', String(calls.oa.left(now())));
  return null;
}

const hour = 3_600_000;

function consultation(world: World, body: unknown): Done {
  const { people, sent, left, limits, now } = world;
  const { data } = consult.safeParse(body);
  if (!data) return { refuse: -201 };
  const { user_id: to } = data.recipient;
  const { text = '' } = data.message;
  if (text.length > 2_000) return { refuse: -210 };
  const user = people.of(to);
  if (user.blocked) return { refuse: -244 };
  const age = user.lastInteraction === null ? null : now().getTime() - user.lastInteraction.getTime();
  if (age === null) return { refuse: -232 };
  if (age > 7 * 24 * hour) return { refuse: -230 };
  const isFree = age <= 48 * hour && user.replies < (limits.oaFreeReplies ?? Number.POSITIVE_INFINITY);
  if (!isFree && left.oaOutside48h <= 0) return { refuse: -211 };
  if (!isFree) left.oaOutside48h -= 1;
  user.replies += 1;
  const { messageId } = sent.add({ channel: 'zalo-oa', to, method: 'message/cs', text, body, at: now() });
  const told = isFree
    ? { quota_type: 'reply', remain: 99, total: 100 }
    : { quota_type: 'sub_quota', remain: left.oaOutside48h, total: 500 };
  return ok({ message_id: messageId, user_id: to, quota: told });
}

function sendTemplate({ sent, now }: World, body: unknown): Done {
  const { data } = template.safeParse(body);
  const to = data?.user_id ?? data?.recipient?.user_id ?? data?.phone;
  if (!data || !to) return { refuse: -111 };
  if (data.phone !== undefined && !/^84[1-9]\d{8,9}$/.test(data.phone)) return { refuse: -108 };
  const text = JSON.stringify(data.template_data);
  const { messageId } = sent.add({ channel: 'zalo-template', to, method: 'message/template', text, body, at: now() });
  return ok(
    data.phone ? { msg_id: messageId, sent_time: String(now().getTime()) } : { message_id: messageId, user_id: to },
  );
}

function quota({ people, limits }: World, body: unknown): Done {
  const user = people.of(z.object({ user_id: z.string() }).safeParse(body).data?.user_id ?? '');
  const total = limits.oaFreeReplies ?? 100;
  return ok({
    last_interaction: String(user.lastInteraction?.getTime() ?? ''),
    cs_reply: { remain: Math.max(0, total - user.replies), total },
  });
}

function userDetail({ people }: World, request: Request): Done {
  const asked = z.object({ user_id: z.string() }).safeParse(jsonOf(String(request.query.data ?? ''))).data;
  if (!asked) return { refuse: -201 };
  const { id, name, follows } = people.of(asked.user_id);
  return ok({ user_id: id, display_name: name, user_is_follower: follows });
}

/** A file without an extension in its name gets an answer without an id. */
function upload(body: unknown, kind: string): Done {
  const text = Buffer.isBuffer(body) ? body.toString('latin1') : '';
  if (text.length > (kind === 'file' ? 5 : 1) * 1024 * 1024) return { refuse: -210 };
  if (!/filename="[^"]+\.\w+"/.test(text)) return ok({});
  return ok(kind === 'file' ? { token: 'simulated-file-token' } : { attachment_id: 'simulated-attachment' });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
