/** Prints, as JSON, what `judgeLoops` finds. */
import { judgeLoops } from './judge-loops.ts';

process.stdout.write(JSON.stringify(judgeLoops(Number(process.argv[2]))));
