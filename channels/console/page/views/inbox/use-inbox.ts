/** The list of the inbox, read anew whenever something may have changed. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { askedOf, type InboxQuery } from '../../inbox/inbox-query.ts';
import { byDue, joinPages } from '../../inbox/order.ts';
import { useConsole, useHints } from '../../view/console-context.ts';
import type { HandOff, InboxPage } from '../../wire/wire-types.ts';

export interface InboxList {
  /** `null` until it was read once. */
  readonly page: InboxPage | null;
  readonly items: readonly HandOff[];
  readonly more: () => void;
  readonly read: () => Promise<void>;
}

/** Hints come in bursts: the list is read once for all of a moment. */
const gatherMs = 300;

export function useInbox(query: InboxQuery): InboxList {
  const { caller, fail } = useConsole();
  const [page, setPage] = useState<InboxPage | null>(null);
  const [extra, setExtra] = useState<readonly HandOff[]>([]);
  const asked = askedOf(query, null);
  const latest = useRef(asked);
  latest.current = asked;
  const read = useCallback(async () => {
    try {
      const next = await caller.get<InboxPage>(asked);
      if (latest.current === asked) setPage(next);
    } catch (error) {
      fail(error);
    }
  }, [asked, caller, fail]);
  useEffect(() => {
    setExtra([]);
    void read();
  }, [read]);
  const waiting = useRef(0);
  useHints(({ kind }) => {
    if (kind !== 'hand-off' && kind !== 'look') return;
    clearTimeout(waiting.current);
    waiting.current = window.setTimeout(() => void read(), gatherMs);
  });
  useEffect(() => () => clearTimeout(waiting.current), []);
  const more = async () => {
    if (!page?.next) return;
    try {
      const next = await caller.get<InboxPage>(askedOf(query, page.next));
      setExtra(joinPages(extra, next.items));
      setPage({ ...page, next: next.next });
    } catch (error) {
      fail(error);
    }
  };
  return { page, items: byDue(joinPages(extra, page?.items ?? [])), more: () => void more(), read };
}
