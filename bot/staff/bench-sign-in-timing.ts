/**
 * `npx node bot/staff/bench-sign-in-timing.ts [ROUNDS]`: whether the time of a refused sign-in tells that a name exists.
 *
 * Known and unknown names are tried in turns, in a random order, with no wait open. It compares medians, and says how far
 * apart those of two random halves of the same kind are: a difference no larger than that is noise.
 */
import { randomInt } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { median, noiseOf } from '../measure/timing-noise.ts';
import { openThrowAwayStore } from '../store/throw-away-store.ts';
import { openPasswordHashing } from './hash-password.ts';
import { createStaffSessions } from './sessions.ts';
import { createStaffSignIn } from './sign-in-staff.ts';
import { makeStaffTries } from './staff-tries.ts';

const rounds = Number(process.argv[2] ?? 100);
const warmUp = 5;
const print = (text: string) => process.stdout.write(`${text}\n`);

const opened = await openThrowAwayStore();
try {
  const { store, secretKey, query } = opened;
  const hashing = openPasswordHashing();
  const parts = { store: store.staff, secretKey, hashing, tries: makeStaffTries(secretKey), officersNeedCode: false };
  const signIn = createStaffSignIn({ ...parts, sessions: createStaffSessions(store.staff, secretKey) });
  const kept = 50;
  const hash = await hashing.hash('cơm gà mưa thứ bảy');
  for (let index = 0; index < kept; index += 1) {
    const who = { login: `can-bo-${index}`, name: 'Lan', email: null, unit: '02728', skills: [], desk: null };
    const id = await store.staff.accounts.add({ ...who, role: 'officer', by: 'bench' });
    await query(`insert into staff_secret (staff_id, password_hash) values ('${id}', '${hash}')`);
  }
  const from = { browser: 'x'.repeat(43), address: '127.0.0.1', device: null, agent: 'bench' };
  const timeOf = async (login: string): Promise<number> => {
    const began = performance.now();
    const { kind } = await signIn.withPassword({ login, password: 'không phải mật khẩu', returnTo: '/console' }, from);
    if (kind !== 'wrong') throw new Error(`A wrong password ended as ${kind}`);
    return performance.now() - began;
  };
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let round = 0; round < rounds + warmUp; round += 1) {
    await query('delete from try_count');
    const pair = [
      ['known', `can-bo-${randomInt(kept)}`],
      ['unknown', `khong-co-${randomInt(kept)}`],
    ] as const;
    for (const [kind, login] of randomInt(2) === 0 ? pair : pair.toReversed()) {
      const ms = await timeOf(login);
      if (round >= warmUp) times[kind].push(ms);
    }
  }
  const [known, unknown] = [median(times.known), median(times.unknown)];
  const noise = Math.max(noiseOf(times.known), noiseOf(times.unknown));
  print(`median of a known name ${known.toFixed(1)} ms, of an unknown one ${unknown.toFixed(1)} ms, ${rounds} each`);
  const difference = Math.abs(known - unknown);
  print(`difference ${difference.toFixed(1)} ms; between halves of one kind up to ${noise.toFixed(1)} ms by chance`);
  if (difference > noise * 2) process.exitCode = 1;
} finally {
  await opened.close();
}
