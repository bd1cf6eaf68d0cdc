/** `npm run staff -- first-admin NAME UNIT | unlock LOGIN | reset-second-factor LOGIN | list`: accounts of staff, for whoever holds the server. */
import { parseArgs } from 'node:util';
import { makeFirstAdmin, makeStaffTries, renewSecondFactorLink } from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import { type Config, SettingError, secretKey } from '../config.ts';
import { type Command, withStore } from './command.ts';

const usage = `npm run staff -- first-admin "NAME" UNIT [--login LOGIN]   prints a link that serves once, for 24 hours
npm run staff -- first-admin "NAME" UNIT --again --reason "…"   although there is an admin: nobody can sign in as him
npm run staff -- unlock LOGIN                  lifts the waits after wrong passwords
npm run staff -- reset-second-factor LOGIN --reason "…"   the phone is gone, and no admin can help
npm run staff -- list
UNIT is the code of a commune (five digits) or a province (two).`;

interface Order {
  readonly config: Config;
  readonly store: Store;
  readonly words: readonly string[];
  readonly login: string | undefined;
  readonly again: boolean;
  readonly reason: string | undefined;
}

/** @throws {SettingError} that says how to write the command, or why it was refused. */
export const staffCommand: Command = async (words, config, say) => {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { login: { type: 'string' }, again: { type: 'boolean', default: false }, reason: { type: 'string' } },
  });
  const [verb = '', ...rest] = positionals;
  const run = Object.hasOwn(commands, verb) ? commands[verb as keyof typeof commands] : null;
  if (!run) throw new SettingError(usage);
  await withStore(config, say, async (store) => {
    const { login, again, reason } = values;
    process.stdout.write(`${await run({ config, store, words: rest, login, again, reason: reason?.trim() })}\n`);
  });
};

const commands = {
  'first-admin': firstAdmin,
  unlock,
  'reset-second-factor': resetSecondFactor,
  list,
} as const;

const linkOf = ({ PUBLIC_URL, PORT }: Config, token: string) =>
  `${PUBLIC_URL ?? `http://localhost:${PORT}`}/console/kich-hoat/${token}`;

async function firstAdmin({ config, store, words, login, again, reason }: Order): Promise<string> {
  const [name, unit] = words;
  if (!name || !unit || !/^\d{2}(\d{3})?$/.test(unit) || (again && !reason)) throw new SettingError(usage);
  const outcome = await makeFirstAdmin(store.staff, {
    name,
    unit,
    ...(login ? { login } : {}),
    ...(again && reason ? { again: reason } : {}),
  });
  if (outcome.kind === 'exists')
    throw new SettingError(
      'There is an admin already: he invites others at /console. If nobody can sign in as him, add --again --reason "…"; it is kept in the audit log.',
    );
  return `${linkOf(config, outcome.token)}\nSign-in name: ${outcome.login}. The link serves once, for 24 hours. Give it to nobody else.`;
}

async function accountOf({ store, words }: Order) {
  const [login = ''] = words;
  const found = (await store.staff.accounts.list()).find((one) => one.login === login.toLowerCase());
  if (found) return found;
  throw new SettingError(`Nobody has the sign-in name ${login}. \`npm run staff -- list\` shows all.`);
}

async function unlock(order: Order): Promise<string> {
  const { id, login } = await accountOf(order);
  await order.store.staff.accounts.unlock(id, makeStaffTries(secretKey(order.config)).keysOf(login), 'command');
  return `${login} may try again now.`;
}

async function resetSecondFactor(order: Order): Promise<string> {
  if (!order.reason) throw new SettingError(usage);
  const { id, login } = await accountOf(order);
  const token = await renewSecondFactorLink(order.store.staff, id, order.reason);
  return token
    ? `${linkOf(order.config, token)}\n${login} opens it with his password and sets another authenticator up. It serves once, for 24 hours.`
    : `${login} has never set a password: invite him again at /console.`;
}

async function list({ store }: Order): Promise<string> {
  const all = await store.staff.accounts.list();
  const lines = all.map(({ login, role, unit, active, hasPassword, hasCode }) =>
    [
      login,
      role,
      unit,
      active ? 'open' : 'closed',
      hasPassword ? 'password' : 'not activated',
      hasCode ? 'code' : 'no code',
    ].join('\t'),
  );
  return lines.join('\n') || 'No accounts as yet: npm run staff -- first-admin "NAME" UNIT';
}
