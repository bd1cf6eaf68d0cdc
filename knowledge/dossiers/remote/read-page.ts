/** The envelope of a page of changes. Strict in what moves the cursor, lenient in everything else. */
import { z } from 'zod';
import { SourceError } from '../source-error.ts';
import type { DossierMapping } from './dossier-mapping.ts';
import { lostFields } from './dossier-words.ts';
import { translateDossier, valueAt } from './translate-dossier.ts';

export interface Page {
  readonly dossiers: readonly unknown[];
  readonly cursor: string;
  /** Whether another page lies behind this one. */
  readonly more: boolean;
}

const cursorSchema = z.union([z.string().min(1).max(2_000), z.number().transform(String)]);

/**
 * @param since the cursor that was asked with.
 * @throws {SourceError} `garbled` for a page that is no page, whose rows have lost a field that is needed, or
 * that wants us to go on from where it began.
 */
export function readPage(json: unknown, since: string | null, mapping: DossierMapping): Page {
  const { page } = mapping;
  const theirs = valueAt(json, page.dossiers);
  if (!Array.isArray(theirs)) throw garbled(`has no list at "${page.dossiers}"`);
  const dossiers = theirs.map((dossier: unknown) => translateDossier(dossier, mapping));
  const lost = lostFields(dossiers);
  if (lost.length > 0) throw garbled(`has ${dossiers.length} rows and in none of them ${lost.join(', ')}`);
  const cursor = cursorSchema.safeParse(valueAt(json, page.cursor));
  // At the end of all changes some systems send no cursor: then the one we had stays good.
  const next = cursor.success ? cursor.data : dossiers.length === 0 ? since : null;
  if (next === null) throw garbled(`has no cursor at "${page.cursor}"`);
  const said = valueAt(json, page.more);
  if (next === since && said === true) throw garbled('says to go on from where it began');
  // Where nothing is said of more pages, an empty one or a cursor that stands still is the end.
  const more = said === undefined ? dossiers.length > 0 && next !== since : said === true;
  return { dossiers, cursor: next, more };
}

const garbled = (what: string) =>
  new SourceError('garbled', `A page of the one-stop system ${what}. The cursor stays; tell its operator.`);
