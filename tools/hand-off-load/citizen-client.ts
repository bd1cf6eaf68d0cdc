/** A citizen's client of the wire: says, is shown, and goes on with whichever copy is there. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Drill } from './drill.ts';
import type { Reach } from './reach.ts';
import { countIn } from './tally.ts';

/** A message that was acknowledged to him. */
export interface AckedMessage {
  readonly id: string;
  readonly key: string;
}

export interface Activity {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly channelData?: { readonly officer?: boolean; readonly notice?: string };
}

export interface ClientParts {
  readonly drill: Drill;
  readonly reach: Reach;
  /** Where he calls from: each from an address of his own, as limits are counted by it. */
  readonly address: string;
  readonly onShown: (activity: Activity) => void;
}

/** Of another talk, or older than half an hour. */
export class KeyRefusedError extends Error {
  override name = 'KeyRefusedError';
}

export type CitizenClient = ReturnType<typeof makeCitizenClient>;

export function makeCitizenClient({ drill, reach, address, onShown }: ClientParts) {
  const { tally } = drill;
  const own = { token: '', conversationId: '', watermark: '', acked: [] as AckedMessage[], shown: [] as string[] };
  const headers = () => ({ authorization: `Bearer ${own.token}`, 'x-forwarded-for': address });
  const path = () => `/v3/directline/conversations/${own.conversationId}`;
  /** Everything stands in `shown` as it came: a thing shown twice stands there twice. */
  const show = (activities: readonly Activity[]) => {
    for (const activity of activities.filter(({ type }) => type === 'message')) {
      const { id } = activity;
      own.shown.push(id);
      const sentAt = drill.officerSaid.get(id);
      if (sentAt === undefined) drill.shownEarly.set(id, Date.now());
      else tally.toCitizenMs.push(Date.now() - sentAt);
      onShown(activity);
    }
  };
  return {
    own,
    async begin(): Promise<void> {
      const from = { 'x-forwarded-for': address };
      const { body } = await reach.call('/api/token', { headers: from, body: drill.place });
      Object.assign(own, body);
      await reach.call('/v3/directline/conversations', { headers: headers(), body: {} });
    },
    async say(text: string): Promise<void> {
      const key = randomUUID();
      const sentAt = Date.now();
      const message = { type: 'message', from: { id: 'nguoi-dan' }, text, channelData: { clientActivityID: key } };
      const { status, body, tries } = await reach.call(`${path()}/activities`, { headers: headers(), body: message });
      if (status !== 200) return countIn(tally.errors, `citizen refused ${status}`);
      const { id } = body as { id: string };
      own.acked.push({ id, key });
      drill.citizenSaid.set(id, sentAt);
      countIn(tally.done, 'citizen messages acknowledged');
      if (tries > 1) countIn(tally.done, 'citizen messages said again after no reply');
    },
    /** @returns whether anything was new. */
    async readOn(): Promise<boolean> {
      const { status, body } = await reach.call(`${path()}/activities?watermark=${own.watermark}`, {
        headers: headers(),
      });
      if (status === 403) throw new KeyRefusedError('The key of this talk was refused.');
      if (status !== 200) throw new Error(`The talk could not be read: ${status}`);
      const page = body as { activities: readonly Activity[]; watermark: string };
      const isNew = page.watermark !== own.watermark;
      own.watermark = page.watermark;
      show(page.activities);
      return isNew;
    },
    /** Opens the socket anew wherever it can, from where it stopped. */
    async followSocket(): Promise<void> {
      while (!drill.clientsStop()) {
        const { status, body } = await reach.call(`${path()}?watermark=${own.watermark || '0'}`, {
          headers: headers(),
        });
        if (status !== 200) throw new Error(`No socket's address was given: ${status}`);
        const { streamUrl } = body as { streamUrl: string };
        await readSocket(drill, { streamUrl, address }, (frame) => {
          own.watermark = frame.watermark ?? own.watermark;
          show(frame.activities ?? []);
        });
        if (drill.clientsStop()) return;
        countIn(tally.done, 'sockets opened again');
        reach.turnTo();
        await sleep(200 + Math.random() * 800);
      }
    },
  };
}

interface Frame {
  readonly activities?: readonly Activity[];
  readonly watermark?: string;
}

/** Resolves when it is closed. */
const readSocket = (
  drill: Drill,
  { streamUrl, address }: { readonly streamUrl: string; readonly address: string },
  onFrame: (frame: Frame) => void,
): Promise<void> =>
  new Promise((resolve) => {
    const socket = new WebSocket(streamUrl, { headers: { 'x-forwarded-for': address } });
    const look = setInterval(() => drill.clientsStop() && socket.close(), 200);
    socket.on('message', (data) => {
      const text = String(data);
      if (text !== '') onFrame(JSON.parse(text) as Frame);
    });
    socket.on('error', (error: Error & { code?: string }) =>
      countIn(drill.tally.errors, `socket ${error.code ?? error.message.slice(0, 40)}`),
    );
    socket.on('close', () => {
      clearInterval(look);
      resolve();
    });
  });
