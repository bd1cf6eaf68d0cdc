import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { askedOf, filterNames, type InboxQuery, readQuery, withFilter, writeQuery } from './inbox-query.ts';

describe('what the inbox shows', () => {
  it('stands in the address and is read from it again', () => {
    const query = fc.record({
      list: fc.constantFrom('mine' as const, 'waiting' as const, 'all' as const),
      filters: fc.dictionary(fc.constantFrom(...filterNames), fc.string({ minLength: 1 }), { noNullPrototype: true }),
    });
    fc.assert(
      fc.property(query, (asked) => {
        expect(readQuery(`/console${writeQuery(asked as InboxQuery)}`)).toEqual(asked);
      }),
    );
  });

  it('begins with those who wait, and takes nothing from an address that it does not know', () => {
    expect(readQuery('/console?ds=xoa&mau=do')).toEqual({ list: 'waiting', filters: {} });
  });

  it('is asked of the server with its filters, page by page', () => {
    const query = withFilter(readQuery('/console?ds=all'), 'label', 'gấp');
    expect(askedOf(query, null)).toBe('/hand-offs?list=all&label=g%E1%BA%A5p');
    expect(askedOf(withFilter(query, 'label', ''), 'x1')).toBe('/hand-offs?list=all&after=x1');
  });
});
