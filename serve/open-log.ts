/** The log of a running server, on standard output, one JSON object a line. */
import { type Logger, pino } from 'pino';
import { maskForLog } from '../bot/index.ts';

/** Identity numbers never reach it, whoever put them into a message. */
export const openLog = (level: string): Logger => pino({ level, hooks: { logMethod: maskArguments } });

function maskArguments(this: pino.Logger, args: unknown[], method: (...args: unknown[]) => void): void {
  method.apply(
    this,
    args.map((value) => (typeof value === 'string' ? maskForLog(value) : value)),
  );
}
