/**
 * `npm run bench:call [-- --turns 36 --at-once 10]`: the gap between the end of a question and the first sound of its
 * answer, over real calls to the real program; the silence that tells the end is not counted. One call first, then
 * several at once. The recogniser is a stand-in: the time of a real one is to be added.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { hearByServer } from '../../channels/speech/engines/hear-by-server.ts';
import { keepPrompts } from '../../channels/speech/engines/keep-prompts.ts';
import { speakByServer } from '../../channels/speech/engines/speak-by-server.ts';
import { tableOf, targetsOf } from './bench-table.ts';
import { usualVoice } from './media/voice-activity.ts';
import { type ServedAssistant, serveAssistant } from './served-assistant.ts';
import { type Gateway, startGateway } from './start-gateway.ts';
import { openPhone } from './test-caller/phone.ts';
import type { TurnTimes } from './verbs/call.ts';

const { values } = parseArgs({
  options: { turns: { type: 'string', default: '36' }, 'at-once': { type: 'string', default: '10' } },
});
const say = (text: string) => void process.stdout.write(`${text}\n`);

const questions = [
  'làm căn cước hết bao nhiêu tiền',
  'đăng ký tạm trú mất mấy ngày',
  'đăng ký kết hôn cần giấy tờ gì',
  'xin trích lục khai sinh ở đâu',
  'làm giấy khai sinh cho con cần gì',
  'chứng thực chữ ký lệ phí bao nhiêu',
];

export interface Ear {
  /** From the caller's last sound to the first of the answer, the agreed silence taken off, in ms. */
  readonly gap: number;
}

/** As `asrTimeout` of the hotline's verbs says. */
const silenceMs = 1_200;

async function callAndAsk(gateway: Gateway, sounds: readonly Int16Array[], turns: number): Promise<Ear[]> {
  const phone = await openPhone();
  const ears: Ear[] = [];
  try {
    const call = await phone.call('02593822000', gateway.at);
    await call.heard.until(({ speakingMs }) => speakingMs > 400, 20_000);
    for (let turn = 0; turn < turns; turn += 1) {
      await call.say(sounds[turn % sounds.length] ?? new Int16Array(0));
      const saidAt = performance.now();
      // The prompt that was broken into has stopped by now; the next sound is the answer.
      await call.heard.until(({ silentMs }) => silentMs > 300, 20_000);
      await call.heard.until(({ speakingMs }) => speakingMs >= 20, 20_000);
      ears.push({ gap: performance.now() - saidAt - silenceMs });
      await call.heard.until(({ speakingMs }) => speakingMs > 500, 20_000).catch(() => {});
    }
    call.hangUp();
  } finally {
    await phone.close();
  }
  return ears;
}

interface Measured {
  readonly turns: readonly TurnTimes[];
  readonly ears: readonly Ear[];
}

async function measure(served: ServedAssistant, { calls, turns }: { calls: number; turns: number }): Promise<Measured> {
  const times: TurnTimes[] = [];
  const server = { baseUrl: served.speechUrl, model: 'stand-in', apiKey: null };
  const gateway = await startGateway({
    address: '127.0.0.1',
    port: 0,
    publicAddress: null,
    sound: { from: 0, to: 0 },
    allowed: null,
    trunk: null,
    mostCalls: calls,
    hooks: { base: served.base, secret: served.secret, timeoutMs: 10_000 },
    application: {
      callHook: '/hotline/jambonz/call',
      statusHook: '/hotline/jambonz/status',
      longestCall: 3_600,
      longestNothing: 30,
    },
    calls: { voice: usualVoice, bargeInBy: 'words' },
    listen: hearByServer(server),
    voice: keepPrompts(speakByServer({ ...server, voice: 'vi' })),
    onError: (error) => say(String(error)),
    onTurn: (turn) => void times.push(turn),
  });
  const asked = Array.from({ length: calls }, () => callAndAsk(gateway, served.sounds, turns));
  const ears = (await Promise.all(asked)).flat();
  await gateway.settled();
  await gateway.stop();
  return { turns: times.filter(({ speechEndedAt }) => speechEndedAt !== null), ears };
}

async function main(): Promise<void> {
  say('Starting the program and a server for speech: about half a minute …');
  const served = await serveAssistant({ utterances: questions, officers: '02593822111', number: '02593822000' });
  try {
    const turns = Number(values.turns);
    const atOnce = Number(values['at-once']);
    // Once without counting: the program has loaded everything, as it has an hour after its start.
    await measure(served, { calls: 1, turns: questions.length });
    say(
      `load average ${loadavg()
        .map((load) => load.toFixed(1))
        .join(' ')}`,
    );
    const alone = await measure(served, { calls: 1, turns });
    say(`\nOne call, ${alone.turns.length} turns, in ms\n${tableOf(alone.turns, alone.ears)}`);
    const together = await measure(served, { calls: atOnce, turns: Math.ceil(turns / atOnce) + 1 });
    say(`\n${atOnce} calls at once, ${together.turns.length} turns, in ms\n${tableOf(together.turns, together.ears)}`);
    const missed = [...targetsOf('one call', alone.turns), ...targetsOf(`${atOnce} calls`, together.turns)];
    for (const line of missed) say(line);
    process.exitCode = missed.length === 0 ? 0 : 1;
  } finally {
    await served.stop();
  }
}

await main();
