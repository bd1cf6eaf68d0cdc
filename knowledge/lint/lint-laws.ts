/** Law that no longer holds. The record may still cite it: then a correction says so, and the answer with it. */
import type { Guide } from '../guide.ts';
import { basisOf, isExpired, lapsedTexts, type OwnValidity } from '../validity/basis-of.ts';
import type { LintNote } from './lint-note.ts';

export function lintLaws(guides: readonly Guide[], today: string): LintNote[] {
  return guides.flatMap((guide) => [...lapsed(guide, today), ...ownValidity(guide, today), ...datesInOrder(guide)]);
}

const error = ({ code }: Guide, path: string, says: string): LintNote => ({ grade: 'error', code, path, says });

function lapsed(guide: Guide, today: string): LintNote[] {
  const explained = new Set(guide.corrections.map(({ path }) => path));
  return lapsedTexts(guide, today)
    .map(({ number, inForceTo }) => ({ path: `legalBasis.${number}`, inForceTo }))
    .filter(({ path }) => !explained.has(path))
    .map(({ path, inForceTo }) =>
      error(guide, path, `expired law: held until ${inForceTo}; add a correction of ${path}`),
    );
}

/** A fee, a limit or a paper that names its text, or its days. */
function ownValidity(guide: Guide, today: string): LintNote[] {
  const facts: readonly { readonly path: string; readonly fact: OwnValidity }[] = [
    ...guide.filing.flatMap(({ fee, time }, index) => [
      { path: `filing.${index}.fee`, fact: fee },
      { path: `filing.${index}.time`, fact: time ?? {} },
    ]),
    ...(guide.papers ?? []).map((fact, index) => ({ path: `papers.${index}`, fact })),
  ];
  return facts.flatMap(({ path, fact }) => {
    const { restsOn } = fact;
    const basis = basisOf(guide, fact);
    if (restsOn !== undefined && !basis.own)
      return [error(guide, path, `rests on ${restsOn}: no such text in legalBasis`)];
    const says = `expired on ${basis.validTo}`;
    return (basis.own || fact.validTo) && isExpired(basis, today) ? [error(guide, path, says)] : [];
  });
}

function datesInOrder(guide: Guide): LintNote[] {
  const spans = [
    { path: 'validTo', from: guide.validFrom, to: guide.validTo },
    ...guide.legalBasis.map((text) => ({
      path: `legalBasis.${text.number}`,
      from: text.inForceFrom,
      to: text.inForceTo,
    })),
    ...(guide.formerly ?? []).map((fact, index) => ({
      path: `formerly.${index}`,
      from: fact.validFrom,
      to: fact.validTo,
    })),
  ];
  return spans
    .filter(({ from, to }) => from !== null && to !== null && to < from)
    .map(({ path, from, to }) => error(guide, path, `ends on ${to}, before it begins on ${from}`));
}
