/** A correction quotes the record: what it calls published must be there, or it explains away what nobody published. */
import type { Guide } from '../guide.ts';
import { coverage } from '../plain-text.ts';
import type { PortalRecord } from '../records/portal-record.ts';
import type { Finding } from './finding.ts';

/** Share of the quoted words that must stand anywhere in the record. */
const leastQuoted = 0.6;

/** Laws are quoted by numbers that the portal garbled: those are compared by `check-guide.ts`. */
export function checkCorrections(guide: Guide, record: PortalRecord): Finding[] {
  const whole = JSON.stringify(record);
  const figures = new Set(figuresOf(whole));
  return guide.corrections
    .map((row, index) => ({ ...row, index }))
    .filter(({ path }) => !path.startsWith('legalBasis.'))
    .filter(({ published }) => !isQuoted(published, whole, figures))
    .map(({ published, index }) => ({
      code: guide.code,
      path: `corrections.${index}.published`,
      says: published,
      record: 'says nothing of the kind',
    }));
}

const isQuoted = (published: string, whole: string, figures: ReadonlySet<string>): boolean =>
  coverage(published, whole) >= leastQuoted && figuresOf(published).every((figure) => figures.has(figure));

/** Bare figures, without leading zeros: the portal writes "07" and "7" for one. */
const figuresOf = (text: string): string[] => (text.match(/\d+/g) ?? []).map((figure) => String(Number(figure)));
