/** What an editor should look at in an imported record, by kind. */

/** `open`: somebody has to look before it is approved; `settled`: the rules already say "not known" in its place. */
export const doubtKinds = {
  'fee-contradicted': { grade: 'settled', says: 'fee says free and a note says not: taken as not known' },
  'fee-unread': { grade: 'settled', says: 'fee is several amounts, another currency or words: quoted, not read' },
  'fee-missing': { grade: 'settled', says: 'no fee published' },
  'time-unit-lost': { grade: 'settled', says: 'time limit without its unit: the answer says so' },
  'time-missing': { grade: 'settled', says: 'no time limit published' },
  'time-differs': { grade: 'open', says: 'time differs between ways of filing: a row may really be a case' },
  'copies-suspect': {
    grade: 'settled',
    says: 'number of copies swallowed a form number or a year: taken as not known',
  },
  'note-as-paper': { grade: 'settled', says: 'a row "0 bản chính" is a note: left out of the papers' },
  'row-cut': { grade: 'open', says: 'the page cut this row off' },
  'no-papers': { grade: 'settled', says: 'no list of papers: the answer says so' },
  'no-methods': { grade: 'open', says: 'no way of filing published' },
  'no-steps': { grade: 'open', says: 'no steps published' },
  'no-results': { grade: 'settled', says: 'no result published' },
  'result-cut': { grade: 'settled', says: 'result lacks its first letter: put back where there is one way to' },
  'result-odd': { grade: 'open', says: 'result begins in the middle of a word or a sentence' },
  district: { grade: 'open', says: 'sends people to a district office, which no longer exists: left out' },
  'bank-account': { grade: 'open', says: 'names a bank account: left out' },
  'no-decision': { grade: 'open', says: 'no deciding text named' },
  'no-url': { grade: 'settled', says: 'no address of the published page' },
  'unknown-level': { grade: 'open', says: 'a level that is none of ours' },
  'unknown-way': { grade: 'open', says: 'a way of filing that is none of ours: left out' },
  'name-changed': {
    grade: 'open',
    says: 'the record of this code had quite another name: another procedure on the page?',
  },
  'name-not-listed': { grade: 'open', says: "the ministry's list gives this code quite another name" },
  'not-listed': { grade: 'settled', says: "the ministry's list no longer has this code" },
  'same-page': { grade: 'open', says: 'two codes share one page' },
} as const satisfies Readonly<Record<string, { readonly grade: 'open' | 'settled'; readonly says: string }>>;

export type DoubtKind = keyof typeof doubtKinds;

export interface Doubt {
  readonly kind: DoubtKind;
  /** Where in the record, `methods.0.fee`. */
  readonly path: string;
  /** What stands there, cut short. */
  readonly found: string;
}

export const isOpen = ({ kind }: Doubt): boolean => doubtKinds[kind].grade === 'open';

const longestFound = 160;

export const doubt = (kind: DoubtKind, path: string, found: string | null): Doubt => ({
  kind,
  path,
  found: (found ?? '').slice(0, longestFound),
});

/** How many records have a doubt of each kind, most first. */
export function countDoubts(lists: readonly (readonly Doubt[])[]): readonly (readonly [DoubtKind, number])[] {
  const counts = new Map<DoubtKind, number>();
  for (const list of lists)
    for (const kind of new Set(list.map((one) => one.kind))) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || a.localeCompare(b));
}
