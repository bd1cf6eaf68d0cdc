/** Seconds of CPU that a process has used, from /proc; 0 where that is not there. */
import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

export function cpuSecondsOf(pid: number | undefined): number {
  if (pid === undefined) return 0;
  try {
    return ticksOf(`/proc/${pid}/stat`)[0] / ticksPerSecond;
  } catch {
    return 0;
  }
}

/** Of a server with all its children, those that ended included. */
export function cpuSecondsOfFamily(head: number | undefined): number {
  if (head === undefined) return 0;
  let ticks = 0;
  try {
    const [own, ended] = ticksOf(`/proc/${head}/stat`);
    ticks = own + ended;
    for (const name of readdirSync('/proc')) if (/^\d+$/.test(name)) ticks += childTicks(name, head);
  } catch {
    return ticks / ticksPerSecond;
  }
  return ticks / ticksPerSecond;
}

function childTicks(pid: string, parent: number): number {
  try {
    const fields = fieldsOf(`/proc/${pid}/stat`);
    return Number(fields[1]) === parent ? ticksOf(`/proc/${pid}/stat`)[0] : 0;
  } catch {
    return 0;
  }
}

/** From the state on: what stands before may hold spaces. */
const fieldsOf = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .trim()
    .split(' ');

/** Own, and of children that were waited for. */
function ticksOf(file: string): readonly [number, number] {
  const at = fieldsOf(file).slice(11, 15).map(Number);
  return [(at[0] ?? 0) + (at[1] ?? 0), (at[2] ?? 0) + (at[3] ?? 0)];
}
