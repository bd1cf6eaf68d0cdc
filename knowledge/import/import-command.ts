/** `knowledge import FILE… [--code CODE] [--by NAME] [--json] | --list | --rollback [NUMBER]` */
import { type CommandPlace, fewOf, readArguments } from './command.ts';
import { doubtKinds } from './doubt.ts';
import { type ImportReport, importRecords } from './import-records.ts';
import { rollBack } from './roll-back.ts';
import { describeVersion, folderName } from './version.ts';
import { currentVersion, listVersions } from './version-store.ts';

const usage = `knowledge import FILE… [--code CODE] [--by NAME] [--json]
knowledge import --list
knowledge import --rollback [NUMBER] [--by NAME]`;

/** Exit code: 0 when all was taken, 1 when something was refused, 2 when the arguments make no sense. */
export async function importCommand(args: readonly string[], place: CommandPlace): Promise<number> {
  const parsed = readArguments(args, {
    code: { type: 'string' },
    by: { type: 'string' },
    json: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    rollback: { type: 'boolean', default: false },
  });
  const { folder, say, user, now, tell } = place;
  if (parsed?.values.list) return list(place);
  if (parsed?.values.rollback) {
    const { by = user } = parsed.values;
    const [number] = parsed.positionals;
    if (number !== undefined && !/^\d+$/.test(number)) {
      say(`"${number}" is no number of a version: see npm run knowledge -- import --list`);
      return 2;
    }
    const version = rollBack(number === undefined ? null : Number(number), { folder, by, at: now() });
    say(`${version.says}. It serves as version ${version.number}.`);
    return 0;
  }
  if (!parsed || parsed.positionals.length === 0) {
    say(usage);
    return 2;
  }
  const { code = null, by = user, json } = parsed.values;
  const started = performance.now();
  const report = await importRecords({ folder, files: parsed.positionals, code, by, at: now(), onProgress: tell });
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  if (json) say(JSON.stringify({ ...report, seconds }));
  else for (const line of linesOf(report, seconds)) say(line);
  return report.refused.length > 0 ? 1 : 0;
}

const mostRefused = 50;

function linesOf({ refused, doubts, added, changed, keptEdited, ...report }: ImportReport, seconds: number): string[] {
  const fresh = added.length + changed.length;
  return [
    ...fewOf(
      refused.map(({ where, because }) => `REFUSED ${where}: ${because}`),
      mostRefused,
    ),
    ...(doubts.length > 0 ? [`Doubtful fields, by kind (records; ! must be looked at before approval):`] : []),
    ...doubts.map(
      ([kind, count]) =>
        `${String(count).padStart(7)} ${doubtKinds[kind].grade === 'open' ? '!' : ' '} ${kind.padEnd(18)} ${doubtKinds[kind].says}`,
    ),
    ...fewOf(
      keptEdited.map((code) => `${code}: a person edited what serves: it stays, see knowledge diff ${code}`),
      mostRefused,
    ),
    `${report.read} records and ${report.listed} list entries in ${seconds} s: ${added.length} new, ${changed.length} changed, ${report.unchanged} unchanged, ${refused.length} refused`,
    report.version ? `Kept as version ${report.version.number}.` : 'Nothing new: no version was made.',
    ...(fresh > 0
      ? ['Next: npm run knowledge -- diff, then npm run knowledge -- approve --all-clean --level commune']
      : []),
  ];
}

function list({ folder, say }: CommandPlace): number {
  const serving = currentVersion(folder);
  for (const version of listVersions(folder)) {
    if (version instanceof Error) say(`BROKEN  ${version.message}`);
    else say(`${describeVersion(version)}${version.number === serving ? '  <- serves' : ''}`);
  }
  if (serving === 0) say('Nothing was imported yet.');
  else say(`Go back to the version before ${folderName(serving)}: npm run knowledge -- import --rollback`);
  return 0;
}
