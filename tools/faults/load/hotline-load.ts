/** Callers: each asks a few questions through a simulated provider, which sends a hook again while nobody answers it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openPhone } from '../../../channels/hotline/simulator/simulated-phone.ts';
import { testSides } from '../../../channels/hotline/simulator/test-providers.ts';
import type { Load } from './load.ts';

export interface CallSaid {
  /** The talk's id on the channel. */
  readonly thread: string;
  /** Questions whose hook was answered. */
  readonly asked: readonly string[];
}

export interface HotlineLoad {
  readonly calls: readonly CallSaid[];
  /** Calls that did not come to their end. */
  readonly broken: readonly string[];
  run(): Promise<void>;
}

/** Unlike each other, and none is an answer to anything that a call may ask. */
const asked = [
  'làm giấy khai sinh cần giấy tờ gì',
  'lệ phí đăng ký kết hôn bao nhiêu',
  'đăng ký khai tử mất mấy ngày',
  'chứng thực chữ ký ở đâu',
] as const;
/** A signature is good for five minutes. */
const patienceMs = 280_000;
/** Our own "something went wrong, say it again". */
const sorry = /trục trặc/;

export function makeHotlineLoad({ base, isOver, random, citizens, pauseMs }: Load): HotlineLoad {
  const sides = testSides(base);
  const calls: CallSaid[] = [];
  const broken: string[] = [];
  const oneCall = async (): Promise<void> => {
    const number = calls.length;
    const side = number % 2 === 0 ? sides.jambonz : sides.twiml;
    const callId = `${side.name === 'jambonz' ? 'call' : 'CA'}-fault-${number}`;
    const heardOut: string[] = [];
    calls.push({ thread: `${side.name}:${callId}`, asked: heardOut });
    const call = { callId, from: `09000${String(10_000 + (number % 80_000))}`, to: '02143870000' };
    const phone = openPhone({ side, base, patienceMs, call });
    await phone.begin();
    const first = Math.floor(random() * asked.length);
    for (const text of [asked[first % asked.length], asked[(first + 1) % asked.length]]) {
      if (!text || isOver() || phone.orders.next.do !== 'gather') break;
      const orders = await phone.act({ kind: 'speech', text, confidence: 0.95 });
      if (!sorry.test(orders.say)) heardOut.push(text);
      if (random() < 0.2) await phone.repeat();
      await sleep(pauseMs * (0.5 + random()));
    }
    await phone.hangUp();
  };
  const lane = async (): Promise<void> => {
    while (!isOver())
      await oneCall().catch((error: unknown) => {
        broken.push(error instanceof Error ? error.message.slice(0, 200) : String(error));
      });
  };
  return {
    calls,
    broken,
    async run() {
      await Promise.all(Array.from({ length: citizens }, lane));
    },
  };
}
