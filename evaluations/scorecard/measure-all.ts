/** Runs what was not measured on this program yet, one after another: two at a time would spoil each other's times. */
import type { KeptRun } from './kept-run.ts';
import type { Source } from './sources.ts';

export interface Measuring {
  /** Of the program as it is now. */
  readonly commit: string;
  /** Runs again what was measured already. */
  readonly again: boolean;
  readonly kept: (id: string) => KeptRun | null;
  readonly keep: (run: KeptRun) => void;
  readonly start: (source: Source) => Promise<KeptRun>;
  readonly sameProgram: (one: string, other: string) => boolean;
  readonly tell: (text: string) => void;
}

/** A run that breaks is kept as broken and the next one starts: nobody has to watch. */
export async function measureAll(chosen: readonly Source[], given: Measuring): Promise<void> {
  const { commit, tell } = given;
  if (commit.endsWith('-dirty')) tell('There are changes in no commit: these results cannot be gone on with later.');
  for (const [index, source] of chosen.entries()) {
    const place = `${index + 1} of ${chosen.length}, ${source.id}`;
    const done = given.again ? null : doneAlready(source.id, given);
    if (done) {
      tell(`${place}: measured already on this program (${done.at.slice(0, 16)})`);
      continue;
    }
    tell(`${place}: ${source.command}`);
    const run = await given.start(source);
    given.keep(run);
    tell(`${place}: ${run.seconds} s, ended with ${run.exitCode}`);
  }
}

/** 1 is a missed threshold; whatever is above broke. */
function doneAlready(id: string, { kept, commit, sameProgram }: Measuring): KeptRun | null {
  const run = kept(id);
  return run && run.exitCode <= 1 && sameProgram(run.commit, commit) ? run : null;
}

/** Named ones, or all that the scorecard can start, without those that were left out. */
export const chosenOf = (
  sources: readonly Source[],
  { only, skip }: { readonly only: readonly string[]; readonly skip: readonly string[] },
): readonly Source[] =>
  sources.filter(
    ({ id, starts }) => starts.length > 0 && !skip.includes(id) && (only.length === 0 || only.includes(id)),
  );
