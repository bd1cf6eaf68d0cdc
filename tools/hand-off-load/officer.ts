/** An officer at his console: looks, claims, speaks, notes, passes on, ends. One talk at a time, as his page calls. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Claim, type ConsoleCalls, makeConsoleCalls } from './console-calls.ts';
import type { Drill } from './drill.ts';
import { followHints } from './follow-hints.ts';
import { newRecord, type OfficerRecord } from './officer-record.ts';
import { makeReach } from './reach.ts';

export interface Officer {
  readonly record: OfficerRecord;
  /** Until the drill ends; the talk that he has is brought to its end. */
  live(): Promise<void>;
}

export interface OfficerParts {
  readonly drill: Drill;
  readonly number: number;
  readonly staffId: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Ids of all who may be passed a talk. */
  readonly colleagues: readonly string[];
}

const keepEveryMs = 20_000;
/** His page looks by itself, whatever the hints. */
const lookEveryMs = 5_000;
const wordsEach = 3;
const passesOn = 0.2;
const notes = 0.4;
const between = (from: number, to: number) => from + Math.random() * (to - from);

export function makeOfficer({ drill, number, staffId, headers, colleagues }: OfficerParts): Officer {
  const reach = makeReach(drill.bases, drill.tally);
  const record = newRecord(staffId);
  const calls = makeConsoleCalls({ drill, number, reach, headers, record });
  const hints = { wake: () => {} };
  return {
    record,
    async live() {
      await calls.call('/presence', { method: 'PUT', body: { state: 'available' } });
      const hearing = followHints({ drill, reach, headers, onHint: () => hints.wake() });
      while (!drill.officersStop()) {
        const claim = await claimOne(calls, drill.reachesFor);
        if (claim) await work({ calls, record, hints, colleagues }, claim);
        else await sleep(between(200, 800));
      }
      await hearing;
    },
  };
}

/** Everybody reaches for the first ones: two press together. */
async function claimOne(calls: ConsoleCalls, reachesFor: number): Promise<Claim | null> {
  const list = Math.random() < 0.2 ? 'mine' : 'waiting';
  const { body } = await calls.call(`/hand-offs?list=${list}&limit=30`);
  const { items = [] } = body as { items?: readonly { readonly id: string }[] };
  const one = items[Math.floor(Math.random() * Math.min(reachesFor, items.length))];
  return one ? calls.claim(one.id) : null;
}

interface Working {
  readonly calls: ConsoleCalls;
  readonly record: OfficerRecord;
  readonly hints: { wake: () => void };
  readonly colleagues: readonly string[];
}

async function work(working: Working, claim: Claim): Promise<void> {
  const { calls, record, colleagues } = working;
  const { handOffId, fence } = claim;
  const keeping = setInterval(() => {
    calls.call(`/hand-offs/${handOffId}/keep`, { body: { fence } }).catch(() => {});
  }, keepEveryMs);
  let holds = true;
  let after = await calls.read(handOffId, 0, record.seen.while);
  for (let word = 0; word < wordsEach && holds && after !== null; word += 1) {
    await sleep(between(300, 1_000));
    holds = await calls.say(claim);
    if (holds) after = await listen(working, { handOffId, after, ms: between(2_000, 5_000) });
    if (holds && word === 0 && Math.random() < notes) await calls.note(claim);
  }
  const colleague = Math.random() < passesOn ? colleagues[Math.floor(Math.random() * colleagues.length)] : null;
  if (holds) await calls.leave(claim, colleague ?? null);
  clearInterval(keeping);
  await calls.read(handOffId, 0, record.seen.after);
}

interface Listening {
  readonly handOffId: string;
  readonly after: number;
  readonly ms: number;
}

/** Looks as hints come, until the time has passed. */
async function listen({ calls, record, hints }: Working, { handOffId, after, ms }: Listening): Promise<number | null> {
  const until = Date.now() + ms;
  let next: number | null = after;
  while (Date.now() < until && next !== null) {
    const hint = new Promise<void>((resolve) => {
      hints.wake = resolve;
    });
    await Promise.race([hint, sleep(Math.min(lookEveryMs, Math.max(10, until - Date.now())))]);
    next = await calls.read(handOffId, next, record.seen.while);
  }
  return next;
}
