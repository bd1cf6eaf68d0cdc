/** Everyday questions over each door, as its own clients ask them. Each resolves when the answer has arrived. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { openPhone } from '../../channels/hotline/simulator/simulated-phone.ts';
import { testSides } from '../../channels/hotline/simulator/test-providers.ts';
import { readQuestions } from '../load/workers/asked-questions.ts';
import { userId } from '../zalo-bench/user-id.ts';
import type { Measured } from './start-measured.ts';

/** Asks once. `bytes`: what came back. */
export type Asker = (question: string) => Promise<{ readonly bytes: number }>;

export interface Door {
  readonly name: string;
  /** Somebody who has his talk open. */
  open(measured: Measured, number: number): Promise<{ ask: Asker; close(): void }>;
}

/** Persons and hand-offs cost what they cost: a measurement wants turns that are alike, and no question so often that it is remembered. */
export const everyday: readonly string[] = readQuestions().slice(0, 140);

interface Shown {
  readonly activities: readonly { readonly type: string; readonly from: { readonly id: string } }[];
}

const addressOf = (number: number) => `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;

const web: Door = {
  name: 'web',
  async open({ base }, number) {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': addressOf(number) };
    const post = async (path: string, more: Record<string, string>, body: object) => {
      const response = await fetch(`${base}${path}`, {
        method: 'POST',
        headers: { ...headers, ...more },
        body: JSON.stringify(body),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${path} gave ${response.status}: ${text}`);
      return { text, json: JSON.parse(text) as Record<string, string> };
    };
    const { json: token } = await post('/api/token', {}, {});
    const bearer = { authorization: `Bearer ${token.token}` };
    const { json: started } = await post('/v3/directline/conversations', bearer, {});
    const socket = new WebSocket(String(started.streamUrl), { headers: { 'x-forwarded-for': addressOf(number) } });
    let [answers, bytes] = [0, 0];
    let told = () => {};
    socket.on('message', (data) => {
      const text = data.toString();
      bytes += text.length;
      if (text === '') return;
      const { activities } = JSON.parse(text) as Shown;
      answers += activities.filter(({ type, from }) => type === 'message' && from.id === 'hoi-mot-cua').length;
      told();
    });
    await once(socket, 'open');
    const untilAnswers = async (count: number) => {
      while (answers < count)
        await new Promise<void>((resolve) => {
          told = resolve;
        });
    };
    await untilAnswers(1);
    return {
      async ask(text) {
        const [before, had] = [bytes, answers];
        const { text: reply } = await post(`/v3/directline/conversations/${token.conversationId}/activities`, bearer, {
          type: 'message',
          from: { id: 'nguoi-dan' },
          text,
          channelData: { clientActivityID: randomUUID() },
        });
        await untilAnswers(had + 1);
        return { bytes: bytes - before + reply.length };
      },
      close: () => socket.terminate(),
    };
  },
};

const page: Door = {
  name: 'page',
  async open({ base }, number) {
    const cookie = `hmc=${randomUUID()}`;
    const headers = {
      cookie,
      'x-forwarded-for': addressOf(number),
      'content-type': 'application/x-www-form-urlencoded',
    };
    return {
      async ask(q) {
        const body = new URLSearchParams({ q, id: randomUUID() });
        const response = await fetch(`${base}/hoi`, { method: 'POST', headers, body });
        const text = await response.text();
        if (!response.ok) throw new Error(`/hoi gave ${response.status}`);
        return { bytes: text.length };
      },
      close: () => {},
    };
  },
};

const zalo: Door = {
  name: 'zalo',
  open: async ({ zalo: side }, number) => ({
    async ask(text) {
      const from = userId(number);
      const had = side.sent.to(from).length;
      const { statuses } = await side.toOa({ from, text });
      if (statuses.at(-1) !== 200) throw new Error(`The webhook gave ${statuses.join(' ')}`);
      while (side.sent.to(from).length === had) await side.sent.untilThereAre(side.sent.all.length + 1);
      return { bytes: 0 };
    },
    close: () => {},
  }),
};

const hotline: Door = {
  name: 'hotline',
  async open({ base }, number) {
    const call = { callId: `cost-${number}`, from: `09000${10_000 + number}`, to: '02143870000' };
    let bytes = 0;
    const phone = openPhone({
      side: testSides(base).jambonz,
      base,
      call,
      onExchange: ({ reply }) => {
        bytes += reply.length;
      },
    });
    await phone.begin();
    return {
      async ask(text) {
        const before = bytes;
        if (phone.orders.next.do !== 'gather') throw new Error(`The call does ${phone.orders.next.do}`);
        await phone.act({ kind: 'speech', text, confidence: 0.9 });
        return { bytes: bytes - before };
      },
      close: () => void phone.hangUp().catch(() => {}),
    };
  },
};

export const doors: readonly Door[] = [web, page, zalo, hotline];
