/** One run of the scorecard, from what was kept of it. */
import type { KeptRun } from './kept-run.ts';
import { readBench } from './read-bench.ts';
import { type ReadFigures, readEvaluation } from './read-evaluation.ts';
import { readGroups } from './read-groups.ts';
import { type KeptMeasured, measuredFigures } from './read-measured.ts';
import { readRetrieval } from './read-retrieval.ts';
import type { Run, Said } from './scorecard.ts';
import type { Source } from './sources.ts';

export interface Kept {
  readonly run: (id: string) => KeptRun | null;
  readonly measured: (id: string) => KeptMeasured | null;
  /** What the last scorecard had: counts where this computer kept nothing of it. */
  readonly before: (id: string) => Run | null;
  /** Whether a commit holds the program as it is now. */
  readonly isCurrent: (commit: string) => boolean;
}

const notYet: Said = { vi: 'chưa đo trên bản này', en: 'not measured yet' };

export function readSource(source: Source, kept: Kept): Run {
  const { id, title, command, starts, needs } = source;
  const found = source.form === 'kept' ? fromMeasured(source, kept) : fromRun(source, kept);
  if (found) return found;
  const before = kept.before(id);
  if (before?.measured) {
    const { measured } = before;
    return { ...before, title, command, measured: { ...measured, current: kept.isCurrent(measured.commit) } };
  }
  return { id, title, command, measured: null, missing: [starts.length > 0 ? notYet : (needs ?? notYet)], figures: [] };
}

function fromMeasured({ id, title, command }: Source, kept: Kept): Run | null {
  const found = measuredOf(id, kept);
  if (!found) return null;
  if (found === 'unreadable') return { id, title, command, measured: null, missing: [unreadable(id)], figures: [] };
  const { at, commit, machine } = found;
  const measured = { at, commit, machine, current: kept.isCurrent(commit), seconds: null };
  return { id, title, command, measured, missing: [], figures: [...measuredFigures(found)] };
}

/** A result must neither vanish in silence nor keep the others from being written. */
function measuredOf(id: string, kept: Kept): KeptMeasured | 'unreadable' | null {
  try {
    return kept.measured(id);
  } catch {
    return 'unreadable';
  }
}

const unreadable = (id: string): Said => ({
  vi: `reports/${id}.measured.json không đọc được: chạy lại`,
  en: `reports/${id}.measured.json cannot be read: run it again`,
});

function fromRun({ id, title, command, form, needs }: Source, kept: Kept): Run | null {
  const found = kept.run(id);
  if (!found) return null;
  const { at, commit, machine, seconds, printed } = found;
  const skipped = /^skipped:/.test(printed.trim());
  const read = skipped ? null : readPrinted(id, form, printed);
  if (!read) {
    const why = skipped && needs ? needs : failed(found);
    return { id, title, command, measured: null, missing: [why], figures: [] };
  }
  const figures = [...read.figures];
  // What was skipped as a whole was not measured, however well it ended.
  const measured = figures.length === 0 ? null : { at, commit, machine, seconds, current: kept.isCurrent(commit) };
  return { id, title, command, measured, missing: [...read.missing], figures };
}

const failed = ({ exitCode, at }: KeptRun): Said => ({
  vi: `chạy ngày ${at.slice(0, 10)} không ra con số (mã kết thúc ${exitCode})`,
  en: `the run of ${at.slice(0, 10)} gave no figures (it ended with ${exitCode})`,
});

const readers: Readonly<Record<string, (printed: string, id: string) => ReadFigures>> = {
  evaluation: readEvaluation,
  retrieval: readRetrieval,
  groups: readGroups,
  bench: (printed, id) => readBench(id, printed),
};

/** `null` for what is in no known form: a run that broke. */
function readPrinted(id: string, form: string, printed: string): ReadFigures | null {
  try {
    return readers[form]?.(printed, id) ?? null;
  } catch (error) {
    if (error instanceof RangeError && error.message.includes('has no words')) throw error;
    return null;
  }
}
