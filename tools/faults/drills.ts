/** All drills, in the order in which they run. */
import { askLyingSource } from './ask-lying-source.ts';
import { cutConnections } from './cut-connections.ts';
import { cutPower } from './cut-power.ts';
import type { Drill } from './drill.ts';
import { fillDisk } from './fill-disk.ts';
import { killCopies } from './kill-copies.ts';
import { killDatabase } from './kill-database.ts';
import { killProgram } from './kill-program.ts';
import { migrateTogether } from './migrate-together.ts';
import { shiftClock } from './shift-clock.ts';

export const drills: readonly Drill[] = [
  killProgram,
  killCopies,
  killDatabase,
  cutConnections,
  fillDisk,
  shiftClock,
  migrateTogether,
  askLyingSource,
  cutPower,
];
