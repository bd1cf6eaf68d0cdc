/** Holds a real reply of the console's API to its OpenAPI description. For suites. */
import { z } from 'zod';
import { apiDescription } from './api-description.ts';

interface DescribedReply {
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}

const api = apiDescription() as unknown as {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, DescribedReply>> }>>>
  >;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};

const pattern = (template: string) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`);
const resolve = (schema: object): object => {
  const name = '$ref' in schema ? String(schema.$ref).split('/').at(-1) : undefined;
  return name === undefined ? schema : (api.components.schemas[name] ?? {});
};

const made = new Map<object, z.ZodType>();
function schemaOf(described: object): z.ZodType {
  const known = made.get(described);
  if (known) return known;
  const schema = z.fromJSONSchema(resolve(described) as Parameters<typeof z.fromJSONSchema>[0]);
  made.set(described, schema);
  return schema;
}

/** @throws when the path, the status or the body is not as the description says. Paths outside of the API pass. */
export function holdToDescription(
  method: string,
  path: string,
  { status, text, type }: { readonly status: number; readonly text: string; readonly type: string | null },
): void {
  const plain = path.split('?')[0] ?? '';
  if (!plain.startsWith('/console/api/') || plain.endsWith('/openapi.json')) return;
  const template = Object.keys(api.paths).find((one) => pattern(one).test(plain));
  const reply = template === undefined ? undefined : api.paths[template]?.[method.toLowerCase()]?.responses[status];
  // A path or a method that does not exist is refused as any other.
  if (!reply) {
    if (status === 404) return;
    throw new Error(`${method} ${plain}: ${status} is not described`);
  }
  if (!reply.content) {
    if (text !== '') throw new Error(`${method} ${plain} ${status}: a body came where none is described`);
    return;
  }
  const [media, described] =
    Object.entries(reply.content).find(([name]) => type?.startsWith(name)) ?? ([null, null] as const);
  if (media === null || described === null) throw new Error(`${method} ${plain} ${status}: content type ${type}`);
  if (media !== 'application/json' || !described.schema) return;
  const checked = schemaOf(described.schema).safeParse(JSON.parse(text));
  if (!checked.success) throw new Error(`${method} ${plain} ${status}: ${z.prettifyError(checked.error)}`);
}
