/** Short forms in which the description is written. */
import { z } from 'zod';
import * as schemas from '../direct-line/schemas.ts';

const named = {
  GenerateRequest: schemas.generateSchema,
  StartRequest: schemas.startSchema,
  SentActivity: schemas.activitySchema,
  TokenRequest: schemas.tokenRequestSchema,
  Feedback: schemas.feedbackSchema,
  Token: schemas.tokenReplySchema,
  OwnToken: schemas.ownTokenReplySchema,
  Conversation: schemas.conversationReplySchema,
  Resource: schemas.resourceReplySchema,
  Error: schemas.errorReplySchema,
  ActivitySet: schemas.activitySetSchema,
  Me: schemas.meReplySchema,
  Desk: schemas.deskReplySchema,
  Guide: schemas.guideReplySchema,
} as const;
export type SchemaName = keyof typeof named;

/** Every schema by its name, as JSON Schema. */
export const componentSchemas = (): Record<string, object> =>
  Object.fromEntries(
    Object.entries(named).map(([name, schema]) => {
      const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io: 'input' });
      return [name, json];
    }),
  );

const refusals: Readonly<Record<number, string>> = {
  400: 'Something in the request is wrong; the message names it.',
  401: 'No Authorization header, or a malformed one.',
  403: 'The token is wrong, expired (code TokenExpired) or of another conversation; or the page may not call here.',
  404: 'There is no such thing.',
  413: 'The body is too large.',
  429: 'Too much at once; Retry-After says how many seconds to wait.',
  503: 'Nothing was kept; try again.',
};

const content = (schema: SchemaName) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${schema}` } },
});

export interface Described {
  readonly summary: string;
  /** Replies that are no refusal: the schema of each, `null` for an empty body. */
  readonly replies: Readonly<Record<number, SchemaName | null>>;
  readonly refusals: readonly number[];
  readonly body?: SchemaName;
  readonly query?: Readonly<Record<string, string>>;
  /** Who may call; none means everybody. */
  readonly by?: 'token' | 'secret' | 'token or nobody';
}

const callers = { token: [{ token: [] }], secret: [{ secret: [] }], 'token or nobody': [{}, { token: [] }] };

export function operation(path: string, { summary, replies, body, query = {}, by, ...rest }: Described): object {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(query).map(([name, description]) => ({
    name,
    in: 'query',
    description,
    schema: { type: 'string' },
  }));
  const good = Object.entries(replies).map(([status, schema]) => [
    status,
    { description: summary, ...(schema ? { content: content(schema) } : {}) },
  ]);
  const bad = rest.refusals.map((status) => [status, { description: refusals[status], content: content('Error') }]);
  return {
    summary,
    parameters: [...inPath, ...inQuery],
    security: by ? callers[by] : [],
    ...(body ? { requestBody: { content: content(body) } } : {}),
    responses: Object.fromEntries([...good, ...bad]),
  };
}
