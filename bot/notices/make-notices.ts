/** Looks at the cases under watch and queues what is news, once each, to be sent by day. */
import type { z } from 'zod';
import { plainDay } from '../say/money-and-time.ts';
import type { NoticeStore, WatchedCase, WatchedPage } from '../store/index.ts';
import type { Speech } from '../texts/speech.ts';
import { nextDaytime } from './daytime.ts';
import { type DueNotice, dueNotices } from './due-notices.ts';
import type { noticeContent } from './notice-content.ts';

export interface NoticeMaker {
  readonly notices: NoticeStore;
  readonly speech: Speech;
  /** How people call a procedure; `null` for an unknown one. */
  readonly nameOf: (procedure: string) => string | null;
  readonly now: Date;
}

/** One round. Resolves with the number of notices queued. */
export async function makeNotices(maker: NoticeMaker): Promise<number> {
  let told = 0;
  for (let after: string | null = null; ; ) {
    const { cases, last }: WatchedPage = await maker.notices.watched({ after, now: maker.now });
    for (const one of cases) told += await tellOf(one, maker);
    if (last === null) return told;
    after = last;
  }
}

async function tellOf(one: WatchedCase, { notices, speech, nameOf, now }: NoticeMaker): Promise<number> {
  const watched = { ...one, id: one.dossierId };
  let told = 0;
  for (const notice of dueNotices(watched, now)) {
    const content = noticeWords(notice, one, { speech, nameOf });
    const { citizenId, dossierId } = one;
    const { slot, about } = notice;
    const isNew = await notices.tell({ citizenId, dossierId, slot, about, content, ...whenOf(notice, now), now });
    if (isNew) told += 1;
  }
  return told;
}

const keptMs = 30 * 86_400_000;

/** By day; "ngày mai" is pointless from that day on, the rest after a month. */
const whenOf = ({ slot, about }: DueNotice, now: Date) => ({
  notBefore: nextDaytime(now),
  notAfter: slot === 'due' ? new Date(`${about}T00:00:00+07:00`) : new Date(now.getTime() + keptMs),
});

/** Says which case without its whole code: a phone lies open on a table. */
function noticeWords(
  { kind, about }: DueNotice,
  { code, procedure }: Pick<WatchedCase, 'code' | 'procedure'>,
  { speech, nameOf }: Pick<NoticeMaker, 'speech' | 'nameOf'>,
): z.infer<typeof noticeContent> {
  const name = (procedure === null ? null : nameOf(procedure)) ?? speech.say('notice.someCase');
  const day = plainDay(about);
  const state = kind === 'changed' || kind === 'ended' ? speech.say(`notice.state.${about}`) : '';
  const end = code.slice(-4);
  const said = speech.say(`notice.${kind}`, { name, end, day, state });
  const short = state || speech.say(`notice.short.${kind}`, { day });
  return { text: `${said} ${speech.say('notice.howToStop')}`, fields: { procedure: name, end, state: short } };
}
