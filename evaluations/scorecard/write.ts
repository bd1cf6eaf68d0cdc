/** `npm run scorecard [-- --from-last] [--again] [--only NAME]… [--skip NAME]…`: measures what is not measured yet, and writes page, JSON and README. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type KeptRun, keepRun, readKept } from './kept-run.ts';
import { makeScorecard } from './make-scorecard.ts';
import { chosenOf, measureAll } from './measure-all.ts';
import { scorecardPage } from './page/scorecard-page.ts';
import { readMeasured } from './read-measured.ts';
import type { Kept } from './read-source.ts';
import { readmeBlock, withBlock } from './readme-block.ts';
import { type Scorecard, scorecardSchema } from './scorecard.ts';
import { sources } from './sources.ts';
import { startRun } from './start-run.ts';
import { commitNow, sameProgram } from './this-code.ts';

const root = join(import.meta.dirname, '../..');
const reports = join(root, 'reports');
const folder = join(root, 'docs/scorecard');
const json = join(folder, 'scorecard.json');

const usage = `npm run scorecard                 runs what was not measured on this commit yet, then writes; can be cut and started again
npm run scorecard -- --from-last  writes from what was kept, runs nothing
npm run scorecard -- --again      runs everything anew
  --only NAME, --skip NAME        may repeat; of: ${sources.map(({ id }) => id).join(', ')}
Long runs (load, faults, authorisation, fuzz, …) have commands of their own and are read from reports/NAME.measured.json.`;

const flags = {
  'from-last': { type: 'boolean', default: false },
  again: { type: 'boolean', default: false },
  only: { type: 'string', multiple: true },
  skip: { type: 'string', multiple: true },
  help: { type: 'boolean', default: false },
} as const;

const say = (text: string) => void process.stdout.write(`${text}\n`);
const tell = (text: string) => void process.stderr.write(`${text}\n`);

function readFlags() {
  try {
    const { values } = parseArgs({ options: flags });
    const { only = [], skip = [], help } = values;
    const unknown = [...only, ...skip].some((name) => !sources.some(({ id }) => id === name));
    return help || unknown ? null : { ...values, only, skip };
  } catch {
    return null;
  }
}

/** The last one; `null` where there is none, or of another form. */
function lastScorecard(): Scorecard | null {
  if (!existsSync(json)) return null;
  const found = scorecardSchema.safeParse(JSON.parse(readFileSync(json, 'utf8')));
  return found.success ? found.data : null;
}

function keptHere(commit: string): Kept {
  const last = lastScorecard();
  return {
    run: (id) => readKept(reports, id),
    measured: (id) => readMeasured(reports, id),
    before: (id) => last?.runs.find((run) => run.id === id) ?? null,
    isCurrent: (other) => other === commit || sameProgram(other, commit),
  };
}

function write(scorecard: Scorecard): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(json, `${JSON.stringify(scorecardSchema.parse(scorecard), null, 1)}\n`);
  writeFileSync(join(folder, 'index.html'), scorecardPage(scorecard));
  for (const [name, language] of [
    ['README.md', 'en'],
    ['README.vi.md', 'vi'],
  ] as const) {
    const file = join(root, name);
    writeFileSync(file, withBlock(readFileSync(file, 'utf8'), readmeBlock(scorecard, language)));
  }
}

async function main(): Promise<number> {
  const options = readFlags();
  if (options === null) {
    say(usage);
    return 2;
  }
  const commit = commitNow();
  const { again } = options;
  const kept = (id: string) => readKept(reports, id);
  const keep = (run: KeptRun) => keepRun(reports, run);
  if (!options['from-last'])
    await measureAll(chosenOf(sources, options), { commit, again, kept, keep, start: startRun, sameProgram, tell });
  const scorecard = makeScorecard(sources, keptHere(commit), { at: new Date(), commit });
  write(scorecard);
  const { figures, met, missed, older, runsNotMeasured } = scorecard.counts;
  say(`${figures} figures: ${met} reach their target, ${missed} miss it, ${older} are of an earlier state.`);
  say(`${runsNotMeasured} parts not measured. Page: docs/scorecard/index.html`);
  for (const { id, missing } of scorecard.runs) for (const why of missing) say(`not measured, ${id}: ${why.en}`);
  return 0;
}

process.exitCode = await main();
