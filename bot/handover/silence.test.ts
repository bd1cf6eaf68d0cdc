/** Whatever happens at once on two copies of the program: one owner, not a word of the bot's beside him, nothing lost. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createAssistant } from '../assistant.ts';
import { createHeldDesk } from '../held/held-desk.ts';
import { makeAnswer } from '../make-answer.ts';
import { type ChannelName, channelNames } from '../message.ts';
import type { Step } from '../step.ts';
import type { Store } from '../store/index.ts';
import { plainMessage } from '../test-bot.ts';
import { loadSpeech } from '../texts/speech.ts';
import { newHandOffCode } from './hand-off-code.ts';
import { handOffDefaults } from './hand-off-settings.ts';
import type { Claim } from './officer-desk.ts';
import { createOfficerDesk } from './open-officer-desk.ts';
import {
  inHours,
  officer,
  openTestDesk,
  provinceOf,
  type TestDesk,
  testProvince,
  testTimes,
  testUnit,
} from './test-desk.ts';
import { createTyping } from './typing.ts';
import { watchQueue } from './watch-queue.ts';

const officers = [officer('Lan'), officer('Minh')] as const;
const deeds = [
  'ask',
  'cry',
  'claim',
  'say',
  'typing',
  'keep',
  'return',
  'finish',
  'wait',
  'watch',
  'crash',
  'recover',
  'hold',
  'approve',
] as const;
const step = fc.record({
  // Questions and claims at once are what goes wrong most.
  deed: fc.constantFrom(...deeds, 'ask', 'ask', 'ask', 'claim', 'claim', 'claim'),
  who: fc.nat({ max: 1 }),
  copy: fc.nat({ max: 1 }),
});
const rounds = fc.array(fc.array(step, { minLength: 2, maxLength: 4 }), { minLength: 3, maxLength: 10 });
type Deed = (typeof deeds)[number];

/** Answers late, so that claims fall into turns. */
const slowSteps: readonly Step[] = [
  {
    name: 'answer',
    async run(turn) {
      if (turn.text === 'cháy') return { answer: makeAnswer('emergency', [{ kind: 'warning', text: '114' }]) };
      if (turn.message.ownedByOfficer) return { answer: makeAnswer('handed-off', []) };
      await new Promise((resolve) => setTimeout(resolve, 15));
      return { answer: makeAnswer('answered', [{ kind: 'say', text: 'máy' }]) };
    },
  },
];

let test: TestDesk;
let second: Store;
beforeAll(async () => {
  test = await openTestDesk();
  second = await test.openAgain();
}, 60_000);
afterAll(async () => {
  await second?.close();
  await test?.close();
});
beforeEach(() => {
  test.staff = officers.map((member) => ({ member, presence: 'available' as const }));
});

let made = 0;

