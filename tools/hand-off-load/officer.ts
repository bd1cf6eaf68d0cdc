/** An officer at his console: looks, claims, speaks, notes, passes on, ends. One talk at a time, as his page calls. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Drill } from './drill.ts';
import { followHints } from './follow-hints.ts';
import { makeReach, type Reply } from './reach.ts';
import { countIn } from './tally.ts';

/** A word whose acknowledgement he got. */
export interface AckedWord {
  readonly id: string;
  readonly handOffId: string;
  readonly text: string;
}

export interface Officer {
  readonly staffId: string;
  readonly words: AckedWord[];
  /** Words answered `lost`: nothing of them may be said. */
  readonly refused: { readonly handOffId: string; readonly text: string; readonly tries: number }[];
  readonly notes: { readonly handOffId: string; readonly text: string }[];
  /** Ids of citizens' messages that he was shown while he had the talk, and in the look after its end. */
  readonly seen: { readonly while: Set<string>; readonly after: Set<string> };
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

interface Claim {
  readonly handOffId: string;
  readonly fence: number;
}

interface Talk {
  readonly handOff: { readonly state: string };
  readonly entries: readonly { readonly id: string; readonly speaker: string; readonly position: number }[];
  readonly last: number;
}

const keepEveryMs = 20_000;
const lookEveryMs = 5_000;
const between = (from: number, to: number) => from + Math.random() * (to - from);

export function makeOfficer({ drill, number, staffId, headers, colleagues }: OfficerParts): Officer {
  const { tally } = drill;
  const reach = makeReach(drill.bases, tally);
  const own: Omit<Officer, 'live'> = {
    staffId,
    words: [],
    refused: [],
    notes: [],
    seen: { while: new Set(), after: new Set() },
  };
  const call = (path: string, asked: { method?: string; body?: unknown } = {}): Promise<Reply> =>
    reach.call(`/console/api${path}`, { headers, ...asked });
  let wake = () => {};
  let count = 0;

  /** Everything of a talk from a position on. @returns the next position; `null` when he is not shown it any more. */
  const read = async (handOffId: string, after: number, seen: Set<string>): Promise<number | null> => {
    const { status, body } = await call(`/hand-offs/${handOffId}?after=${after}`);
    if (status !== 200) return null;
    const { entries, last } = body as Talk;
    const at = Date.now();
    for (const { id, speaker } of entries) {
      if (speaker !== 'citizen' || seen.has(id)) continue;
      seen.add(id);
      const sentAt = drill.citizenSaid.get(id);
      if (seen === own.seen.while && sentAt !== undefined && after > 0) tally.toOfficerMs.push(at - sentAt);
    }
    return last;
  };
  /** `false`: he has lost the talk. */
  const say = async (claim: Claim): Promise<boolean> => {
    count += 1;
    const text = `Chào anh chị, tôi xem giúp ngay đây ạ. (${letters(number)} ${letters(count)})`;
    const sentAt = Date.now();
    const body = { fence: claim.fence, key: randomUUID(), text };
    const { status, body: said, tries } = await call(`/hand-offs/${claim.handOffId}/messages`, { body });
    if (status !== 200) {
      own.refused.push({ handOffId: claim.handOffId, text, tries });
      countIn(tally.errors, `word refused ${status} ${codeOf(said)}`);
      return false;
    }
    const { id } = said as { id: string };
    own.words.push({ id, handOffId: claim.handOffId, text });
    const early = drill.shownEarly.get(id);
    if (early === undefined) drill.officerSaid.set(id, sentAt);
    else tally.toCitizenMs.push(early - sentAt);
    countIn(tally.done, 'officer words acknowledged');
    if (tries > 1) countIn(tally.done, 'officer words said again after no reply');
    return true;
  };
  /** Looks as hints come, until `ms` have passed. */
  const listen = async (claim: Claim, from: number, ms: number): Promise<number | null> => {
    const until = Date.now() + ms;
    let after: number | null = from;
    while (Date.now() < until && after !== null) {
      const hint = new Promise<void>((resolve) => {
        wake = resolve;
      });
      await Promise.race([hint, sleep(Math.min(lookEveryMs, Math.max(10, until - Date.now())))]);
      after = await read(claim.handOffId, after, own.seen.while);
    }
    return after;
  };
  const note = async ({ handOffId }: Claim) => {
    const text = `Đã xem giấy tờ (${letters(number)} ${letters(own.notes.length + 1)})`;
    const { status } = await call(`/hand-offs/${handOffId}/notes`, { body: { text } });
    if (status === 204) own.notes.push({ handOffId, text });
    else countIn(tally.errors, `note refused ${status}`);
  };
  const leave = async ({ handOffId, fence }: Claim) => {
    const passes = Math.random() < 0.2;
    const staffId = colleagues[Math.floor(Math.random() * colleagues.length)];
    const { status, body, tries } = passes
      ? await call(`/hand-offs/${handOffId}/transfer`, { body: { fence, to: { staffId }, note: 'Nhờ xem tiếp' } })
      : await call(`/hand-offs/${handOffId}/end`, {
          body: { fence, as: Math.random() < 0.5 ? 'returned' : 'finished' },
        });
    const what = passes ? 'transfer' : 'end';
    if (status === 204) countIn(tally.done, passes ? 'transfers' : 'ends');
    else
      countIn(
        tally.errors,
        `${what} refused ${status} ${codeOf(body)}${tries > 1 ? ' (sent again after no reply)' : ''}`,
      );
  };
  const work = async (claim: Claim) => {
    let keepsOn = true;
    const keeping = setInterval(() => {
      void call(`/hand-offs/${claim.handOffId}/keep`, { body: { fence: claim.fence } }).catch(() => {});
    }, keepEveryMs);
    let after = await read(claim.handOffId, 0, own.seen.while);
    for (let word = 0; word < 3 && keepsOn && after !== null; word += 1) {
      await sleep(between(300, 1_000));
      keepsOn = await say(claim);
      if (keepsOn) after = await listen(claim, after, between(2_000, 5_000));
      if (keepsOn && word === 0 && Math.random() < 0.4) await note(claim);
    }
    if (keepsOn) await leave(claim);
    clearInterval(keeping);
    await read(claim.handOffId, 0, own.seen.after);
  };
  const claimOne = async (): Promise<Claim | null> => {
    const list = Math.random() < 0.2 ? 'mine' : 'waiting';
    const { body } = await call(`/hand-offs?list=${list}&limit=30`);
    const items = (body as { items?: readonly { id: string; state: string }[] }).items ?? [];
    // Everybody reaches for the first ones: two press together.
    const one = items[Math.floor(Math.random() * Math.min(4, items.length))];
    if (!one) return null;
    const begun = performance.now();
    const { status, body: claimed } = await call(`/hand-offs/${one.id}/claim`, { method: 'POST' });
    if (status === 200) {
      tally.claimMs.push(performance.now() - begun);
      countIn(tally.done, 'claims');
      return claimed as Claim;
    }
    countIn(tally.done, `claims refused: ${codeOf(claimed)}`);
    return null;
  };
  return {
    ...own,
    async live() {
      await call('/presence', { method: 'PUT', body: { state: 'available' } });
      const hints = followHints({ drill, reach, headers, onHint: () => wake() });
      while (!drill.officersStop()) {
        const claim = await claimOne();
        if (claim) await work(claim);
        else await sleep(between(200, 800));
      }
      await hints;
    },
  };
}

const codeOf = (body: unknown): string => (body as { error?: { code?: string } })?.error?.code ?? '';

/** Figures would be masked as codes of dossiers: `14` is `be`. */
export const letters = (value: number): string =>
  String(value).replace(/\d/g, (figure) => 'abcdefghij'[Number(figure)] ?? '');
