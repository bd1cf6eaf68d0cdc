/** Doubts that only show beside other records: another name than before or than on the ministry's list, a shared page. */

import { foldText } from '../plain-text.ts';
import { alikeNames } from './check-code.ts';
import { type Doubt, type DoubtKind, doubt } from './doubt.ts';
import type { Draft, Listed } from './draft.ts';

/** The draft with a doubt when the record of its code had quite another name before. */
export function compareWithBefore(draft: Draft, before: Draft | undefined): Draft {
  if (!before || before.digest === draft.digest) return { ...draft, doubts: before?.doubts ?? draft.doubts };
  if (alikeNames(before.record.name, draft.record.name)) return draft;
  return { ...draft, doubts: [...draft.doubts, doubt('name-changed', 'name', `before: ${before.record.name}`)] };
}

const beside: ReadonlySet<DoubtKind> = new Set(['name-not-listed', 'not-listed', 'same-page']);

/** All drafts, their doubts beside each other and beside the lists found anew. */
export function compareAll(drafts: Iterable<Draft>, listed: ReadonlyMap<string, Listed>): ReadonlyMap<string, Draft> {
  const all = [...drafts];
  const complete = completeLists(listed);
  const pages = Map.groupBy(all, ({ record }) => record.url);
  return new Map(
    all.map((draft) => {
      const { code, record } = draft;
      const others = record.url === null ? [] : (pages.get(record.url) ?? []).filter((one) => one.code !== code);
      const own = draft.doubts.filter(({ kind }) => !beside.has(kind));
      return [
        code,
        { ...draft, doubts: [...own, ...doubtsOfList(draft, { listed, complete }), ...doubtsOfPage(others)] },
      ];
    }),
  );
}

const doubtsOfPage = (others: readonly Draft[]): Doubt[] =>
  others.length === 0 ? [] : [doubt('same-page', 'url', others.map(({ code }) => code).join(', '))];

interface Lists {
  readonly listed: ReadonlyMap<string, Listed>;
  /** Ministries (as `agencyGroup` writes them) of whose list enough is known to miss a code on it. */
  readonly complete: ReadonlySet<string>;
}

function doubtsOfList({ code, record }: Draft, { listed, complete }: Lists): Doubt[] {
  const entry = listed.get(code);
  if (entry) return alikeNames(entry.name, record.name) ? [] : [doubt('name-not-listed', 'name', entry.name)];
  return complete.has(record.agencyGroup ?? '') ? [doubt('not-listed', 'id', code)] : [];
}

/** A shorter list is a part of one: that a code is not on it says nothing. */
const leastList = 200;

function completeLists(listed: ReadonlyMap<string, Listed>): ReadonlySet<string> {
  const issuers = Map.groupBy([...listed.values()], ({ issuer }) => slugOf(issuer ?? ''));
  return new Set([...issuers].flatMap(([slug, rows]) => (slug !== '' && rows.length >= leastList ? [slug] : [])));
}

/** `Bộ Tài chính` as records write it: `bo-tai-chinh`. */
const slugOf = (issuer: string) => foldText(issuer).replace(/[^a-z]+/g, '-');