async function play(channel: ChannelName, all: readonly (readonly { deed: Deed; who: number; copy: number }[])[]) {
  const speak = loadSpeech();
  const caller = { call: async () => 1 };
  let now = inHours;
  const copies = [test.store, second].map((store) => {
    const common = {
      store,
      speak,
      times: testTimes,
      provinceOf,
      settings: handOffDefaults,
      roster: test.roster,
      caller,
    };
    return {
      assistant: createAssistant({ steps: slowSteps, speak, store }),
      desk: createOfficerDesk({
        ...common,
        typing: createTyping(store),
        engine: () => ({ search: () => ({ confidence: 0, hits: [] }) as never }),
        now: () => now,
      }),
      held: createHeldDesk({ ...common, now: () => now, suggest: async () => '' }),
      store,
      watch: () => watchQueue(common, now),
    };
  });
  const externalId = `s${++made}`;
  const talk = await test.store.openConversation({ channel, externalId, locale: 'vi', unit: testUnit });
  const key = { conversationId: talk.id, citizenId: talk.citizenId };
  const wishOf = (cause = 'held') => ({
    ...key,
    ...{ code: newHandOffCode(), channel, locale: 'vi', unit: testUnit, province: testProvince, field: null },
    ...{ desk: null, cause, summary: {}, keptFrom: [], dueAt: null, opensAt: null, now },
  });
  const open = async () => {
    const known = await test.store.handOffs.ofCitizens.ofTalk(key, 'open');
    return known?.id ?? (await test.store.handOffs.ofCitizens.open(wishOf('citizen-asked'))).handOff.id;
  };
  const claims: (Claim | null)[] = [null, null];
  let asked = 0;
  const acknowledged: string[] = [];
  const accepted: Promise<unknown>[] = [];
  const ask = async (text: string, copy: number) => {
    const id = `m${++asked}`;
    const { assistant } = copies[copy] ?? copies[0] ?? never();
    const message = { ...plainMessage, id, conversationId: externalId, channel, text, at: now };
    const { reply } = await assistant.accept(message);
    acknowledged.push(id);
    accepted.push(reply.catch(() => null));
  };
  const one = async ({ deed, who, copy }: { deed: Deed; who: number; copy: number }) => {
    const { desk, held, store, watch, assistant } = copies[copy] ?? copies[0] ?? never();
    const member = officers[who] ?? officers[0];
    const claim = claims[who] ?? { handOffId: await open(), fence: 0 };
    switch (deed) {
      case 'ask':
        return ask('hỏi', copy);
      case 'cry':
        return ask('cháy', copy);
      case 'claim':
        claims[who] = await desk.claim(member, await open());
        return;
      case 'say':
        await desk.say(member, claim, { key: `${made}:${Math.random()}`, text: 'cán bộ' });
        return;
      case 'typing':
        return desk.typing(member, claim);
      case 'keep':
        await desk.keep(member, claim);
        return;
      case 'return':
        return desk.end(member, claim, 'returned');
      case 'finish':
        return desk.end(member, claim, 'finished');
      case 'wait':
        now = new Date(now.getTime() + 6 * 60_000);
        return;
      case 'watch':
        await watch();
        return;
      case 'crash': {
        // The program dies between keeping a message and answering it.
        const id = `m${++asked}`;
        await store.receive({ ...key, messageId: id, askedMasked: 'hỏi', slots: {}, at: now });
        acknowledged.push(id);
        return;
      }
      case 'hold':
        await store.held.hold({
          handOff: wishOf(),
          messageId: `h${++asked}`,
          question: 'hỏi',
          answer: makeAnswer('answered', [{ kind: 'say', text: 'máy' }]),
          releaseAt: new Date(now.getTime() + 5 * 60_000),
        });
        return;
      case 'approve': {
        const id = await open();
        const draft = (await held.list(member, id)).find(({ state }) => state === 'held');
        const fence = claims[who]?.handOffId === id ? claims[who].fence : null;
        if (draft) await held.send(member, { handOffId: id, draftId: draft.id, fence, text: null, keep: false });
        return;
      }
      case 'recover':
        await assistant.answerLeftovers(new Date(now.getTime() + 1));
        return;
    }
  };
  for (const round of all) await Promise.allSettled(round.map(one));
  await Promise.all(accepted);
  return { key, acknowledged };
}

const never = (): never => {
  throw new Error('no such copy');
};

/** Reads the talk in its one order and says what must never be. */
async function faultsOf({ key, acknowledged }: Awaited<ReturnType<typeof play>>): Promise<string[]> {
  const faults: string[] = [];
  const rows = (await test.database(`select u.speaker, u.key, u.content, t.status, t.message_id from utterance u
    left join turn t on t.id = u.turn_id where u.conversation_id = '${key.conversationId}' order by u.position`)) as {
    speaker: string;
    key: string;
    content: { notice?: string; officer?: { name: string } } | null;
    status: string | null;
    message_id: string | null;
  }[];
  let owner: string | null = null;
  for (const { speaker, key: name, content, status } of rows) {
    const notice = content?.notice ?? null;
    const by = content?.officer?.name ?? null;
    if (notice === 'joined') owner = by;
    else if (speaker === 'officer' && notice === 'checked' && owner === null) continue;
    else if (speaker === 'officer' && by !== owner) faults.push(`${by} spoke while ${owner} owned it: ${name}`);
    else if (speaker === 'bot' && notice) owner = null;
    else if (speaker === 'bot' && owner !== null && status !== 'emergency')
      faults.push(`the bot spoke beside ${owner}: ${name}`);
  }
  const kept = rows.filter(({ speaker }) => speaker === 'citizen').map(({ message_id }) => message_id);
  if (new Set(kept).size !== kept.length) faults.push('a message stands twice');
  for (const id of acknowledged) if (!kept.includes(id)) faults.push(`${id} is lost`);
  const owned = (await test.database(`select c.owner_officer, h.owner_officer as held from conversation c
    left join hand_off h on h.conversation_id = c.id and h.closed_at is null where c.id = '${key.conversationId}'`)) as {
    owner_officer: string | null;
    held: string | null;
  }[];
  if (owned.length !== 1 || owned[0]?.owner_officer !== owned[0]?.held)
    faults.push('conversation and hand-off name two owners');
  return faults;
}

describe.each(channelNames)('on %s', (channel) => {
  it('there is one owner at a time, the bot is silent beside him, and no message is lost', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (all) => {
        expect(await faultsOf(await play(channel, all))).toEqual([]);
      }),
      { numRuns: 10, seed: 20261122, endOnFailure: true },
    );
  }, 240_000);
});
