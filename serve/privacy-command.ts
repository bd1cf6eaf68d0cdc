/** `npm run privacy -- hold CITIZEN --reason … --by … | release HOLD --by … | sweep | report`: what the law asks an operator to do. */
import { parseArgs } from 'node:util';
import { keepDays } from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import { SettingError } from '../config.ts';
import { type Command, withStore } from './command.ts';

const usage = `npm run privacy -- hold CITIZEN --reason "…" --by "…"
npm run privacy -- release HOLD --by "…"
npm run privacy -- sweep     deletes now what is past its time, and carries out the wishes that are due
npm run privacy -- report    what waits to be erased or sent, and whether the audit log is whole`;

/** @throws {SettingError} that says how to write the command. */
export const privacyCommand: Command = async (words, config, say) => {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { reason: { type: 'string' }, by: { type: 'string' } },
  });
  const [verb = '', subject = ''] = positionals;
  const run = commands[verb];
  if (!run) throw new SettingError(usage);
  await withStore(config, say, async (store) => {
    const said = await run(store, { subject, reason: values.reason ?? '', by: values.by ?? '' });
    process.stdout.write(`${said}\n`);
  });
};

interface Order {
  readonly subject: string;
  readonly reason: string;
  readonly by: string;
}

const commands: Readonly<Record<string, (store: Store, order: Order) => Promise<string>>> = {
  async hold({ personalData }, { subject, reason, by }) {
    if (!subject || !reason || !by) throw new SettingError(usage);
    const id = await personalData.hold({ citizenId: subject, reason, orderedBy: by, at: new Date() });
    return `Held. To lift it: npm run privacy -- release ${id} --by "…"`;
  },
  async release({ personalData }, { subject, by }) {
    if (!subject || !by) throw new SettingError(usage);
    const done = await personalData.release({ holdId: subject, by, at: new Date() });
    return done ? 'Released.' : 'There is no such hold, or it was lifted before.';
  },
  async sweep({ personalData }) {
    const erased = await personalData.eraseDue(new Date());
    const swept = await personalData.sweep(keepDays, new Date());
    return JSON.stringify({ erased, ...swept });
  },
  async report({ outbox, verifyAudit }) {
    return JSON.stringify({ outbox: await outbox.counts(), audit: await verifyAudit() }, null, 2);
  },
};
