/** While the bot or the channel is turned off: says so kindly, where people are, and leaves the way to a person open. */
import { momentOf } from '../../knowledge/index.ts';
import type { Block } from '../answer.ts';
import { makeAnswer } from '../make-answer.ts';
import { whereToGoIn } from '../say/desk-text.ts';
import { plainDay } from '../say/money-and-time.ts';
import type { Step, Turn } from '../step.ts';
import { switchOf } from '../switches/switch-names.ts';
import type { Off } from '../switches/switchboard.ts';
import type { Tools } from '../tools.ts';
import { unitOf } from '../units/unit-of-turn.ts';

/** @param toPerson steps that bring a citizen to a person: officers work while the bot is off. */
export const standAside = (tools: Pick<Tools, 'switches' | 'units'>, toPerson: readonly Step[]): Step => ({
  name: 'stand-aside',
  async run(turn) {
    const at = turn.message.at;
    const code = turn.memory.unit ?? tools.units.atDoor(turn.message.unit ?? null);
    const channel = switchOf(turn.message.channel);
    const bot = tools.switches?.offNow('bot', code, at) ?? null;
    const off = bot ?? (channel && (tools.switches?.offNow(channel, code, at) ?? null));
    if (!off) return { next: turn };
    const here: Turn = { ...turn, unit: { code, said: null, unclear: null } };
    for (const step of toPerson) {
      const result = await step.run(here);
      if ('answer' in result) return result;
    }
    return {
      answer: makeAnswer(
        'failed',
        sayOff(here, tools, { off, key: bot ? 'switchedOff.bot' : 'switchedOff.channel' }),
        person(here),
      ),
    };
  },
});

interface OffText {
  readonly off: Off;
  readonly key: 'switchedOff.bot' | 'switchedOff.channel';
}

function sayOff(turn: Turn, tools: Pick<Tools, 'units'>, { off, key }: OffText): Block[] {
  const { speech, message } = turn;
  const unit = unitOf(turn, tools);
  const lines = [
    speech.say(key),
    ...(off.until ? [sayUntil(turn, off.until)] : []),
    whereToGoIn(unit, speech, message.at),
    speech.say(personKeyOf(turn)),
  ];
  return [
    ...lines.map((text) => ({ kind: 'say' as const, text })),
    { kind: 'note', text: speech.say('switchedOff.emergency') },
  ];
}

/** Nobody writes on a telephone, or at a screen in an office. */
function personKeyOf({ message }: Turn): string {
  if (message.channel === 'hotline') return 'switchedOff.personByKey';
  return message.channel === 'kiosk' ? 'switchedOff.personAtScreen' : 'switchedOff.person';
}

function sayUntil({ speech }: Turn, until: Date): string {
  const { day, clock } = momentOf(until);
  return speech.say('switchedOff.until', { clock, day: plainDay(day) });
}

const person = ({ speech }: Turn) => ({
  options: [{ text: speech.say('switchedOff.chip'), send: speech.say('switchedOff.send') }],
});
