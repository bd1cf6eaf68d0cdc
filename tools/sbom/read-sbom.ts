/** The bill of materials as CycloneDX has it, in the fields that we rely on, and what is wrong with one. */
import { z } from 'zod';
import { allowedLicences, namedElsewhere } from './licences.ts';

const licence = z.union([
  z.object({ license: z.object({ id: z.string() }).or(z.object({ name: z.string() })) }),
  z.object({ expression: z.string() }),
]);

const component = z.looseObject({
  'bom-ref': z.string().min(1),
  type: z.enum(['library', 'application', 'framework']),
  name: z.string().min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+/),
  purl: z.string().regex(/^pkg:npm\//),
  hashes: z.array(z.object({ alg: z.string(), content: z.string().regex(/^[0-9a-f]{40,128}$/) })).optional(),
  licenses: z.array(licence).optional(),
});

const sbomSchema = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string().regex(/^1\.[4-7]$/),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/),
  version: z.number().int().min(1),
  metadata: z.looseObject({ timestamp: z.iso.datetime(), component: z.looseObject({ name: z.string() }) }),
  components: z.array(component).min(1),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).optional() })),
});

export type Sbom = z.infer<typeof sbomSchema>;
type Component = z.infer<typeof component>;

/** @throws {z.ZodError} for what is no CycloneDX of the form we write. */
export const readSbom = (text: string): Sbom => sbomSchema.parse(JSON.parse(text));

/** What must not be shipped so: licences that are not allowed, parts without a checksum, edges that lead nowhere. */
export function faultsOf({ components, dependencies, metadata }: Sbom): readonly string[] {
  const refs = new Set([...components.map((one) => one['bom-ref']), String(metadata.component['bom-ref'] ?? '')]);
  const lost = dependencies.flatMap(({ ref, dependsOn = [] }) => [ref, ...dependsOn].filter((one) => !refs.has(one)));
  return [
    ...components.flatMap(licenceFault),
    ...components.filter(({ hashes = [] }) => hashes.length === 0).map((one) => `${one.name} has no checksum`),
    ...new Set(lost.map((ref) => `${ref} is depended on and is not listed`)),
  ];
}

/** As it is written: an id, a name or an expression; empty for none. */
export const licencesOf = ({ licenses = [] }: Component): readonly string[] =>
  licenses.map((one) =>
    'expression' in one ? one.expression : 'id' in one.license ? one.license.id : one.license.name,
  );

function licenceFault(one: Component): string[] {
  const found = licencesOf(one);
  if (found.length === 0) return namedElsewhere[one.name] ? [] : [`${one.name} ${one.version} names no licence`];
  return found.filter((id) => !allowedLicences.has(id)).map((id) => `${one.name} ${one.version} is under ${id}`);
}
