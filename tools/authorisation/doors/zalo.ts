/** Zalo: deliveries that are not Zalo's, and what comes back to whom for those that are. */
import { createHash, randomUUID } from 'node:crypto';
import { botEvent, oaEvent } from '../../../channels/zalo/simulator/make-events.ts';
import { oaMac } from '../../../channels/zalo/webhook/oa-signature.ts';
import { type Case, type Kind, noWords } from '../case.ts';
import { chance, pick } from '../dice.ts';
import { sayOnZalo } from '../fill-zalo.ts';

const asks = ['hồ sơ của tôi tới đâu rồi', 'lệ phí khai sinh', 'liên kết 12345678', 'máy giữ gì của tôi'] as const;

const forged: Kind = {
  door: 'zalo',
  name: 'a delivery that Zalo did not sign',
  throw(world, random): Case {
    const { user } = pick(random, world.zalo);
    const isOa = chance(random, 0.5);
    const said = { from: user, at: new Date(), message: { text: 'hồ sơ của tôi tới đâu rồi' } };
    const way = pick(random, ['none', 'wrong', 'other-key', 'other-body'] as const);
    return {
      what: `${isOa ? 'OA' : 'bot'} event with ${way} signature`,
      may: false,
      words: noWords,
      changes: true,
      run({ call, program }) {
        const { accounts } = program.zalo;
        const body = isOa ? oaEvent(accounts, said) : JSON.stringify(botEvent(said));
        const timestamp = String((JSON.parse(body) as { timestamp?: unknown }).timestamp);
        const bytes = Buffer.from(way === 'other-body' ? `${body} ` : body);
        const key = way === 'other-key' ? accounts.appSecret : way === 'other-body' ? accounts.oaSecret : 'x';
        const mac =
          way === 'wrong'
            ? createHash('sha256').update(body).digest('hex')
            : oaMac(accounts.appId, { body: bytes, timestamp }, key);
        const oa: Record<string, string> = way === 'none' ? {} : { 'x-zevent-signature': `mac=${mac}` };
        const bot: Record<string, string> = way === 'none' ? {} : { 'x-bot-api-secret-token': accounts.appSecret };
        const headers = { 'content-type': 'application/json', ...(isOa ? oa : bot) };
        return call('POST', isOa ? '/zalo/oa' : '/zalo/bot', { headers, body });
      },
    };
  },
};

/** What came to him is looked at here; what came to anybody at the end of the run. */
const talks: Kind = {
  door: 'zalo',
  name: 'somebody says something',
  weight: 0.12,
  throw(world, random): Case {
    const known = pick(random, world.zalo);
    const stranger = { user: `80000000${Math.floor(random() * 1e10)}`, channel: known.channel, secrets: noWords };
    const account = chance(random, 0.8) ? known : stranger;
    const text = pick(random, asks);
    return {
      what: `"${text}" by ${account === known ? `account ${account.user.at(-1)}` : 'a stranger'} on ${account.channel}`,
      may: null,
      words: account.secrets,
      changes: true,
      async run({ program }) {
        const sent = await sayOnZalo(program, account, text);
        return { status: 200, headers: {}, text: JSON.stringify(sent), json: null };
      },
    };
  },
};

const picture: Kind = {
  door: 'zalo',
  name: 'guesses the address of a picture',
  weight: 0.3,
  throw: (): Case => {
    const body = Buffer.from(JSON.stringify({ id: randomUUID(), until: Date.now() + 1e6 })).toString('base64url');
    const path = `/zalo/anh/${body}.${'A'.repeat(43)}.png`;
    return {
      what: 'a picture under an invented mark',
      may: false,
      words: noWords,
      run: ({ call }) => call('GET', path),
    };
  },
};

export const zaloDoor: readonly Kind[] = [forged, talks, picture];
