/** The console's API in OpenAPI 3.1. Contract tests hold the program to it. */
import { z } from 'zod';
import { type DescribedRoute, describedRoutes } from './described-routes.ts';
import { errorSchema, hintSchema } from './schemas.ts';

const refusals: Readonly<Record<number, string>> = {
  400: 'Something in the request is wrong; the sentence names the part.',
  401: 'Nobody is signed in.',
  403: 'He may not do this, or x-csrf is missing or old.',
  404: 'There is no such thing, or it is not of his unit or desk: always the same.',
  409: '`taken`: another holds it, named in `by`. `lost`: the claim is over.',
  413: 'The body is too large.',
  429: 'Too much at once; Retry-After says how many seconds to wait.',
  503: 'Nothing was kept; try again.',
};
const always = [401, 403, 429, 503];

const jsonOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io });
  return json;
};
const jsonContent = (schema: object) => ({ 'application/json': { schema } });
const error = jsonContent({ $ref: '#/components/schemas/Error' });

function replyOf({ reply, event }: DescribedRoute) {
  if (reply === null) return { 204: { description: 'Done' } };
  if (reply === 'text') return { 200: { description: 'The text', content: { 'text/plain': {}, 'text/html': {} } } };
  if (reply === 'events')
    return {
      200: {
        description: event ? 'Each event is one of these' : 'Each event is one Hint',
        content: {
          'text/event-stream': { schema: event ? jsonOf(event, 'output') : { $ref: '#/components/schemas/Hint' } },
        },
      },
    };
  return { 200: { description: 'Done', content: jsonContent(jsonOf(reply, 'output')) } };
}

function parametersOf(path: string, { query }: DescribedRoute): object[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }));
  const { properties = {}, required = [] } = query ? jsonOf(query, 'input') : {};
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
  return [...inPath, ...inQuery];
}

function operation(path: string, method: string, route: DescribedRoute): object {
  const { summary, deed, body, picture, refusals: own = [] } = route;
  const changes = method !== 'get';
  const content = picture ? { 'image/png': {}, 'image/jpeg': {} } : body ? jsonContent(jsonOf(body, 'input')) : null;
  return {
    summary,
    ...(deed ? { 'x-deed': deed } : {}),
    parameters: parametersOf(path, route),
    security: [changes ? { session: [], csrf: [] } : { session: [] }],
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: {
      ...replyOf(route),
      ...Object.fromEntries(
        [...always, ...own].toSorted().map((status) => [status, { description: refusals[status], content: error }]),
      ),
    },
  };
}

/** The description as one JSON document. */
export function apiDescription() {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, route] of Object.entries(describedRoutes)) {
    const [method = '', path = ''] = name.split(' ');
    const full = `/console/api${path}`;
    paths[full] = { ...paths[full], [method]: operation(path, method, route) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Hỏi Một Cửa: the officers’ console',
      version: '1',
      description: 'For staff who are signed in. Every refusal has the body {"error": {"code", "message"}}.',
    },
    paths,
    components: {
      schemas: { Error: jsonOf(errorSchema, 'output'), Hint: jsonOf(hintSchema, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'hmc_staff' },
        csrf: { type: 'apiKey', in: 'header', name: 'x-csrf', description: 'Token of GET /console/api/me.' },
      },
    },
  };
}
