/** All runs as one scorecard. */
import { type Kept, readSource } from './read-source.ts';
import type { Figure, Run, Scorecard } from './scorecard.ts';
import type { Source } from './sources.ts';

export function makeScorecard(
  sources: readonly Source[],
  kept: Kept,
  { at, commit }: { readonly at: Date; readonly commit: string },
): Scorecard {
  const runs = onceEach(sources.map((source) => readSource(source, kept)));
  return { form: 1, writtenAt: at.toISOString(), commit, counts: countsOf(runs), runs: [...runs] };
}

/** `own` asks sets that other runs have asked already: a figure is shown where it comes first. */
function onceEach(runs: readonly Run[]): readonly Run[] {
  const seen = new Set<string>();
  const isNew = ({ id }: Figure) => !seen.has(id) && seen.add(id).has(id);
  return runs.map((run) => ({ ...run, figures: run.figures.filter(isNew) }));
}

export function countsOf(runs: readonly Run[]): Scorecard['counts'] {
  const figures = runs.flatMap((run) => run.figures);
  const promised = figures.filter(({ target }) => target !== null);
  const older = runs.filter(({ measured }) => measured && !measured.current).flatMap((run) => run.figures);
  return {
    figures: figures.length,
    withTarget: promised.length,
    met: promised.filter(({ met }) => met === true).length,
    missed: promised.filter(({ met }) => met !== true).length,
    older: older.length,
    runsNotMeasured: runs.filter(({ measured }) => measured === null).length,
  };
}
