/** An officer's calls of the console's API, each noted in his record. */
import { randomUUID } from 'node:crypto';
import type { Drill } from './drill.ts';
import { letters, type OfficerRecord } from './officer-record.ts';
import type { Reach } from './reach.ts';
import { countIn } from './tally.ts';

export interface Claim {
  readonly handOffId: string;
  readonly fence: number;
}

interface Talk {
  readonly entries: readonly { readonly id: string; readonly speaker: string }[];
  readonly last: number;
}

export interface ConsoleParts {
  readonly drill: Drill;
  readonly number: number;
  readonly reach: Reach;
  readonly headers: Readonly<Record<string, string>>;
  readonly record: OfficerRecord;
}

export type ConsoleCalls = ReturnType<typeof makeConsoleCalls>;

export function makeConsoleCalls({ drill, number, reach, headers, record }: ConsoleParts) {
  const { tally } = drill;
  const call = (path: string, asked: { method?: string; body?: unknown } = {}) =>
    reach.call(`/console/api${path}`, { headers, ...asked });
  return {
    call,
    /** Everything of a talk from a position on. @returns the next position; `null` when he is not shown it any more. */
    async read(handOffId: string, after: number, seen: Set<string>): Promise<number | null> {
      const { status, body } = await call(`/hand-offs/${handOffId}?after=${after}`);
      if (status !== 200) return null;
      const { entries, last } = body as Talk;
      const fresh = entries.filter(({ id, speaker }) => speaker === 'citizen' && !seen.has(id));
      for (const { id } of fresh) {
        seen.add(id);
        const sentAt = drill.citizenSaid.get(id);
        // What was there when he opened the talk waited for him, not for the program.
        if (after > 0 && sentAt !== undefined) tally.toOfficerMs.push(Date.now() - sentAt);
      }
      return last;
    },
    /** `false`: he has lost the talk. */
    async say({ handOffId, fence }: Claim): Promise<boolean> {
      const nth = letters(record.words.length + record.refused.length + 1);
      const text = `Chào anh chị, tôi xem giúp ngay đây ạ. (${letters(number)} ${nth})`;
      const sentAt = Date.now();
      const words = { fence, key: randomUUID(), text };
      const { status, body, tries } = await call(`/hand-offs/${handOffId}/messages`, { body: words });
      if (status !== 200) {
        record.refused.push({ handOffId, text, tries });
        countIn(tally.errors, `word refused ${status} ${codeOf(body)}`);
        return false;
      }
      const { id } = body as { id: string };
      record.words.push({ id, handOffId, text });
      const early = drill.shownEarly.get(id);
      if (early === undefined) drill.officerSaid.set(id, sentAt);
      else tally.toCitizenMs.push(early - sentAt);
      countIn(tally.done, 'officer words acknowledged');
      if (tries > 1) countIn(tally.done, 'officer words said again after no reply');
      return true;
    },
    async note({ handOffId }: Claim): Promise<void> {
      const text = `Đã xem giấy tờ (${letters(number)} ${letters(record.notes.length + 1)})`;
      const { status } = await call(`/hand-offs/${handOffId}/notes`, { body: { text } });
      if (status === 204) record.notes.push({ handOffId, text });
      else countIn(tally.errors, `note refused ${status}`);
    },
    /** Passes it on to a colleague, or ends it where there is none. */
    async leave({ handOffId, fence }: Claim, staffId: string | null): Promise<void> {
      const [what, order] =
        staffId === null
          ? (['end', { fence, as: Math.random() < 0.5 ? 'returned' : 'finished' }] as const)
          : (['transfer', { fence, to: { staffId }, note: 'Nhờ xem tiếp' }] as const);
      const { status, body, tries } = await call(`/hand-offs/${handOffId}/${what}`, { body: order });
      const again = tries > 1 ? ' (sent again after no reply)' : '';
      if (status === 204) countIn(tally.done, `${what}s`);
      else countIn(tally.errors, `${what} refused ${status} ${codeOf(body)}${again}`);
    },
    async claim(handOffId: string): Promise<Claim | null> {
      const begun = performance.now();
      const { status, body } = await call(`/hand-offs/${handOffId}/claim`, { method: 'POST' });
      if (status !== 200) {
        countIn(tally.done, `claims refused: ${codeOf(body)}`);
        return null;
      }
      tally.claimMs.push(performance.now() - begun);
      countIn(tally.done, 'claims');
      return body as Claim;
    },
  };
}

const codeOf = (body: unknown): string => (body as { error?: { code?: string } })?.error?.code ?? '';
