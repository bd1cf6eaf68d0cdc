import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openShelf } from '../documents/shelf.ts';
import { noticeOf } from '../documents/test-notices.ts';
import type { Talk } from '../handover/officer-desk.ts';
import { staffMay } from '../staff/rights.ts';
import { type StaffMember, staffRoles } from '../staff/staff.ts';
import { openTestBot, type TestBot } from '../test-bot.ts';
import { type CopilotRun, officer, scriptedModel, testCopilot } from './test-copilot.ts';

const units = ['02683', '02701', '00004', '15'];
/** Each commune has a notice that nobody else may read, and each says so by a word of its own. */
const secretOf = (unit: string) => `mật-${unit}`;
const notices = units
  .filter((unit) => unit.length === 5)
  .map((unit) =>
    noticeOf({
      title: `Thông báo lịch tiêm phòng bệnh dại ${secretOf(unit)}`,
      sections: [{ heading: null, lines: [`Lịch tiêm phòng dại cho chó, mèo: sáng thứ Bảy, ${secretOf(unit)}.`] }],
      unit,
    }),
  );

const member = fc.record({
  role: fc.constantFrom(...staffRoles),
  unit: fc.constantFrom(...units),
});
const call = fc.oneof(
  fc.record({
    name: fc.constant('search'),
    args: fc.record({
      words: fc.constantFrom('lịch tiêm phòng chó dại', 'khai tử', secretOf('02701'), 'hồ sơ của bà Hoa'),
    }),
  }),
  fc.record({
    name: fc.constantFrom('guide', 'changes'),
    args: fc.record({
      code: fc.constantFrom('1.000656', '1.001193', '2.000528'),
      facets: fc.constant(['fee', 'place']),
    }),
  }),
  fc.record({ name: fc.constant('places'), args: fc.record({ place: fc.constantFrom('Bát Xát', 'Quận Ba Đình') }) }),
  fc.record({
    name: fc.constant('calendar'),
    args: fc.record({
      ask: fc.constantFrom('day', 'count', 'year', 'due'),
      count: fc.nat(60),
      code: fc.constant('1.000656'),
    }),
  }),
  fc.record({ name: fc.constantFrom('dossier', 'talk', 'send', 'staff'), args: fc.object() }),
);

describe('an officer’s own rights', () => {
  let bot: TestBot;
  beforeAll(async () => {
    const plain = await openTestBot();
    bot = { ...plain, tools: { ...plain.tools, documents: openShelf(notices) } };
  }, 120_000);

  /** What the model was shown in one run, and what came of it. */
  async function shownTo(who: StaffMember, calls: readonly { name: string; args: object }[], talk?: Talk) {
    const model = scriptedModel(calls as never, 'Dạ chào bác.');
    const copilot = testCopilot(bot, {
      chatModel: async () => model,
      waiting: () => [{ path: 'filing.0.fee.dong', before: '1', after: 'chưa-duyệt' }],
      ...(talk ? { desk: { talk: async () => talk } } : {}),
    });
    const draft: CopilotRun = await copilot.ask('Soạn', { member: who, handOffId: talk ? talk.handOff.id : null });
    return `${model.calls.map(({ messages }) => messages.map(({ text }) => text).join('\n')).join('\n')}${JSON.stringify(draft)}`;
  }

  it('hold for every look-up: nothing of another commune, nothing unapproved, nothing at all without the right', async () => {
    let ownRead = 0;
    await fc.assert(
      fc.asyncProperty(member, fc.array(call, { minLength: 1, maxLength: 4 }), async (given, calls) => {
        const who = { ...officer, ...given };
        if (!staffMay(who.role, 'use-copilot')) {
          await expect(shownTo(who, calls)).rejects.toMatchObject({ code: 'forbidden' });
          return;
        }
        const shown = await shownTo(who, calls);
        const asked = JSON.stringify(calls);
        for (const unit of units)
          if (unit !== who.unit && !asked.includes(secretOf(unit))) expect(shown).not.toContain(secretOf(unit));
        if (shown.includes(secretOf(who.unit))) ownRead += 1;
        expect(shown.includes('chưa-duyệt')).toBe(
          staffMay(who.role, 'edit-knowledge') && calls.some(({ name }) => name === 'changes'),
        );
      }),
      { numRuns: 60, seed: 22 },
    );
    expect(ownRead).toBeGreaterThan(0);
  }, 120_000);

  it('hold for the talk: only who holds it gives it to a model', async () => {
    const ids = ['00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000b2'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ids), fc.option(fc.constantFrom(...ids)), async (id, owner) => {
        const own = { ...officer, id };
        const tried = shownTo(own, [], talkOf(owner));
        if (owner === id) expect(await tried).toContain('bánh chưng');
        else await expect(tried).rejects.toMatchObject({ code: 'lost' });
      }),
    );
  });
});

const talkOf = (owner: string | null): Talk =>
  ({
    handOff: {
      id: '00000000-0000-4000-8000-0000000000c3',
      owner: owner === null ? null : { id: owner, name: 'Ai đó' },
      personalDataAgreed: null,
    },
    entries: [{ id: '1', position: 1, speaker: 'citizen', text: 'bánh chưng', answer: null, pictures: [], by: null }],
    last: 1,
    notes: [],
    citizenName: null,
    contactMasked: null,
  }) as unknown as Talk;
