/** Holds a real reply to the OpenAPI description. For suites. */
import { z } from 'zod';
import { apiDescription } from './description.ts';

interface DescribedReply {
  readonly content?: Readonly<Record<string, { readonly schema: { readonly $ref: string } }>>;
}

const api = apiDescription() as unknown as {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, DescribedReply>> }>>>
  >;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};

const pattern = (template: string) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`);

/** @throws when the path, the status or the body is not as the description says. Paths outside of the API pass. */
export function holdToDescription(
  method: string,
  path: string,
  { status, body, headers }: { status: number; body: unknown; headers: Headers },
): void {
  const plain = path.split('?')[0] ?? '';
  if (!/^\/(v3\/directline|api)\//.test(plain) || plain === '/api/openapi.json') return;
  const template = Object.keys(api.paths).find((one) => pattern(one).test(plain));
  const reply = template === undefined ? undefined : api.paths[template]?.[method.toLowerCase()]?.responses[status];
  // A path that does not exist is refused as any other.
  if (!reply && !(template === undefined && status === 404))
    throw new Error(`${method} ${plain}: ${status} is not described`);
  const schema = reply?.content?.['application/json']?.schema.$ref.split('/').at(-1) ?? (reply ? null : 'Error');
  if (schema === null) {
    if (body !== null) throw new Error(`${method} ${plain}: a body came where none is described`);
    return;
  }
  const type = headers.get('content-type');
  if (!type?.startsWith('application/json')) throw new Error(`${method} ${plain}: content type ${type}`);
  const checked = z
    .fromJSONSchema(api.components.schemas[schema] as Parameters<typeof z.fromJSONSchema>[0])
    .safeParse(body);
  if (!checked.success) throw new Error(`${method} ${plain} ${status}: ${z.prettifyError(checked.error)}`);
}
