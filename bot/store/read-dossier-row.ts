/** A dossier as a source tells it, ready to be kept. */
import { createHmac } from 'node:crypto';
import { type ImportedDossier, importedDossierSchema, readDossierCode } from '../../knowledge/index.ts';
import { toJson } from './clean-input.ts';
import { detailsOf, personsIn } from './dossier-form.ts';

export interface DossierRow {
  readonly code: string;
  readonly dossier: ImportedDossier;
  /** By the source's clock; `null` when it does not say. */
  readonly updatedAt: Date | null;
  /** The source's clock is ahead of ours: the moment counts as now. */
  readonly ahead: boolean;
  readonly contacts: object;
  readonly details: object;
  readonly persons: readonly { readonly person_key: Buffer; readonly role: string }[];
  /** The same for two that say the same, and telling nothing of what they say. */
  readonly contentKey: Buffer;
}

/** A source's clock may be so far ahead of ours, in ms. */
const clockLeeway = 5 * 60_000;

/** `null` for what is no dossier or has no code. */
export function readDossierRow(
  value: unknown,
  { now, secretKey }: { readonly now: Date; readonly secretKey: Buffer },
): DossierRow | null {
  const parsed = importedDossierSchema.safeParse(value);
  if (!parsed.success) return null;
  const said = parsed.data.updatedAt === null ? null : new Date(parsed.data.updatedAt);
  const ahead = said !== null && said.getTime() > now.getTime() + clockLeeway;
  const dossier = ahead ? { ...parsed.data, updatedAt: now.toISOString() } : parsed.data;
  const { contacts, details } = detailsOf(dossier, secretKey);
  const persons = personsIn(dossier, secretKey);
  const content = toJson([
    contacts,
    details,
    persons.map(({ role, person_key }) => [role, person_key.toString('hex')]),
  ]);
  return {
    code: storedCode(dossier.code),
    dossier,
    updatedAt: ahead ? now : said,
    ahead,
    contacts,
    details,
    persons,
    contentKey: createHmac('sha256', secretKey).update(`dossier content:${content}`).digest(),
  };
}

/** As the one-stop system writes it; a source's own way of writing is kept where it is none of ours. */
export const storedCode = (code: string): string => readDossierCode(code) ?? code.toUpperCase();
