/** A citizen's filed case (hồ sơ) as a one-stop system tells it: the form of design.md, "A dossier, as imported". */
import { z } from 'zod';

/** The closed list of the one-stop system. */
export const dossierStatuses = [
  'received',
  'in-process',
  'needs-papers',
  'needs-payment',
  'forwarded',
  'ready',
  'collected',
  'returned',
  'refused',
  'withdrawn',
] as const;
export type DossierStatus = (typeof dossierStatuses)[number];

/** Who may act in a dossier for the one it is for. */
export const actingRoles = ['guardian', 'authorised'] as const;

const text = z.string().trim().min(1).max(2000).nullable().catch(null);
/** ISO 8601 with its zone: a clock without one is not known to a day. */
const moment = z.iso.datetime({ offset: true }).nullable().catch(null);
const flag = z.boolean().nullable().catch(null);

/** What does not fit is unknown: a wrong field must not take the rest of the dossier along. */
const lenient = <Shape extends z.ZodType>(shape: Shape) => shape.nullable().catch(null);
const listOf = <Entry extends z.ZodType>(entry: Entry) => lenient(z.array(entry).max(500));

const personSchema = z.object({
  name: text.default(null),
  /** Twelve digits, or `null`: an older number binds nobody. */
  identityNumber: z
    .string()
    .trim()
    .regex(/^\d{12}$/)
    .nullable()
    .catch(null)
    .default(null),
  phone: text.default(null),
  /** `yyyy-mm-dd`; few systems tell it. With it a second factor needs no phone. */
  birthDate: z.iso.date().nullable().catch(null).default(null),
});
export type DossierPerson = z.infer<typeof personSchema>;

const fields = {
  code: z.string().trim().min(1).max(100),
  /** Code of the guide. */
  procedure: text.default(null),
  applicant: lenient(personSchema).default(null),
  /** Who handed it in, when that was somebody else. */
  filedBy: lenient(personSchema).default(null),
  /** Parents, guardians and authorised persons. */
  onBehalf: listOf(personSchema.extend({ role: z.enum(actingRoles) })).default(null),
  /** Code of the commune. */
  unit: text.default(null),
  /** Who has it now. */
  desk: text.default(null),
  receivedAt: moment.default(null),
  promisedAt: moment.default(null),
  /** `null`: the source used a word that is not on the list, or none. */
  status: lenient(z.enum(dossierStatuses)).default(null),
  /** `null` is unknown, `[]` is none; the same for `missing`. */
  steps: listOf(z.object({ at: moment.default(null), desk: text.default(null), what: text.default(null) })).default(
    null,
  ),
  missing: listOf(z.object({ paper: text.default(null), reason: text.default(null) })).default(null),
  returnReason: text.default(null),
  /** In đồng. */
  fee: lenient(
    z.object({
      dong: z.number().int().nonnegative().nullable().catch(null).default(null),
      paid: flag.default(null),
    }),
  ).default(null),
  result: lenient(
    z.object({ name: text.default(null), collectAt: text.default(null), electronic: flag.default(null) }),
  ).default(null),
  /** When the source last changed it. */
  updatedAt: moment.default(null),
};

/** Reads leniently: only a code is needed, missing fields are `null`, unknown ones are kept apart in `other`. */
export const importedDossierSchema = z.looseObject(fields).transform(({ code, ...rest }) => {
  const known = new Set(Object.keys(fields));
  const entries = Object.entries(rest);
  return {
    code,
    ...(Object.fromEntries(entries.filter(([name]) => known.has(name))) as Omit<KnownFields, 'code'>),
    other: Object.fromEntries(entries.filter(([name]) => !known.has(name))) as Readonly<Record<string, unknown>>,
  };
});
type KnownFields = z.infer<z.ZodObject<typeof fields>>;
export type ImportedDossier = z.infer<typeof importedDossierSchema>;

/** Where dossiers are read from. Knows nothing of who asks: rights are the store's matter. */
export interface DossierSource {
  readonly name: string;
  /** Pages of dossiers changed since the cursor (`null`: all), oldest change first; each page carries the cursor to go on from. */
  changesSince(
    cursor: string | null,
    signal: AbortSignal,
  ): AsyncIterable<{ readonly dossiers: readonly unknown[]; readonly cursor: string }>;
  /** One dossier now; `null` when the source has none of this code. @throws {SourceError} */
  find(code: string, signal: AbortSignal): Promise<unknown | null>;
  /** Whether it failed again and again and is left alone for a while. */
  rests?(): boolean;
}
