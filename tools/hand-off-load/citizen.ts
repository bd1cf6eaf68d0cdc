/** A citizen: asks for an officer, goes on writing while he waits, answers his officer, rates him, asks again. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Activity, type CitizenClient, makeCitizenClient } from './citizen-client.ts';
import type { Drill } from './drill.ts';
import { makeReach } from './reach.ts';

export interface Citizen {
  readonly name: string;
  /** What was acknowledged to him, and what his client was shown. */
  readonly own: CitizenClient['own'];
  /** Reads on once more. @returns whether anything was new. */
  readOn(): Promise<boolean>;
  begin(): Promise<void>;
  /** Until he is told to stop; his client goes on until all is quiet. */
  live(): Promise<void>;
}

interface Feeling {
  mood: 'idle' | 'waiting' | 'owned' | 'rating';
  /** Words of his officer that he has not answered. */
  owes: number;
}

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
const pick = (list: readonly string[]): string => list[Math.floor(Math.random() * list.length)] ?? '';

export function makeCitizen(drill: Drill, number: number): Citizen {
  const feeling: Feeling = { mood: 'idle', owes: 0 };
  const client = makeCitizenClient({
    drill,
    reach: makeReach(drill.bases, drill.tally),
    address: `10.7.${Math.floor(number / 200)}.${(number % 200) + 1}`,
    onShown: (activity) => feel(feeling, activity),
  });
  return {
    name: `citizen ${number}`,
    own: client.own,
    readOn: client.readOn,
    begin: client.begin,
    async live() {
      const reading = number % 2 === 0 ? client.followSocket() : poll(drill, client);
      for (; !drill.citizensStop(); await sleep(700 + Math.random() * 600)) await act(drill, feeling, client);
      await reading;
    },
  };
}

async function poll(drill: Drill, { readOn }: CitizenClient): Promise<void> {
  for (; !drill.clientsStop(); await sleep(1_500 + Math.random() * 1_000)) await readOn();
}

function feel(feeling: Feeling, { channelData: { officer = false, notice } = {} }: Activity): void {
  if (notice === 'joined') feeling.mood = 'owned';
  else if (notice === 'returned' || notice === 'finished') feeling.mood = 'rating';
  else if (notice === 'citizen-left') feeling.mood = 'idle';
  else if (notice === 'passed' || notice === 'lost') feeling.mood = 'waiting';
  else if (officer) feeling.owes += 1;
}

async function act({ writesEvery }: Drill, feeling: Feeling, { say }: CitizenClient): Promise<void> {
  const { mood } = feeling;
  if (mood === 'idle') {
    feeling.mood = 'waiting';
    return say('cho tôi gặp cán bộ');
  }
  if (mood === 'rating') {
    Object.assign(feeling, { mood: 'idle', owes: 0 });
    await say(`${1 + Math.floor(Math.random() * 5)} sao`);
    return sleep(200 + Math.random() * 1_500);
  }
  if (mood === 'owned' && feeling.owes > 0) {
    feeling.owes -= 1;
    return say(pick(replies));
  }
  if (Math.random() < (mood === 'owned' ? 0.08 : 1 / writesEvery)) await say(pick(questions));
}
