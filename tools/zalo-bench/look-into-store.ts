/** What is in the store after a measurement, seen by its owner. The program must have ended. */
import pg from 'pg';
import { startEmbeddedServer } from '../../bot/store/embedded-server.ts';

export interface StoreFigures {
  readonly deliveries: Readonly<Record<string, number>>;
  readonly turns: number;
  readonly answeredTurns: number;
  /** Messages that have more than one turn. */
  readonly doubledMessages: number;
  /** Turns with more than one answer among the utterances. */
  readonly doubledAnswers: number;
  readonly replies: number;
  readonly outbox: Readonly<Record<string, number>>;
  /** Answers without a row in the outbox. */
  readonly unsentAnswers: number;
  readonly citizens: number;
}

const sql = `select
  (select json_object_agg(state, n) from (select state, count(*) n from platform_delivery group by 1) d) as deliveries,
  (select count(*)::int from turn) as turns,
  (select count(*)::int from turn where answered_at is not null) as "answeredTurns",
  (select count(*)::int from (select 1 from turn group by message_id having count(*) > 1) t) as "doubledMessages",
  (select count(*)::int from (select 1 from utterance where key like 'a:%' group by turn_id having count(*) > 1) u) as "doubledAnswers",
  (select count(*)::int from utterance where key like 'a:%') as replies,
  (select json_object_agg(state, n) from (select state, count(*) n from outbox group by 1) o) as outbox,
  (select count(*)::int from utterance u where key like 'a:%'
    and not exists (select from outbox o where o.key = 'said:' || u.id)) as "unsentAnswers",
  (select count(*)::int from citizen) as citizens`;

export async function lookIntoStore(dataFolder: string): Promise<StoreFigures> {
  const server = await startEmbeddedServer({ dataFolder });
  const client = new pg.Client({ ...server.loginAs('postgres', 'hoi_mot_cua') });
  try {
    await client.connect();
    const { rows } = await client.query<StoreFigures>(sql);
    const [figures] = rows;
    if (!figures) throw new Error('The store gave no figures');
    return figures;
  } finally {
    await client.end();
    await server.stop();
  }
}
