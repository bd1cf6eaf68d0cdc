/** What the inbox shows, as it is asked of the server and kept in the address of the page. */

export type List = 'mine' | 'waiting' | 'all';

export const filterNames = ['channel', 'field', 'unit', 'label', 'state'] as const;
export type FilterName = (typeof filterNames)[number];

export interface InboxQuery {
  readonly list: List;
  /** Only what is set narrows the list. */
  readonly filters: Readonly<Partial<Record<FilterName, string>>>;
}

const lists: readonly List[] = ['mine', 'waiting', 'all'];

/** From the query of the page's address; whatever does not fit is left out. */
export function readQuery(address: string): InboxQuery {
  const given = new URLSearchParams(address.split('?')[1] ?? '');
  const list = lists.find((one) => one === given.get('ds')) ?? 'waiting';
  const filters = filterNames.flatMap((name) => {
    const value = given.get(name);
    return value ? [[name, value] as const] : [];
  });
  return { list, filters: Object.fromEntries(filters) };
}

/** For the page's address; empty for the list that opens by itself. */
export function writeQuery({ list, filters }: InboxQuery): string {
  const query = new URLSearchParams({ ...(list === 'waiting' ? {} : { ds: list }), ...filters }).toString();
  return query === '' ? '' : `?${query}`;
}

/** For the server. @param after from the page before; `null`: from the beginning. */
export const askedOf = ({ list, filters }: InboxQuery, after: string | null): string =>
  `/hand-offs?${new URLSearchParams({ list, ...filters, ...(after ? { after } : {}) })}`;

/** An empty value takes the filter away. */
export const withFilter = (query: InboxQuery, name: FilterName, value: string): InboxQuery => {
  const { [name]: _before, ...others } = query.filters;
  return { ...query, filters: value === '' ? others : { ...others, [name]: value } };
};
