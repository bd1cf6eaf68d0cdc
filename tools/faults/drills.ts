/** All drills, in the order in which they run. */
import { cutConnections } from './cut-connections.ts';
import type { Drill } from './drill.ts';
import { killCopies } from './kill-copies.ts';
import { killDatabase } from './kill-database.ts';
import { killProgram } from './kill-program.ts';

export const drills: readonly Drill[] = [killProgram, killCopies, killDatabase, cutConnections];
