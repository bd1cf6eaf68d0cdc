/** `npm run audit -- export [--from DAY] [--to DAY] | check [--noted ROW:HASH]`: the audit log for whoever looks after the installation. */
import { parseArgs } from 'node:util';
import type { Store } from '../bot/store/index.ts';
import { SettingError } from '../config.ts';
import { type Command, withStore } from './command.ts';

const usage = `npm run -s audit -- export [--from 2026-11-01] [--to 2026-12-01] > audit.jsonl
npm run audit -- check [--noted ROW:HASH]     ends with 1 when a row was changed, or is not the one that was noted`;

/** Ends with exit code 1 when the chain is broken. @throws {SettingError} that says how to write the command. */
export const auditCommand: Command = async (words, config, say) => {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { from: { type: 'string' }, to: { type: 'string' }, noted: { type: 'string' } },
  });
  const [verb] = positionals;
  if (verb !== 'export' && verb !== 'check') throw new SettingError(usage);
  const days = { ...dayOf('from', values.from), ...dayOf('to', values.to) };
  const noted = values.noted === undefined ? null : notedOf(values.noted);
  await withStore(config, say, async (store) => {
    if (verb === 'export') await exportLog(store, days, say);
    else if (!(await check(store, noted, say))) process.exitCode = 1;
  });
};

/** Days begin at midnight in Vietnam. */
function dayOf(name: 'from' | 'to', day: string | undefined) {
  if (day === undefined) return {};
  const at = new Date(`${day}T00:00:00+07:00`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(at.getTime()))
    throw new SettingError(`--${name} ${day} is no day such as 2026-11-22.`);
  return { [name]: at };
}

function notedOf(noted: string): { readonly row: number; readonly hash: string } {
  const [, row, hash] = /^(\d+):([0-9a-f]{64})$/.exec(noted) ?? [];
  if (!row || !hash) throw new SettingError(`--noted ${noted} must be a row and its hash, as \`check\` prints them.`);
  return { row: Number(row), hash };
}

async function exportLog(store: Store, days: { from?: Date; to?: Date }, say: (text: string) => void): Promise<void> {
  let count = 0;
  for await (const rows of store.auditLog.export('command', days)) {
    count += rows.length;
    const drained = process.stdout.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    if (!drained) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  say(`${count} rows. hash = SHA-256 of the bytes of prevHash and the text in hashed.`);
}

async function check(
  store: Store,
  noted: ReturnType<typeof notedOf> | null,
  say: (text: string) => void,
): Promise<boolean> {
  const { rows, brokenAt, head, noted: found } = await store.verifyAudit(noted?.row);
  if (brokenAt !== null) {
    say(
      `The audit log is broken at row ${brokenAt}: it was changed, or is not where it belongs. ${rows} rows before it are whole.`,
    );
    return false;
  }
  if (noted && found !== noted.hash) {
    say(`Row ${noted.row} is not the one that was noted: the log was written anew, or its end was cut off.`);
    return false;
  }
  say(`The audit log is whole: ${rows} rows. Note this outside of the database: ${rows}:${head}`);
  return true;
}
