/** Counts what is said to PostgreSQL in this process. For suites. */
import pg from 'pg';

export interface Counted {
  /** Each waits for the server; what was sent together is one text. */
  readonly roundTrips: string[];
  stop(): void;
}

export function countStatements(): Counted {
  const roundTrips: string[] = [];
  const { query } = pg.Client.prototype;
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...given: Parameters<typeof query>) {
      const [first] = given as unknown as [string | { readonly text: string }];
      roundTrips.push(typeof first === 'string' ? first : first.text);
      return query.apply(this, given);
    },
  });
  return { roundTrips, stop: () => void Object.assign(pg.Client.prototype, { query }) };
}
