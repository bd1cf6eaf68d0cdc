/** How another system's names are read as ours: addresses, the page, fields, status words, the way it writes moments. */
import { z } from 'zod';
import { loadYaml } from '../../load-yaml.ts';
import { dossierStatuses } from '../dossier.ts';

/** Our fields, as design.md names them; `steps.at` is `at` within each of the `steps`. */
const ourFields = [
  'code',
  'procedure',
  'applicant.name',
  'applicant.identityNumber',
  'applicant.phone',
  'filedBy.name',
  'filedBy.identityNumber',
  'filedBy.phone',
  'unit',
  'desk',
  'receivedAt',
  'promisedAt',
  'status',
  'steps',
  'steps.at',
  'steps.desk',
  'steps.what',
  'missing',
  'missing.paper',
  'missing.reason',
  'returnReason',
  'fee.dong',
  'fee.paid',
  'result.name',
  'result.collectAt',
  'result.electronic',
  'updatedAt',
] as const;
export type OurField = (typeof ourFields)[number];

/** `a.b` leads through objects. */
const path = z.string().regex(/^[^.\s]+(\.[^.\s]+)*$/, 'a path is written data.items');

export const dossierMappingSchema = z.strictObject({
  /** Addresses below the base; `{code}` stands for the dossier's code. */
  paths: z
    .strictObject({
      list: z.string().startsWith('/').default('/dossiers'),
      find: z.string().startsWith('/').includes('{code}').default('/dossiers/{code}'),
    })
    .prefault({}),
  /** Names of the parameters of the list. */
  query: z.strictObject({ since: z.string().default('since'), limit: z.string().default('limit') }).prefault({}),
  /** Where the parts of a page stand. */
  page: z
    .strictObject({ dossiers: path.default('dossiers'), cursor: path.default('cursor'), more: path.default('more') })
    .prefault({}),
  /** Where one dossier stands in the answer for it; empty: the answer is the dossier. */
  one: path.optional(),
  /** Our field: theirs. A field that is not named is not read; with no field named at all, theirs are ours. */
  fields: z.partialRecord(z.enum(ourFields), path).optional(),
  /** Their word or number: our status. A word that does not stand here is unknown, never guessed. */
  statuses: z.record(z.string(), z.enum(dossierStatuses)).optional(),
  /** How they write moments: ISO 8601; `20/11/2026 17:00` on Vietnam's clock; counted since 1970. */
  moments: z.enum(['iso', 'day-first', 'unix-seconds', 'unix-ms']).default('iso'),
  /** Their words for yes and no, for `fee.paid` and `result.electronic`; any other is unknown. */
  yes: z.array(z.string()).default(['true', '1']),
  no: z.array(z.string()).default(['false', '0']),
});
export type DossierMapping = z.infer<typeof dossierMappingSchema>;

/** Our own wire, as docs/how-to/connect-a-one-stop-system.md describes it. */
export const ownWire: DossierMapping = dossierMappingSchema.parse({});

/** @throws {KnowledgeFileError} naming each line that is wrong: the program must not start with it. */
export const loadDossierMapping = (file: string): DossierMapping => loadYaml(file, dossierMappingSchema);
