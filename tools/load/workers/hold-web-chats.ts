/** A process of the load: holds open web chats and asks in them at an even pace. */
import { setTimeout as sleep } from 'node:timers/promises';
import { readQuestions } from './asked-questions.ts';
import { beWorker, type Worker } from './be-worker.ts';
import { keepPace } from './keep-pace.ts';
import { type ChatEvents, type OpenChat, openChat } from './open-chat.ts';
import { makeTally, nowMs, type WorkTally } from './tally.ts';
import { WireCallError } from './wire-calls.ts';

export interface WebChatOptions {
  /** Of so many processes this is the `index`th. */
  readonly shards: number;
  readonly index: number;
  readonly chats: number;
  readonly perSecond: number;
  /** Chats from one address: the program's own limit is kept. */
  readonly perAddress: number;
  /** Chats that are being opened at the same time. */
  readonly atOnce: number;
  /** What was asked may be answered so long after the end, in seconds. */
  readonly grace: number;
}

/** An address of this machine for so many chats each. */
function addressOf(shard: number, group: number): string {
  return `127.${20 + shard}.${Math.floor(group / 250)}.${1 + (group % 250)}`;
}

async function openAll({ options, tell, stopped }: Worker<WebChatOptions>, base: string, events: ChatEvents) {
  const chats: OpenChat[] = [];
  const errors: Record<string, number> = {};
  let next = 0;
  const began = nowMs();
  const work = async () => {
    while (next < options.chats && !stopped.aborted) {
      const number = next++;
      const from = addressOf(options.index, Math.floor(number / options.perAddress));
      try {
        chats.push(await openChat(base, from, events));
      } catch (error) {
        const kind = error instanceof WireCallError ? error.code : String(error);
        errors[kind] = (errors[kind] ?? 0) + 1;
      }
      if (chats.length % 1000 === 0 && chats.length > 0)
        tell({ kind: 'progress', text: `${chats.length} chats are open` });
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, work));
  return { chats, errors, openMs: Math.round(nowMs() - began) };
}

await beWorker<WebChatOptions>(async (worker) => {
  const { options, tell, stopped } = worker;
  const questions = readQuestions();
  let tally: WorkTally | null = null;
  const lost: Record<string, number> = {};
  const events: ChatEvents = {
    onAccepted: (due) => tally?.took('accepted', due),
    onAnswered: (due) => tally?.took('turn', due),
    onFailed: (kind) => {
      if (tally) tally.failed(kind);
      else lost[kind] = (lost[kind] ?? 0) + 1;
    },
  };
  const base = await worker.target();
  const { chats, errors, openMs } = await openAll(worker, base, events);
  tell({ kind: 'ready', errors: { ...errors, ...lost }, counts: { chats: chats.length, openMs } });
  const begin = await worker.begin();
  const measured = makeTally(begin, 'turn');
  tally = measured;
  const pace = { begin, perSecond: options.perSecond, offset: options.index / options.shards, stopped };
  await keepPace(pace, (index, due) => {
    measured.sent(due);
    const chat = chats[index % chats.length];
    const text = questions[(index * options.shards + options.index) % questions.length];
    if (chat && text) chat.ask(text, due);
  });
  const waiting = () => chats.reduce((sum, chat) => sum + chat.waiting, 0);
  for (let rest = options.grace * 10; rest > 0 && waiting() > 0 && !stopped.aborted; rest -= 1) await sleep(100);
  measured.count('chats', chats.length);
  tell({ kind: 'report', report: measured.report() });
});
