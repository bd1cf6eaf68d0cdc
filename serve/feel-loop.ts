/** How full the event loop was a moment ago: while it is full, whoever asks for more of it waits. */
import { performance } from 'node:perf_hooks';

export interface LoopFeel {
  /** What part of the last moment the program was at work, 0 to 1. */
  share(): number;
  stop(): void;
}

/** Looks every `everyMs`, beginning at once. */
export function feelLoop(everyMs = 200): LoopFeel {
  let before = performance.eventLoopUtilization();
  let share = 0;
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    share = performance.eventLoopUtilization(now, before).utilization;
    before = now;
  }, everyMs).unref();
  return { share: () => share, stop: () => clearInterval(timer) };
}
