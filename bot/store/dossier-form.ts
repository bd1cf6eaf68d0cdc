/** How a dossier lies in its row: no identity number, the contacts apart from what is told. */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { type DossierPerson, type ImportedDossier, importedDossierSchema } from '../../knowledge/index.ts';
import { personKeyOf } from './persons.ts';

/** What a citizen is told of a dossier: all of it but identity numbers and contacts. */
export type KeptDossier = Omit<ImportedDossier, 'applicant' | 'filedBy' | 'onBehalf' | 'other'> & {
  readonly applicantName: string | null;
  readonly filerName: string | null;
};

/** Splits it into what answers read and the phones, by role, that a second factor is sent to. */
export function detailsOf(dossier: ImportedDossier, secretKey: Buffer) {
  const { code: _code, applicant, filedBy, onBehalf, fee, ...told } = dossier;
  return {
    contacts: {
      applicant: applicant?.phone ?? null,
      filer: filedBy?.phone ?? null,
      facts: applicant && factsOf(applicant, secretKey),
    },
    details: {
      ...(withoutNumbers(told) as object),
      fee,
      applicantName: applicant?.name ?? null,
      filerName: filedBy?.name ?? null,
      actingNames: (onBehalf ?? []).map(({ name, role }) => ({ name, role })),
    },
  };
}

/** What whoever has no phone on file may be asked for, as a keyed hash; `null` when the source does not tell both. */
function factsOf({ identityNumber, birthDate }: DossierPerson, secretKey: Buffer): string | null {
  if (!identityNumber || !birthDate) return null;
  return factsHashOf(secretKey, identityNumber.slice(-6), birthDate).toString('hex');
}

/** @param birthDate `yyyy-mm-dd` */
export const factsHashOf = (secretKey: Buffer, lastSix: string, birthDate: string): Buffer =>
  createHmac('sha256', secretKey).update(`facts:${lastSix}:${birthDate}`).digest();

/** Numbers of persons may stand in a reason, a step or a field that is not known: they are not kept. */
function withoutNumbers(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/(?<!\d)\d{9,12}(?!\d)/g, '[…]');
  if (typeof value === 'number') return Math.abs(value) >= 1e8 ? null : value;
  if (Array.isArray(value)) return value.map(withoutNumbers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [withoutNumbers(key) as string, withoutNumbers(entry)]),
  );
}

const namesSchema = z.object({
  applicantName: z.string().nullable().catch(null),
  filerName: z.string().nullable().catch(null),
});

/** Reads `details` back; a row that an older version wrote loses no more than the fields that no longer fit. */
export function dossierOf(code: string, details: unknown): KeptDossier {
  const {
    applicant: _a,
    filedBy: _f,
    onBehalf: _o,
    other: _x,
    ...told
  } = importedDossierSchema.parse({
    ...(details as object),
    code,
  });
  return { ...told, ...namesSchema.parse(details) };
}

/** Everybody who may see it, each role once. */
export function personsIn(dossier: ImportedDossier, secretKey: Buffer): { person_key: Buffer; role: string }[] {
  const named: readonly (readonly [string, DossierPerson | null])[] = [
    ['applicant', dossier.applicant],
    ['filer', dossier.filedBy],
    ...(dossier.onBehalf ?? []).map((person) => [person.role, person] as const),
  ];
  const known = new Map(
    named.flatMap(([role, person]) =>
      person?.identityNumber
        ? [[`${role} ${person.identityNumber}`, { role, number: person.identityNumber }] as const]
        : [],
    ),
  );
  return [...known.values()].map(({ role, number }) => ({ role, person_key: personKeyOf(secretKey, number) }));
}
