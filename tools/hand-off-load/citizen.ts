/** A citizen: asks for an officer, goes on writing while he waits, answers his officer, rates him, asks again. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Drill } from './drill.ts';
import { makeReach, type Reach } from './reach.ts';
import { countIn } from './tally.ts';

/** A message that was acknowledged to him. */
export interface AckedMessage {
  readonly id: string;
  readonly key: string;
  readonly sentAt: number;
}

/** What his client was shown, in its order; a thing shown twice stands twice. */
export interface Shown {
  readonly id: string;
  readonly at: number;
}

export interface Citizen {
  readonly name: string;
  readonly conversationId: () => string;
  readonly acked: AckedMessage[];
  readonly shown: Shown[];
  readonly bySocket: boolean;
  /** Reads on once more. @returns whether anything was new. */
  readOn(): Promise<boolean>;
  /** Until he is told to stop. */
  live(): Promise<void>;
}

interface Activity {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly from: { readonly role: string };
  readonly channelData?: { readonly officer?: boolean; readonly notice?: string };
}

type Mood = 'idle' | 'waiting' | 'owned' | 'rating';

const questions = [
  'lệ phí đăng ký khai sinh bao nhiêu',
  'đăng ký kết hôn cần giấy tờ gì',
  'làm căn cước cho con mất mấy ngày',
  'xác nhận tình trạng hôn nhân ở đâu',
  'đăng ký tạm trú cần những gì',
  'bao giờ thì đến lượt em',
  'chứng thực bản sao mất bao lâu',
];
const replies = ['vâng ạ', 'dạ em cảm ơn', 'thế còn giấy tờ của bố mẹ cháu thì sao', 'em nộp ở xã được không ạ'];
const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;

export function makeCitizen(drill: Drill, number: number): Citizen {
  const { tally } = drill;
  const reach = makeReach(drill.bases, tally);
  const address = `10.7.${Math.floor(number / 200)}.${(number % 200) + 1}`;
  const bySocket = number % 2 === 0;
  const acked: AckedMessage[] = [];
  const shown: Shown[] = [];
  let token = '';
  let conversationId = '';
  let watermark = '';
  let mood: Mood = 'idle';
  let owes = 0;
  const headers = () => ({ authorization: `Bearer ${token}`, 'x-forwarded-for': address });
  const path = () => `/v3/directline/conversations/${conversationId}`;

  const show = (activities: readonly Activity[]) => {
    const at = Date.now();
    for (const one of activities) {
      if (one.type !== 'message') continue;
      shown.push({ id: one.id, at });
      const sentAt = drill.officerSaid.get(one.id);
      if (sentAt !== undefined) tally.toCitizenMs.push(at - sentAt);
      else drill.shownEarly.set(one.id, at);
      const { officer = false, notice } = one.channelData ?? {};
      if (notice === 'joined') mood = 'owned';
      else if (notice === 'returned' || notice === 'finished') mood = 'rating';
      else if (notice === 'citizen-left') mood = 'idle';
      else if (notice === 'passed' || notice === 'lost') mood = 'waiting';
      else if (officer) owes += 1;
    }
  };
  const say = async (text: string) => {
    const key = randomUUID();
    const sentAt = Date.now();
    const message = { type: 'message', from: { id: 'nguoi-dan' }, text, channelData: { clientActivityID: key } };
    const { status, body, tries } = await reach.call(`${path()}/activities`, { headers: headers(), body: message });
    if (status !== 200) return countIn(tally.errors, `citizen refused ${status}`);
    const { id } = body as { id: string };
    acked.push({ id, key, sentAt });
    drill.citizenSaid.set(id, sentAt);
    countIn(tally.done, 'citizen messages acknowledged');
    if (tries > 1) countIn(tally.done, 'citizen messages said again after no reply');
  };
  const readOn = async () => {
    const { status, body } = await reach.call(`${path()}/activities?watermark=${watermark}`, { headers: headers() });
    if (status !== 200) throw new Error(`The talk could not be read: ${status}`);
    const page = body as { activities: readonly Activity[]; watermark: string };
    const isNew = page.watermark !== watermark;
    watermark = page.watermark;
    show(page.activities);
    return isNew;
  };
  const begin = async () => {
    const { body } = await reach.call('/api/token', { headers: { 'x-forwarded-for': address }, body: drill.place });
    ({ token, conversationId } = body as { token: string; conversationId: string });
    await reach.call('/v3/directline/conversations', { headers: headers(), body: {} });
  };
  const act = async () => {
    if (mood === 'idle') {
      mood = 'waiting';
      return say('cho tôi gặp cán bộ');
    }
    if (mood === 'rating') {
      mood = 'idle';
      owes = 0;
      await say(`${1 + Math.floor(Math.random() * 5)} sao`);
      return sleep(200 + Math.random() * 1500);
    }
    if (mood === 'owned' && owes > 0) {
      owes -= 1;
      return say(pick(replies));
    }
    if (Math.random() < (mood === 'owned' ? 0.08 : 1 / drill.writesEvery)) return say(pick(questions));
  };
  return {
    name: `citizen ${number}`,
    conversationId: () => conversationId,
    acked,
    shown,
    bySocket,
    readOn,
    async live() {
      await begin();
      const reading = bySocket
        ? followSocket(drill, {
            reach,
            path,
            headers,
            watermark: () => watermark,
            show,
            keep: (mark) => {
              watermark = mark;
            },
          })
        : poll(drill, readOn);
      for (; !drill.citizensStop(); await sleep(700 + Math.random() * 600)) await act();
      await reading;
    },
  };
}

async function poll(drill: Drill, readOn: () => Promise<boolean>): Promise<void> {
  for (; !drill.clientsStop(); await sleep(1_500 + Math.random() * 1_000)) await readOn();
}

interface Following {
  readonly reach: Reach;
  readonly path: () => string;
  readonly headers: () => Record<string, string>;
  readonly watermark: () => string;
  readonly show: (activities: readonly Activity[]) => void;
  readonly keep: (watermark: string) => void;
}

/** Opens the socket anew wherever it can, from where it stopped. */
async function followSocket(drill: Drill, { reach, path, headers, watermark, show, keep }: Following): Promise<void> {
  while (!drill.clientsStop()) {
    const mark = watermark();
    const { status, body } = await reach.call(`${path()}?watermark=${mark || '0'}`, { headers: headers() });
    if (status !== 200) {
      countIn(drill.tally.errors, `socket address refused ${status}`);
      await sleep(500);
      continue;
    }
    const { streamUrl } = body as { streamUrl: string };
    await new Promise<void>((resolve) => {
      const socket = new WebSocket(streamUrl, { headers: { 'x-forwarded-for': headers()['x-forwarded-for'] ?? '' } });
      const look = setInterval(() => drill.clientsStop() && socket.close(), 200);
      socket.on('message', (data) => {
        const text = String(data);
        if (text === '') return;
        const frame = JSON.parse(text) as { activities?: readonly Activity[]; watermark?: string };
        if (frame.watermark) keep(frame.watermark);
        show(frame.activities ?? []);
      });
      socket.on('error', (error) =>
        countIn(drill.tally.errors, `socket ${(error as { code?: string }).code ?? error.name}`),
      );
      socket.on('close', () => {
        clearInterval(look);
        resolve();
      });
    });
    if (drill.clientsStop()) return;
    countIn(drill.tally.done, 'sockets opened again');
    reach.turnTo();
    await sleep(200 + Math.random() * 800);
  }
}
