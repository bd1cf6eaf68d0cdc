/** What is wrong with an addition, as far as it can be said without asking it: form, sources, facts of its record. */
import { idOfCard } from '../card.ts';
import { checkGuide } from '../fact-check/check-guide.ts';
import { describeFinding } from '../fact-check/finding.ts';
import type { Guide } from '../guide.ts';
import { lintKnowledge } from '../lint/lint-knowledge.ts';
import { describeNote } from '../lint/lint-note.ts';
import type { Knowledge } from '../load-knowledge.ts';
import { accountsIn } from '../local/refuse-accounts.ts';
import { foldText } from '../plain-text.ts';
import type { PortalRecord } from '../records/portal-record.ts';
import type { Addition } from './entry.ts';
import { codeOfAddition, withAdditions } from './with-editorial.ts';

/** A reason why an addition may not be approved. */
export interface Fault {
  readonly kind: FaultKind;
  /** Path in the card, guide or way. */
  readonly path: string;
  /** What is there, or what was found instead; never a citizen's number. */
  readonly found: string;
}

export type FaultKind =
  /** The fields are not of the form of `design.md`. */
  | 'form'
  /** A way for what is not there. */
  | 'no-such-target'
  /** A card or guide of this code or name is there already. */
  | 'already-there'
  /** A rule of `knowledge lint`. */
  | 'lint'
  /** A fee, a time, a law or a link that nothing bears out. */
  | 'without-source'
  /** Differs from the portal's record of its code. */
  | 'against-record'
  | 'account-number'
  /** A citizen's number stands in it. */
  | 'personal-number'
  /** Its own question does not lead to it. */
  | 'does-not-catch'
  /** The question that belongs elsewhere leads to it. */
  | 'catches-too-much'
  /** A question of another procedure is led to it. */
  | 'takes-from-others';

export interface Surroundings {
  /** What serves now. */
  readonly knowledge: Knowledge;
  /** The portal's record of its code; `null`: there is none. */
  readonly record: PortalRecord | null;
  /** `2026-11-22`. */
  readonly today: string;
}

/** [] when nothing is wrong. */
export function checkAddition(addition: Addition, { knowledge, record, today }: Surroundings): readonly Fault[] {
  const entries = [...knowledge.guides, ...knowledge.cards];
  const code = codeOfAddition(addition);
  const isKnown = entries.some((entry) => idOfCard(entry) === code);
  if (addition.kind === 'way' && !isKnown) return [{ kind: 'no-such-target', path: 'target', found: code }];
  if (addition.kind !== 'way' && isKnown) return [{ kind: 'already-there', path: 'code', found: code }];
  return [
    ...accountsIn(addition).map(({ path }): Fault => ({ kind: 'account-number', path: path.join('.'), found: '…' })),
    ...unsourced(addition, record),
    ...againstRecord(addition, record),
    ...lintFaults(addition, knowledge, today),
  ];
}

function againstRecord(addition: Addition, record: PortalRecord | null): Fault[] {
  if (addition.kind !== 'guide' || !record) return [];
  return checkGuide(addition.guide, record).map((finding) => ({
    kind: 'against-record',
    path: finding.path,
    found: describeFinding(finding),
  }));
}

/** What the addition brings to the rules that was not there before. */
function lintFaults(addition: Addition, knowledge: Knowledge, today: string): Fault[] {
  const errorsOf = (one: Knowledge) =>
    lintKnowledge(one, today)
      .filter(({ grade }) => grade === 'error')
      .map((note) => ({ path: note.path, found: describeNote(note) }));
  const before = new Set(errorsOf(knowledge).map(({ found }) => found));
  return errorsOf(withAdditions(knowledge, [addition]))
    .filter(({ found }) => !before.has(found))
    .map((note): Fault => ({ kind: 'lint', ...note }));
}

/** Amounts, limits, numbers of laws, links and phones that a sentence states. */
const facts =
  /\d[\d.,]*\s*(?:dong|d\b|nghin|ngan\b|trieu|ty\b|%|phan tram)|\b\d+\s*(?:ngay|gio|thang|tuan)\b|\b\d+\/\d{4}\/[a-z0-9-]+|https?:|\bwww\.|(?<!\d)0\d{2,3}[\s.]?\d{3}[\s.]?\d{3,4}(?!\d)|\b1[89]00[\s.]?\d{4}\b|\bmien (?:phi|le phi)\b|\bkhong (?:mat|thu) (?:phi|tien|le phi)\b/;

/** A guide without a record may state nothing but what its own source is named for; a card states no facts at all. */
function unsourced(addition: Addition, record: PortalRecord | null): Fault[] {
  if (addition.kind === 'way') return [];
  if (addition.kind === 'card') {
    const { card } = addition;
    const sourced = card.source.url !== null || card.source.decision !== null;
    return [
      ...(card.code !== null && !sourced ? [fault('code', card.code)] : []),
      ...(['title', 'plainTitle', 'variant', 'decidedBy', 'whereToGo'] as const).flatMap((field) =>
        facts.test(foldText(card[field] ?? '')) ? [fault(field, card[field] ?? '')] : [],
      ),
    ];
  }
  const { guide } = addition;
  if (record || guide.source.url !== null || guide.source.decision !== null) return [];
  return statedFacts(guide).map(([path, found]) => fault(path, found));
}

const fault = (path: string, found: string): Fault => ({ kind: 'without-source', path, found });

function statedFacts(guide: Guide): (readonly [path: string, says: string])[] {
  const sentences = (['steps', 'conditions', 'mistakes', 'tips'] as const).flatMap((list) =>
    guide[list].map((says, at) => [`${list}.${at}`, says] as const),
  );
  const filings = guide.filing.flatMap(({ fee, time }, at) => [
    ...(['free', 'fixed', 'from-to'].includes(fee.kind)
      ? [[`filing.${at}.fee`, `${fee.dong ?? fee.kind}`] as const]
      : []),
    ...(time ? [[`filing.${at}.time`, time.text] as const] : []),
  ]);
  return [
    ...filings,
    ...(guide.papers ?? []).map(({ name }, at) => [`papers.${at}`, name] as const),
    ...guide.legalBasis.map(({ number }, at) => [`legalBasis.${at}`, number] as const),
    ...sentences.filter(([, says]) => facts.test(foldText(says))),
  ];
}
