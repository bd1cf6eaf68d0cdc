/** What lies in the store of a running program, seen by its superuser: sizes, counts, how long turns took. */
import pg from 'pg';
import { joinEmbeddedServer } from '../../../bot/store/embedded-server.ts';

export interface TableSize {
  /** Rows, indexes and what is kept apart for long values, in bytes. */
  readonly bytes: number;
  readonly rows: number;
}

export interface ChannelTurns {
  readonly asked: number;
  readonly answered: number;
  /** From the message's time to the answer's keeping, in ms; `null` for no answer. */
  readonly p50: number | null;
  readonly p95: number | null;
}

export interface StoreLook {
  readonly tables: Readonly<Record<string, TableSize>>;
  /** Bytes written ahead since the database was made: what a read copy is sent. */
  readonly walBytes: number;
  readonly turns: Readonly<Record<string, ChannelTurns>>;
  /** By state. */
  readonly deliveries: Readonly<Record<string, number>>;
}

const sizes = `select relname as name, pg_total_relation_size(oid)::float8 as bytes,
  (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I', relname), false, true, '')))[1]::text::int as rows
  from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`;
const turns = `select channel, count(*)::int as asked, count(answered_at)::int as answered,
  percentile_cont(0.5) within group (order by extract(epoch from answered_at - asked_at) * 1000)::float8 as p50,
  percentile_cont(0.95) within group (order by extract(epoch from answered_at - asked_at) * 1000)::float8 as p95
  from turn group by channel`;

export async function lookAtStore(dataFolder: string): Promise<StoreLook> {
  const client = new pg.Client({ ...joinEmbeddedServer(dataFolder).loginAs('postgres', 'hoi_mot_cua') });
  await client.connect();
  try {
    const tables = (await client.query<{ name: string } & TableSize>(sizes)).rows;
    const wal = await client.query<{ bytes: number }>(
      `select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as bytes`,
    );
    const asked = (await client.query<{ channel: string } & ChannelTurns>(turns)).rows;
    const states = await client.query<{ state: string; count: number }>(
      'select state, count(*)::int as count from platform_delivery group by 1',
    );
    return {
      tables: Object.fromEntries(tables.map(({ name, ...size }) => [name, size])),
      walBytes: wal.rows[0]?.bytes ?? 0,
      turns: Object.fromEntries(asked.map(({ channel, ...rest }) => [channel, rest])),
      deliveries: Object.fromEntries(states.rows.map(({ state, count }) => [state, count])),
    };
  } finally {
    await client.end();
  }
}
