/**
 * When a correction lifts a finding: only where the guide says what the correction gives, and the record what it
 * quotes. A second mistake at the same path is none of its business and is still found.
 */
import type { Guide } from '../guide.ts';
import { coverage, figuresIn, foldText } from '../plain-text.ts';
import { viaOf } from '../records/portal-record.ts';
import { dayLimitsIn } from './day-limits.ts';
import type { Finding } from './finding.ts';

type Correction = Guide['corrections'][number];

export function lifts(correction: Correction, finding: Finding): boolean {
  const { path } = correction;
  if (finding.path !== path && !finding.path.startsWith(`${path}.`)) return false;
  const disputed = disputedIn(finding.record);
  if (disputed !== null) return gives(correction.corrected, disputed);
  const rule = rules.find(([pattern]) => pattern.test(finding.path));
  return rule ? rule[1](correction, finding) : sameText(correction, finding);
}

/** The figure, law or form that the record lacks, out of the reason ("no \"18 ngay\" there"); `null` for a quotation. */
function disputedIn(reason: string): string | null {
  const match =
    /^no (?:limit of )?"([^"]*)" there$/.exec(reason) ??
    /^"([^"]*)" stands there about something else$/.exec(reason) ??
    /^(\S+) is not in the record$/.exec(reason);
  return match?.[1]?.trim() ?? null;
}

function gives(corrected: string, disputed: string): boolean {
  if (dayLimitsIn(corrected).has(disputed) || foldText(corrected).includes(foldText(disputed))) return true;
  const [figure] = figuresIn(disputed);
  return figuresIn(corrected).some(
    ({ value, unit }) => value === figure?.value && (unit ?? '') === (figure?.unit ?? ''),
  );
}

type Rule = (correction: Correction, finding: Finding) => boolean;

const rules: readonly (readonly [RegExp, Rule])[] = [
  [/^filing\.\d+\.fee$/, (correction, finding) => sameFee(correction, finding) && quotes(correction, finding)],
  [/^filing\.\d+\.time$/, (correction, finding) => sameLimit(correction, finding) && quotes(correction, finding)],
  [/\.copies$/, (correction, finding) => sameCounts(correction, finding) && quotes(correction, finding)],
  [/\.via$/, ({ corrected, published }, { says, record }) => viaOf(corrected) === says && published === record],
  [
    /^results\.\d+$/,
    (correction, finding) => holds(finding.says, correction.corrected) && holds(finding.record, correction.published),
  ],
  [/^legalBasis\./, sameLaw],
];

/** What the correction quotes is what the record has at this place: the same figures, else the same words. */
function quotes({ published }: Correction, { record }: Finding): boolean {
  const [quoted, there] = [valuesIn(published), valuesIn(record)];
  if (quoted.length === 0) return coverage(published, record) >= 0.5;
  return (
    quoted.every((value) => there.includes(value)) ||
    (there.length > 0 && there.every((value) => quoted.includes(value)))
  );
}

const valuesIn = (text: string) => figuresIn(text).map(({ value }) => value);
const holds = (whole: string, part: string) => foldText(whole).includes(foldText(part));

function sameFee({ corrected }: Correction, { says }: Finding): boolean {
  const [kind, dong = ''] = says.split(' ');
  if (kind === 'free') return /mien|khong mat|khong thu/.test(foldText(corrected));
  if (kind === 'fixed' || kind === 'from-to') return valuesIn(corrected).includes(dong);
  return !figuresIn(corrected).some(({ unit }) => unit === 'dong');
}

function sameLimit({ corrected }: Correction, { says }: Finding): boolean {
  if (says === 'null') return figuresIn(corrected).length === 0;
  const [value = '', unit] = says.split(' ');
  if (unit === 'hour' || unit === 'null') return valuesIn(corrected).includes(value);
  return dayLimitsIn(corrected).has(says);
}

/** "1 bản chính (xuất trình), 1 bản sao" is `1 / 1`; what is neither copied nor scanned counts as an original. */
function sameCounts({ corrected }: Correction, { says }: Finding): boolean {
  const counts = [...foldText(corrected).matchAll(/(\d+) ban (sao|chup|\w+)/g)];
  const sum = (copied: boolean) =>
    counts
      .filter(([, , kind = '']) => /^(?:sao|chup)$/.test(kind) === copied)
      .reduce((total, [, count]) => total + Number(count), 0);
  return counts.length > 0 && says === `${sum(false)} / ${sum(true)}`;
}

/** A number that the portal glued, or law that has lapsed; `checkGuide` wants the number that replaces it. */
function sameLaw({ published }: Correction, { record }: Finding): boolean {
  return holds(published, record);
}

/** A name, an office or a sentence: at least half of its words are those that the correction gives. */
const sameText = ({ corrected }: Correction, { says }: Finding): boolean =>
  says !== '(nothing)' && says !== 'null' && (holds(corrected, says) || coverage(says, corrected) >= 0.5);
