/** Many random calls at once over one server, and what came of them. */
import { seededRandom } from '../../../bot/index.ts';
import { type CallEnd, runRandomCall } from './random-caller.ts';
import type { SimulatedPhone } from './simulated-phone.ts';

export interface RandomCallsOptions {
  readonly count: number;
  readonly atOnce: number;
  readonly seed: string;
  readonly phone: (index: number) => SimulatedPhone;
}

export interface RandomCallsReport {
  readonly ends: Readonly<Partial<Record<CallEnd, number>>>;
  readonly turns: number;
  /** By call: all that was heard. */
  readonly heard: readonly (readonly string[])[];
  /** What broke: a reply that is none, an order that cannot be carried out. */
  readonly broken: readonly string[];
}

export async function runRandomCalls({ count, atOnce, seed, phone }: RandomCallsOptions): Promise<RandomCallsReport> {
  const ends: Partial<Record<CallEnd, number>> = {};
  const heard: (readonly string[])[] = [];
  const broken: string[] = [];
  let turns = 0;
  let next = 0;
  const work = async () => {
    while (next < count) {
      const index = next++;
      try {
        const call = await runRandomCall({ phone: phone(index), random: seededRandom(`${seed} ${index}`) });
        ends[call.end] = (ends[call.end] ?? 0) + 1;
        turns += call.turns;
        heard.push(call.heard);
      } catch (error) {
        broken.push(`call ${index}: ${error instanceof Error ? error.message : error}`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { ends, turns, heard, broken };
}
