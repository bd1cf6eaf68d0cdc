/** Makes a value of the form that a JSON Schema asks for; what stands in it is the writer's choice. */

/** Where in the value one is: names of properties and places in lists, from the outside in. */
export type Path = readonly (string | number)[];

/** Chooses the leaves. */
export interface Writer {
  text(path: Path, longest: number): string;
  /** One of `allowed`. */
  choice(path: Path, allowed: readonly unknown[]): unknown;
  number(path: Path, least: number, most: number): number;
  flag(path: Path): boolean;
  /** How many entries a list gets. */
  count(path: Path, least: number, most: number): number;
  /** Whether what may be null is null. */
  isNull(path: Path): boolean;
}

type Schema = Readonly<Record<string, unknown>>;
const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const numberOr = (value: unknown, other: number): number => (typeof value === 'number' ? value : other);

/** A value of the schema; `null` where the schema says nothing that can be read. Depth ends at 12. */
export function fillSchema(schema: unknown, writer: Writer): unknown {
  const root = isSchema(schema) ? schema : {};
  return made(root, [], { root, writer });
}

interface Filling {
  readonly root: Schema;
  readonly writer: Writer;
}

function made(schema: Schema, path: Path, filling: Filling): unknown {
  if (path.length > 12) return null;
  const { writer } = filling;
  const known = follow(schema, filling.root);
  const choices = [...listOf(known.anyOf), ...listOf(known.oneOf)].filter(isSchema);
  const types = [known.type].flat().filter((type) => type !== undefined);
  const nullable = types.includes('null') || choices.some(({ type }) => type === 'null');
  if (nullable && writer.isNull(path)) return null;
  const open = choices.filter(({ type }) => type !== 'null');
  if (open.length > 0) return made(open[0] ?? {}, path, filling);
  if ('const' in known) return known.const;
  if (Array.isArray(known.enum))
    return writer.choice(
      path,
      known.enum.filter((one) => one !== null),
    );
  const type = types.find((one) => one !== 'null');
  if (type === 'object' || isSchema(known.properties)) return objectOf(known, path, filling);
  if (type === 'array') return arrayOf(known, path, filling);
  if (type === 'string') return writer.text(path, numberOr(known.maxLength, 400));
  if (type === 'boolean') return writer.flag(path);
  if (type === 'integer' || type === 'number')
    return writer.number(path, numberOr(known.minimum, 0), numberOr(known.maximum, 100));
  return null;
}

const objectOf = ({ properties }: Schema, path: Path, filling: Filling): object =>
  Object.fromEntries(
    Object.entries(isSchema(properties) ? properties : {}).map(([name, schema]) => [
      name,
      made(isSchema(schema) ? schema : {}, [...path, name], filling),
    ]),
  );

function arrayOf({ items, minItems, maxItems }: Schema, path: Path, filling: Filling): unknown[] {
  const length = filling.writer.count(path, numberOr(minItems, 0), numberOr(maxItems, 20));
  return Array.from({ length }, (_, at) => made(isSchema(items) ? items : {}, [...path, at], filling));
}

/** What a `$ref` within the same schema stands for. */
function follow(schema: Schema, root: Schema): Schema {
  if (typeof schema.$ref !== 'string') return schema;
  const steps = schema.$ref.replace(/^#\/?/, '').split('/').filter(Boolean);
  const found = steps.reduce<unknown>((at, step) => (isSchema(at) ? at[step] : null), root);
  return isSchema(found) ? found : {};
}
