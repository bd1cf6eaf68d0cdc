/** The left side: which list, which filters, and what stands in it. */
import { type InboxQuery, type List, writeQuery } from '../../inbox/inbox-query.ts';
import { fill, texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { FilterIcon, KeyboardIcon } from '../../view/icon.tsx';
import { Link } from '../../view/link.tsx';
import { useNow } from '../../view/use-now.ts';
import type { HandOff } from '../../wire/wire-types.ts';
import { InboxItem } from './inbox-item.tsx';
import { SoundButton } from './sound-button.tsx';
import type { InboxList as InboxListData } from './use-inbox.ts';

interface InboxListProps {
  readonly inbox: InboxListData;
  readonly query: InboxQuery;
  readonly chosen: string | null;
  readonly isUnseen: (item: HandOff) => boolean;
  readonly onFilters: () => void;
  readonly onKeys: () => void;
}

const lists: readonly List[] = ['waiting', 'mine', 'all'];

export function InboxList({ inbox, query, chosen, isUnseen, onFilters, onKeys }: InboxListProps) {
  const now = useNow();
  const count = Object.keys(query.filters).length;
  return (
    <section class="pane list-pane" aria-label={texts.inbox.title}>
      <Lists inbox={inbox} query={query} />
      <p class="list-tools">
        <button type="button" class="button quiet" aria-haspopup="dialog" onClick={onFilters}>
          <FilterIcon />
          {count > 0 ? fill(texts.inbox.filtersOn, { count }) : texts.inbox.filters}
        </button>
        <span class="list-tools-end">
          <SoundButton />
          <button type="button" class="button quiet keys-button" aria-haspopup="dialog" onClick={onKeys}>
            <KeyboardIcon />
            {texts.inbox.keys}
          </button>
        </span>
      </p>
      {inbox.page && inbox.page.counts.callBack > 0 && query.list !== 'mine' ? (
        <p class="call-backs">{fill(texts.inbox.callBacks, { count: inbox.page.counts.callBack })}</p>
      ) : null}
      <ul class="items" aria-label={texts.inbox.items}>
        {inbox.items.map((item) => (
          <InboxItem
            key={item.id}
            item={item}
            to={`/console/cuoc/${item.id}${writeQuery(query)}`}
            current={item.id === chosen}
            unseen={isUnseen(item)}
            now={now}
          />
        ))}
      </ul>
      {inbox.page && inbox.items.length === 0 ? <Empty query={query} /> : null}
      {inbox.page?.next ? (
        <p class="list-more">
          <button type="button" class="button" onClick={inbox.more}>
            {texts.inbox.more}
          </button>
        </p>
      ) : null}
    </section>
  );
}

function Lists({ inbox, query }: Pick<InboxListProps, 'inbox' | 'query'>) {
  const { address } = useConsole();
  const path = address.split('?')[0] ?? '';
  const counts = inbox.page?.counts;
  const countOf = (list: List) => (list === 'all' ? null : (counts?.[list] ?? null));
  return (
    <nav aria-label={texts.inbox.lists}>
      <ul class="lists">
        {lists.map((list) => (
          <li key={list}>
            <Link class="list-link" to={`${path}${writeQuery({ ...query, list })}`} current={list === query.list}>
              {texts.inbox[list]}
              {countOf(list) === null ? null : <span class="count">{countOf(list)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Empty({ query }: Pick<InboxListProps, 'query'>) {
  const [title, text] =
    Object.keys(query.filters).length > 0
      ? [texts.inbox.emptyFiltered, null]
      : query.list === 'mine'
        ? [texts.inbox.emptyMine, texts.inbox.emptyMineText]
        : query.list === 'all'
          ? [texts.inbox.emptyAll, null]
          : [texts.inbox.emptyWaiting, texts.inbox.emptyWaitingText];
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {text ? <p class="note">{text}</p> : null}
    </div>
  );
}
