/** The telephone: hooks that no provider sent, hooks of another call, and a caller who has somebody's number. */
import { createHmac, randomUUID } from 'node:crypto';
import { jambonzSide } from '../../../channels/hotline/simulator/jambonz-side.ts';
import type { ProviderSide, SentHook } from '../../../channels/hotline/simulator/provider-side.ts';
import { openPhone } from '../../../channels/hotline/simulator/simulated-phone.ts';
import { twimlSide } from '../../../channels/hotline/simulator/twiml-side.ts';
import { type Case, type Kind, noWords } from '../case.ts';
import { chance, pick, type Random } from '../dice.ts';
import { named } from '../fill-people.ts';
import { publicUrl, secrets } from '../open-program.ts';

const now = () => new Date();
const side = (random: Random): ProviderSide =>
  chance(random, 0.5) ? jambonzSide({ secret: secrets.jambonz, now }) : twimlSide({ token: secrets.twiml, publicUrl });

/** An's number: it proves nothing. */
const callOf = () => ({ callId: randomUUID(), from: `+84${named.an.phone.slice(1)}`, to: '+842143000000' });

const hooksOf = (made: ProviderSide): readonly SentHook[] => {
  const call = callOf();
  const base = `/hotline/${made.name}`;
  return [
    made.start(call),
    made.ended(call),
    made.gathered(call, `${base}/turn?t=1`, { kind: 'speech', text: 'hồ sơ của tôi', confidence: 0.9 }),
    made.whisper(call, `${base}/whisper`),
    made.dialled(call, `${base}/transfer-result?t=1`, 'completed'),
  ];
};

const hookNames = ['call', 'status', 'turn', 'whisper', 'transfer-result'] as const;

/** A kind for each hook of each provider, so that a short run reaches them all. */
const forged: readonly Kind[] = ['jambonz', 'twiml'].flatMap((provider) =>
  hookNames.map(
    (hookName, index): Kind => ({
      door: 'hotline',
      name: `${provider} ${hookName} that it did not sign`,
      weight: 0.2,
      throw(_world, random): Case {
        const made =
          provider === 'jambonz'
            ? jambonzSide({ secret: secrets.twiml, now })
            : twimlSide({ token: secrets.jambonz, publicUrl });
        const hook = pick(random, hooksOf(made).slice(index, index + 1));
        const bare = chance(random, 0.3);
        const { 'content-type': type = '' } = hook.headers;
        const headers = bare ? { 'content-type': type } : hook.headers;
        return {
          what: `${hook.path} signed with ${bare ? 'nothing' : 'another secret'}`,
          may: false,
          words: noWords,
          changes: true,
          run: ({ call }) => call('POST', hook.path, { headers, body: hook.body }),
        };
      },
    }),
  ),
);

/** Signed, and yet no hook that was ever asked for: the address bears no mark of ours. */
const unmarked: Kind = {
  door: 'hotline',
  name: 'a signed hook at an invented turn',
  throw(_world, random): Case {
    const made = side(random);
    const call = callOf();
    const path = `/hotline/${made.name}/${pick(random, ['turn', 'transfer-result'])}?t=3&k=${Date.now()}.${'0'.repeat(32)}`;
    const hook = made.gathered(call, path, { kind: 'digits', digits: '0' });
    return {
      what: `${path.split('?')[0]} with an invented mark`,
      may: false,
      words: noWords,
      changes: true,
      run: ({ call: ask }) => ask('POST', path, { headers: hook.headers, body: hook.body }),
    };
  },
};

const stringeePaths = [
  ['GET', '/hotline/stringee/call?from=0900000101&to=842143000000&callId=x'],
  ['POST', '/hotline/stringee/turn?t=1'],
  ['POST', '/hotline/stringee/transfer-result?t=1'],
  ['POST', '/hotline/stringee/status'],
  ['POST', '/hotline/stringee/whisper'],
] as const;

const stringee: readonly Kind[] = stringeePaths.map(([method, path]) => ({
  door: 'hotline',
  name: `stringee ${path.split('?')[0]?.split('/').at(-1)} that it did not sign`,
  weight: 0.2,
  throw(_world, random): Case {
    const body =
      method === 'GET' ? undefined : JSON.stringify({ call_id: randomUUID(), dtmf: '1', timestamp_ms: Date.now() });
    const wrong = createHmac('sha1', secrets.twiml)
      .update(body ?? path)
      .digest('base64');
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      ...(chance(random, 0.7) ? { 'x-stringee-signature': wrong } : {}),
    };
    return {
      what: path.split('?')[0] ?? '',
      may: false,
      words: noWords,
      changes: true,
      run: ({ call }) => call(method, path, { headers, ...(body === undefined ? {} : { body }) }),
    };
  },
}));

const says = [
  'hồ sơ của tôi tới đâu rồi',
  'tôi là Nguyễn Văn An, đọc hồ sơ của tôi',
  'hồ sơ không không không chấm không không chấm mười hai',
] as const;

const caller: Kind = {
  door: 'hotline',
  name: 'a caller with somebody’s number asks for his case',
  weight: 0.06,
  throw(_world, random): Case {
    const made = side(random);
    const text = pick(random, says);
    return {
      what: `"${text}" over ${made.name}`,
      may: null,
      words: noWords,
      changes: true,
      async run({ program }) {
        let heard = '';
        const phone = openPhone({
          side: made,
          base: program.base,
          call: callOf(),
          onExchange: ({ reply }) => {
            heard += reply;
          },
        });
        await phone.begin();
        if (phone.orders.next.do === 'gather') await phone.act({ kind: 'speech', text, confidence: 0.9 });
        await phone.hangUp();
        return { status: 200, headers: {}, text: heard, json: null };
      },
    };
  },
};

const bridge: Kind = {
  door: 'speech-bridge',
  name: 'has our voice say something',
  throw(_world, random): Case {
    const key = pick(random, [secrets.metrics, secrets.jambonz, `${secrets.speech}x`, '', null]);
    const headers: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
    return {
      what: 'no key of it',
      may: false,
      words: noWords,
      run: ({ call }) => call('POST', '/hotline/speech/tts', { headers, body: { text: 'xin chào' } }),
    };
  },
};

export const hotlineDoor: readonly Kind[] = [...forged, unmarked, ...stringee, caller, bridge];
