/** What changed in the files of provinces and communes, for the audit log: files, codes and fields, never what stands there. */
import { type LocalFiles, localDiff } from '../knowledge/index.ts';

export interface ToldChange {
  /** `province-15`. */
  readonly file: string;
  /** Names of fields, with the code of a fee's procedure or the day of an exception: `fees 1.000656 dong`. `''`: the file itself. */
  readonly field: string;
  /** Amounts alone; left out for all else. */
  readonly before?: number;
  readonly after?: number;
}

/** Between the dots of a path stand field names and what people called their desks and numbers; only the former are told. */
const fieldNames = new Set(
  `anyOffice decision offices fields checkedOn source name tiers fees procedure via case kind dong note resolution number
  title url on from to communeMay least most hours seasons exceptions day phones points address phone counters channels value
  monday tuesday wednesday thursday friday saturday sunday`.split(/\s+/),
);

/** In the order of the files; each field once. */
export function tellLocalChange(before: LocalFiles, after: LocalFiles): readonly ToldChange[] {
  const told = localDiff(before, after).map(
    ({ file, path, before: was, after: is }): ToldChange => ({
      file,
      field: fieldOf(path),
      ...(typeof was === 'number' ? { before: was } : {}),
      ...(typeof is === 'number' ? { after: is } : {}),
    }),
  );
  return [...new Map(told.map((one) => [JSON.stringify(one), one])).values()];
}

function fieldOf(path: string): string {
  const [, procedure] = /^fees\.(\d\.\d{6})/.exec(path) ?? [];
  const [, day] = /\bexceptions\.(\d{4}-\d{2}-\d{2})/.exec(path) ?? [];
  const [first = '', ...rest] = path.split('.').filter((part) => fieldNames.has(part));
  return [first, procedure ?? day, ...rest].filter(Boolean).join(' ');
}
