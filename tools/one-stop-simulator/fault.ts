/** What can go wrong on purpose. A script of faults is used up one request after another. */
import { z } from 'zod';

/** Where a request comes in. */
export type Door = 'token' | 'page' | 'find';

export const faultSchema = z.strictObject({
  kind: z.enum([
    'none', //          this request goes well
    'slow', //          answers after `ms`
    'silent', //        never answers
    'broken-off', //    the connection ends without a word
    'error', //         500
    'busy', //          429 with Retry-After: `seconds`
    'half-written', //  half of the JSON, as if it were whole
    'cut', //           half of the JSON, and then the connection ends
    'html', //          a page about maintenance, with 200
    'duplicates', //    each dossier twice in the page, once as it was before
    'future', //        `updatedAt` a year ahead
    'backwards', //     each dossier as it was before, with its old `updatedAt`
    'renamed', //       other names for the fields
    'half-dossiers', // rows without a code, rows that are no objects
    'other-dossier', // another one than the one asked for
    'stuck-cursor', //  says to go on from where it began
    'too-big', //       far more bytes than anybody wants
    'wrong-token', //   401, although the token is good
    'cursor-gone', //   410
    'forbidden', //     403
    'redirect', //      302 to another host
  ]),
  on: z.enum(['token', 'page', 'find', 'any']).default('any'),
  times: z.number().int().positive().default(1),
  ms: z.number().int().nonnegative().default(2_000),
  seconds: z.number().int().nonnegative().default(1),
});
export type Fault = z.infer<typeof faultSchema>;

export interface FaultScript {
  /** Adds faults behind those that wait. */
  add(faults: readonly z.input<typeof faultSchema>[]): void;
  /** The fault of this request, used up by it; `null` when it goes well. */
  next(door: Door): Fault | null;
  /** Forgets those that wait. */
  clear(): void;
}

export function makeFaultScript(): FaultScript {
  let waiting: Fault[] = [];
  return {
    add(faults) {
      waiting.push(...faults.map((fault) => faultSchema.parse(fault)));
    },
    next(door) {
      const fault = waiting.find(({ on }) => on === 'any' || on === door);
      if (!fault) return null;
      waiting =
        fault.times > 1
          ? waiting.map((one) => (one === fault ? { ...fault, times: fault.times - 1 } : one))
          : waiting.filter((one) => one !== fault);
      return fault.kind === 'none' ? null : fault;
    },
    clear() {
      waiting = [];
    },
  };
}
