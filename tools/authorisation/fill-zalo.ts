/** Accounts of Zalo: linked, never linked, cut off again, and one that changed hands. */
import type { Program } from './open-program.ts';
import type { SecretWords } from './secret-words.ts';
import type { ZaloAccount } from './world.ts';

const patienceMs = 60_000;

/** Says something and waits until the answer is on the phone. */
export async function sayOnZalo(
  program: Program,
  { user, channel }: Pick<ZaloAccount, 'user' | 'channel'>,
  text: string,
) {
  const { zalo } = program;
  const before = zalo.sent.to(user).length;
  const said = { from: user, text };
  const { statuses } = await (channel === 'zalo-oa' ? zalo.toOa(said) : zalo.toBot(said));
  if (statuses.at(-1) !== 200) throw new Error(`Zalo's delivery was answered ${statuses.join()}`);
  for (const until = Date.now() + patienceMs; Date.now() < until; ) {
    await program.pump();
    const sent = zalo.sent.to(user);
    if (sent.length > before && (await isQuiet(program))) return zalo.sent.to(user).slice(before);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Nothing came to ${channel} after: ${text}`);
}

/** Whether all that came was handed on, and all that was said is away. */
export async function isQuiet({ database }: Program): Promise<boolean> {
  const [row] = await database.query(`select
    (select count(*) from platform_delivery where state = 'queued')::int as taken,
    (select count(*) from outbox where state = 'queued')::int as queued`);
  return row?.taken === 0 && row?.queued === 0;
}

export interface Linking {
  readonly citizenId: string;
}

/** Links an account as a citizen does: the code from the web, typed here. */
export async function linkZalo(
  program: Program,
  account: Pick<ZaloAccount, 'user' | 'channel'>,
  { citizenId }: Linking,
) {
  const { identity } = program.running.ties.connected;
  const code = await identity?.accounts.newCode(citizenId);
  if (!code) throw new Error('No code for linking was given');
  await sayOnZalo(program, account, `liên kết ${code}`);
}

/** What he said there, and that he asked for his cases: so both stand in the talk. */
export async function talkOnZalo(program: Program, words: SecretWords, account: Pick<ZaloAccount, 'user' | 'channel'>) {
  const secret = words.next();
  await sayOnZalo(program, account, `Tôi là ${secret}, cho tôi hỏi lệ phí đăng ký khai sinh`);
  await sayOnZalo(program, account, 'hồ sơ của tôi tới đâu rồi');
  return secret;
}
