/** What the simulated Zalo is told to do wrong. */
import { z } from 'zod';

export const faultSchema = z.object({
  /** A method of ours, such as `sendText`; `any` for whichever comes. */
  on: z.string().default('any'),
  /** How often. */
  times: z.number().int().positive().default(1),
  fault: z.union([
    /** Refuses with this number in Zalo's form; nothing is sent. */
    z.object({ code: z.number().int() }),
    /** Answers with this HTTP status and a page. */
    z.object({ http: z.number().int().min(300).max(599) }),
    /** Sends it and breaks the connection before an answer: in doubt for the caller. */
    z.literal('break-after'),
    /** Breaks the connection and does nothing. */
    z.literal('break-before'),
    /** Sends it and answers half a JSON text. */
    z.literal('garbled'),
    /** Never answers. */
    z.literal('hang'),
  ]),
});
export type Fault = z.infer<typeof faultSchema>['fault'];

export interface FaultScript {
  add(...faults: readonly z.input<typeof faultSchema>[]): void;
  /** The next fault for this method, used up by asking. */
  next(method: string): Fault | null;
  clear(): void;
}

export function makeFaultScript(): FaultScript {
  let script: { on: string; times: number; fault: Fault }[] = [];
  return {
    add: (...faults) => void script.push(...faults.map((fault) => ({ ...faultSchema.parse(fault) }))),
    next(method) {
      const found = script.find(({ on }) => on === method || on === 'any');
      if (!found) return null;
      found.times -= 1;
      if (found.times <= 0) script = script.filter((one) => one !== found);
      return found.fault;
    },
    clear() {
      script = [];
    },
  };
}
