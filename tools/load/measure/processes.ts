/** What processes use of the machine, from /proc. */
import { readdirSync, readFileSync } from 'node:fs';
import { cpuSecondsOf, cpuSecondsOfFamily } from '../../hand-off-load/cpu-seconds.ts';

export interface Usage {
  /** Seconds of CPU since it began, children that ended included. */
  readonly cpu: number;
  /** Memory it alone would give back, and its share of what it shares, in MB. */
  readonly memory: number;
}

/** Of all of them together: memory they share counts once. */
export const usageOf = (...pids: readonly number[]): Usage => ({
  cpu: pids.reduce((sum, pid) => sum + cpuSecondsOf(pid), 0),
  memory: memoryOf(pids),
});

/** A server and its children: memory they share counts once. */
export function usageOfFamily(head: number | undefined): Usage {
  if (head === undefined) return { cpu: 0, memory: 0 };
  return { cpu: cpuSecondsOfFamily(head), memory: memoryOf([head, ...childrenOf(head)]) };
}

const memoryOf = (pids: readonly number[]): number =>
  Math.round(pids.reduce((sum, pid) => sum + proportionalKb(pid), 0) / 102.4) / 10;

/** Resident memory, what is shared divided among those who share it; all of it where the kernel does not say. */
function proportionalKb(pid: number): number {
  const file = (name: string): string => {
    try {
      return readFileSync(`/proc/${pid}/${name}`, 'utf8');
    } catch {
      return '';
    }
  };
  const fair = /^Pss:\s+(\d+)/m.exec(file('smaps_rollup'))?.[1];
  return Number(fair ?? /^VmRSS:\s+(\d+)/m.exec(file('status'))?.[1] ?? 0);
}

function childrenOf(parent: number): readonly number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => parentOf(pid) === parent);
  } catch {
    return [];
  }
}

function parentOf(pid: number): number | null {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    );
  } catch {
    return null;
  }
}

/** Seconds of CPU that the whole machine has used, everybody's together; 0 where /proc is not there. */
export function machineCpuSeconds(): number {
  try {
    const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0, steal = 0] =
      readFileSync('/proc/stat', 'utf8').split('\n', 1)[0]?.split(/\s+/).slice(1).map(Number) ?? [];
    return (user + nice + system + irq + soft + steal) / 100;
  } catch {
    return 0;
  }
}
