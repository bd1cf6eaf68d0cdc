/**
 * `npx node bot/identity/bench-code-timing.ts [ROUNDS]`: whether the time of an answer tells that a dossier code exists.
 *
 * Existing and unknown codes are asked in turns, in a random order, each in a conversation of its own and with no wait
 * open. It compares medians, and says how far apart those of two random halves of the same kind are: a difference no
 * larger than that is noise.
 */
import { randomInt } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { createAssistant } from '../assistant.ts';
import { median, noiseOf } from '../measure/timing-noise.ts';
import { pipeline } from '../pipeline.ts';
import { openThrowAwayStore } from '../store/throw-away-store.ts';
import { openTestBot } from '../test-bot.ts';
import { loadSpeech } from '../texts/speech.ts';
import { simulateSender } from './code-sender.ts';
import { createLinkAccount } from './link-account.ts';
import { createProver } from './prove.ts';

const rounds = Number(process.argv[2] ?? 300);
const kept = 2_000;
const warmUp = 20;
const print = (text: string) => process.stdout.write(`${text}\n`);
const codeOf = (index: number) => `000.00.12.H38-260915-${String(index).padStart(4, '0')}`;

const opened = await openThrowAwayStore();
try {
  const { store, secretKey, query } = opened;
  const dossiers = Array.from({ length: kept }, (_, index) => ({
    code: codeOf(index),
    applicant: { name: 'Vàng Thị Mỷ', identityNumber: '010190000011', phone: `09${String(index).padStart(8, '0')}` },
    status: 'in-process',
    updatedAt: '2026-11-19T16:00:00+07:00',
  }));
  await store.dossiers.keep(dossiers, { source: 'bench' });
  const { tools } = await openTestBot();
  const onError = (error: unknown) => {
    throw error;
  };
  const prover = createProver({ store, secretKey, sender: simulateSender(), onError });
  const identity = { prover, accounts: createLinkAccount({ store, secretKey }), signInOpen: false };
  const assistant = createAssistant({ steps: pipeline({ ...tools, identity }), speak: loadSpeech(), store });
  const plain = { channel: 'zalo-oa', locale: 'vi', signedInAs: null, ownedByOfficer: false } as const;

  let count = 0;
  const timeOf = async (code: string): Promise<number> => {
    count += 1;
    const conversationId = `bench-${count}`;
    const say = (text: string) =>
      assistant.handle({ ...plain, id: `m-${count}-${text.length}`, conversationId, text, at: new Date() });
    await say('xin chào');
    const began = performance.now();
    await say(`xem giùm hồ sơ ${code}`);
    return performance.now() - began;
  };
  const times = { existing: [] as number[], unknown: [] as number[] };
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const index = randomInt(kept);
    const pair = [
      ['existing', codeOf(index)],
      ['unknown', codeOf(kept + index)],
    ] as const;
    for (const [kind, code] of randomInt(2) === 0 ? pair : pair.toReversed()) {
      const ms = await timeOf(code);
      if (round >= warmUp) times[kind].push(ms);
    }
    if (round % 50 === 0) await query('delete from try_count');
  }
  const [existing, unknown] = [median(times.existing), median(times.unknown)];
  const noise = Math.max(noiseOf(times.existing), noiseOf(times.unknown));
  print(
    `median of an existing code ${existing.toFixed(2)} ms, of an unknown one ${unknown.toFixed(2)} ms, ${rounds} each`,
  );
  const difference = Math.abs(existing - unknown);
  print(`difference ${difference.toFixed(2)} ms; between halves of one kind up to ${noise.toFixed(2)} ms by chance`);
  if (difference > noise * 2) process.exitCode = 1;
} finally {
  await opened.close();
}
