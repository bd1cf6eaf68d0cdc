/** Fills a store with many conversations and utterances, as a superuser and by the database itself: for plans and for rest. */
import type { DrillDatabase } from '../hand-off-load/start-postgres.ts';

export interface Filling {
  readonly conversations: number;
  /** Of each: a question and its answer, and so two utterances. */
  readonly turns: number;
}

/** An answer of everyday size. */
const answer = `jsonb_build_object('opening', null, 'answer', jsonb_build_object('status', 'answered', 'codes', jsonb_build_array('1.001193'),
  'facet', 'fee', 'blocks', jsonb_build_array(jsonb_build_object('kind', 'say', 'text', repeat('Câu trả lời. ', 60))), 'options', '[]'::jsonb, 'sources', '[]'::jsonb))`;

export async function fillStore({ query }: DrillDatabase, { conversations, turns }: Filling): Promise<void> {
  const id = (kind: string, number: string) => `md5('${kind}' || ${number})::uuid`;
  const at = (talk: string) => `now() - (${talk} % 500000) * interval '1 second' - interval '1 hour'`;
  await query(`insert into citizen (id, created_at)
    select ${id('citizen', 'n')}, ${at('n')} from generate_series(1, ${conversations}) n`);
  await query(`insert into conversation (id, citizen_id, channel, external_id, locale, memory, version, created_at, updated_at)
    select ${id('talk', 'n')}, ${id('citizen', 'n')}, case when n % 4 = 0 then 'zalo-oa' else 'web' end, 'filled-' || n, 'vi',
      '{"opened": true}', ${turns}, ${at('n')}, ${at('n')} from generate_series(1, ${conversations}) n`);
  await query(`insert into turn (id, conversation_id, citizen_id, channel, seq, message_id, asked_masked, asked_at, answer, status, answered_at, ms)
    select ${id('turn', `n || '-' || t`)}, ${id('talk', 'n')}, ${id('citizen', 'n')}, 'web', t, 'm' || t, 'lệ phí khai sinh bao nhiêu',
      ${at('n')}, ${answer}, 'answered', ${at('n')}, 12
    from generate_series(1, ${conversations}) n, generate_series(1, ${turns}) t`);
  await query(`insert into utterance (id, conversation_id, citizen_id, position, key, speaker, turn_id, said_at)
    select ${id('said', `n || '-' || t || s`)}, ${id('talk', 'n')}, ${id('citizen', 'n')},
      (extract(epoch from ${at('n')}) * 1000000)::bigint + t * 10 + case s when 'q' then 0 else 1 end,
      s || ':' || ${id('turn', `n || '-' || t`)}, case s when 'q' then 'citizen' else 'bot' end, ${id('turn', `n || '-' || t`)}, ${at('n')}
    from generate_series(1, ${conversations}) n, generate_series(1, ${turns}) t, unnest(array['q', 'a']) s`);
  for (const table of ['citizen', 'conversation', 'turn', 'utterance', 'outbox', 'platform_delivery'])
    await query(`vacuum analyze ${table}`);
}
