/** The way in for what is to be acknowledged: connections of its own, one statement for any number of rows. */
import { type Address, openPool } from './database.ts';
import { jobRoles } from './roles.ts';

export interface DeliveryRow {
  readonly id: string;
  readonly seq: number;
  readonly channel: string;
  readonly account: string;
  readonly event_key: string;
  readonly lane: Buffer;
  readonly name: string;
  /** JSON. */
  readonly masked: string;
  readonly sealed: Buffer | null;
  readonly ordered_at: Date;
  readonly received_at: Date;
  readonly not_before: Date;
  readonly trace: string | null;
}

export interface DeliveryDoor {
  /** All or none. Resolves with the ids of those that were not known, once they are safe on disk. */
  insert(rows: readonly DeliveryRow[]): Promise<ReadonlySet<string>>;
  /** The same, and undone: on every connection, so that none has to be made or to learn the statement later. */
  rehearse(rows: readonly DeliveryRow[]): Promise<void>;
  close(): Promise<void>;
}

const connections = 2;

const types = {
  id: 'uuid',
  seq: 'bigint',
  channel: 'text',
  account: 'text',
  event_key: 'text',
  lane: 'bytea',
  name: 'text',
  masked: 'jsonb',
  sealed: 'bytea',
  ordered_at: 'timestamptz',
  received_at: 'timestamptz',
  not_before: 'timestamptz',
  trace: 'text',
} as const satisfies Record<keyof DeliveryRow, string>;
const columns = Object.keys(types) as (keyof DeliveryRow)[];

/** Prepared under its name on each connection; its text is the same for one row and for a hundred. */
const statement = {
  name: 'keep-deliveries',
  text: `insert into platform_delivery (${columns.join(', ')})
    select * from unnest(${columns.map((column, index) => `$${index + 1}::${types[column]}[]`).join(', ')})
    on conflict (channel, account, event_key) do nothing returning id`,
};

/** Outside of a transaction one statement is one: nothing has to be begun, said of the role, and committed beside it. */
export function openDeliveryDoor(address: Address, log: (text: string) => void = () => {}): DeliveryDoor {
  const pool = openPool(address, log, { connections, role: jobRoles.deliveries, keptOpen: true });
  const query = (rows: readonly DeliveryRow[]) => ({
    ...statement,
    values: columns.map((column) => rows.map((row) => row[column])),
  });
  return {
    async insert(rows) {
      const kept = await pool.query<{ id: string }>(query(rows));
      return new Set(kept.rows.map(({ id }) => id));
    },
    async rehearse(rows) {
      const clients = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
      await Promise.all(
        clients.map(async (client) => {
          try {
            await client.query('begin');
            await client.query(query(rows));
            await client.query('rollback');
            client.release();
          } catch (error) {
            client.release(true);
            throw error;
          }
        }),
      );
    },
    close: () => pool.end(),
  };
}
