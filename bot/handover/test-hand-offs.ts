/** Citizens who ask and officers who answer, on a real database: the assistant, both desks, the queue, a caller that notes. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Answer } from '../answer.ts';
import { textOf } from '../answer.ts';
import { type Assistant, createAssistant } from '../assistant.ts';
import { createDossierDesk } from '../dossiers/read-dossiers.ts';
import type { ChannelName } from '../message.ts';
import { pipeline } from '../pipeline.ts';
import type { StaffCall, StaffMember } from '../staff/staff.ts';
import { personKeyOf } from '../store/persons.ts';
import type { TestStore } from '../store/test-store.ts';
import { openTestBot, plainMessage } from '../test-bot.ts';
import { loadSpeech } from '../texts/speech.ts';
import type { Tools } from '../tools.ts';
import { handOffDefaults } from './hand-off-settings.ts';
import { createHandOffDesk } from './open-hand-off-desk.ts';
import { createOfficerDesk } from './open-officer-desk.ts';
import { createPhoneDesk, type PhoneDesk } from './phone-desk.ts';
import { openTestDesk, provinceOf, type TestDesk, testTimes, testUnit, testUnitDesk, unitName } from './test-desk.ts';
import { createTyping } from './typing.ts';
import { watchQueue } from './watch-queue.ts';

// For suites of doors.
export { inHours, officer, outOfHours, testUnit } from './test-desk.ts';

export interface Said {
  readonly answer: Answer;
  readonly text: string;
}

export interface TestHandOffs extends TestDesk {
  readonly assistant: Assistant;
  readonly phoneDesk: PhoneDesk;
  /** Of the knowledge that it answers from. */
  readonly tools: Tools;
  readonly times: typeof testTimes;
  /** What staff was called for. */
  readonly calls: StaffCall[];
  /** Who can be reached; everybody unless told otherwise. */
  reachable: ((id: string) => boolean) | null;
  /** Says one thing in a thread, at the desk's clock. */
  ask(thread: TestThread, text: string): Promise<Said>;
  /** Somebody who signs in by this number, with his filed cases. */
  signIn(
    number: string,
    dossiers?: readonly object[],
  ): Promise<{ readonly sessionId: string; readonly citizenId: string }>;
  watch(): Promise<number>;
  /** All that was said in a thread, `speaker: text`. */
  heard(thread: TestThread): Promise<string[]>;
  /** The open hand-off of a thread. */
  openOne(thread: TestThread): Promise<string>;
}

export interface TestThread {
  readonly channel: ChannelName;
  readonly conversationId: string;
  /** The sign-in that it belongs to. */
  readonly sessionId?: string;
}
export const newThread = (channel: ChannelName = 'web', sessionId?: string): TestThread => ({
  channel,
  conversationId: randomUUID(),
  ...(sessionId ? { sessionId } : {}),
});

export const onDuty = (...members: readonly StaffMember[]) =>
  members.map((member) => ({ member, presence: 'available' as const }));

/** @param tools in place of those of the shipped knowledge. */
export async function openTestHandOffs(tools: Partial<Tools> = {}, opened?: TestStore): Promise<TestHandOffs> {
  const [base, bot] = await Promise.all([openTestDesk(opened), openTestBot(testUnitDesk)]);
  const speak = loadSpeech();
  const calls: StaffCall[] = [];
  const caller = {
    call: async (call: StaffCall) => {
      calls.push(call);
      return call.staffIds.filter((id) => test.reachable?.(id) ?? true).length;
    },
  };
  const common = {
    store: base.store,
    times: testTimes,
    provinceOf,
    settings: handOffDefaults,
    roster: base.roster,
    caller,
    speak,
  };
  const handOffs = createHandOffDesk({
    ...common,
    library: () => bot.tools.library,
    units: () => bot.tools.units,
    secretKey: Buffer.alloc(32, 3),
    onError: (error) => {
      throw error;
    },
  });
  const desk = createOfficerDesk({
    ...common,
    typing: createTyping(base.store),
    engine: () => bot.tools.engine,
    unitName,
    now: () => test.at,
  });
  const steps = pipeline({
    ...bot.tools,
    dossiers: createDossierDesk({ database: base.store.database }),
    handOffs,
    ...tools,
  });
  const assistant = createAssistant({ steps, speak, store: base.store });
  const find = async ({ channel, conversationId: externalId, sessionId }: TestThread) => {
    const found = await base.store.findConversation({ channel, externalId, ...(sessionId ? { sessionId } : {}) });
    if (!found) throw new Error('no such thread');
    return { conversationId: found.id, citizenId: found.citizenId };
  };
  const test: TestHandOffs = Object.assign(base, {
    ...{ assistant, desk, calls, times: testTimes },
    phoneDesk: createPhoneDesk({ ...common, desk: handOffs }),
    tools: bot.tools,
    reachable: null,
    async ask(thread: TestThread, text: string) {
      await beginAtKiosk(base, thread);
      const { answer } = await assistant.handle({ ...plainMessage, ...thread, id: randomUUID(), text, at: test.at });
      return { answer, text: textOf(answer) };
    },
    signIn: (number: string, dossiers: readonly object[] = []) => signIn(base, number, dossiers),
    watch: () => watchQueue(common, test.at),
    async heard(thread: TestThread) {
      const page = await base.store.utterances({ ...(await find(thread)), after: 0 });
      return (page?.utterances ?? []).map(({ speaker, content, asked, answer }) => {
        const kept = (content ?? {}) as { text?: string; answer?: Answer };
        const said = (answer as { answer?: Answer } | null)?.answer ?? kept.answer;
        return `${speaker}: ${speaker === 'bot' && said ? textOf(said) : (kept.text ?? asked ?? '')}`;
      });
    },
    async openOne(thread: TestThread) {
      const one = await base.store.handOffs.ofCitizens.ofTalk(await find(thread), 'open');
      if (!one) throw new Error('no open hand-off');
      return one.id;
    },
  });
  return test;
}

const begun = new Set<string>();

/** At a kiosk somebody stands there first: a talk without a visit is found by no door. */
async function beginAtKiosk({ store }: TestDesk, { channel, conversationId: thread }: TestThread): Promise<void> {
  if (channel !== 'kiosk' || begun.has(thread)) return;
  begun.add(thread);
  await store.kiosks.beginVisit({ deviceId: null, thread });
}

async function signIn({ store }: TestDesk, number: string, dossiers: readonly object[]) {
  const of = { applicant: { name: 'Giàng A Thí Dụ', identityNumber: number }, unit: testUnit };
  await store.dossiers.keep(
    dossiers.map((one) => ({ ...of, ...one })),
    { source: 'thử' },
  );
  const personKey = personKeyOf(Buffer.alloc(32, 7), number);
  const session = { personKey, tokenHash: randomBytes(32), nameMasked: 'Giàng A T. D.', idToken: null };
  const { id: sessionId, citizenId } = await store.openSession({ ...session, from: null });
  return { sessionId, citizenId };
}
