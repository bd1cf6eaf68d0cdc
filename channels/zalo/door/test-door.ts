/** The product over Zalo for suites: real assistant, real store, real outbox; the platform is a list of what reached it. */
import type { Parts } from '../../../assemble.ts';
import {
  type Assistant,
  createAssistant,
  createDossierDesk,
  createHandOffDesk,
  createLinkAccount,
  createOfficerDesk,
  createProver,
  createStaffCaller,
  createTranscript,
  createTyping,
  handOffDefaults,
  type LinkAccount,
  type OfficerDesk,
  openWorkingTimes,
  type ParcelSender,
  pipeline,
  type Switchboard,
  sendParcels,
  storeTools,
} from '../../../bot/index.ts';
import { openTestStore, type TestStore } from '../../../bot/store/test-store.ts';
import { testParts } from '../../test-parts.ts';
import type { ZaloChannel, ZaloEvent } from '../zalo-event.ts';
import type { DoorParts } from './door-parts.ts';
import { makeSender, type SenderOptions } from './make-sender.ts';
import type { Outgoing } from './outgoing.ts';
import { makeDoor } from './take-event.ts';
import type { TemplateWords, ZaloPlatform } from './zalo-platform.ts';

const secretKey = Buffer.alloc(32, 7);
const hour = 3_600_000;

export interface Reached extends Outgoing {
  readonly to: string;
  readonly template?: TemplateWords;
}

export interface TestDoor {
  readonly store: TestStore;
  readonly accounts: LinkAccount;
  readonly assistant: Assistant;
  readonly parts: Parts;
  readonly desk: OfficerDesk;
  /** Everything that reached the platform, in order. */
  readonly reached: Reached[];
  readonly typing: string[];
  readonly errors: unknown[];
  /** Moves our clock; Zalo's events come by it too. */
  wait(ms: number): void;
  readonly now: () => Date;
  /** Called with each message before it "reaches": throw here. */
  onSend: (message: Reached) => void;
  handle(event: Partial<ZaloEvent> & { readonly userId: string }): Promise<void>;
  /** Sends what is due. */
  pump(): Promise<void>;
  /** Says something as this user, and gives what came back, oldest first. */
  say(userId: string, text: string, over?: Partial<ZaloEvent>): Promise<readonly Reached[]>;
  readonly sender: ParcelSender;
  close(): Promise<void>;
}

export interface TestDoorOptions extends Partial<Pick<DoorParts, 'listen' | 'publicUrl' | 'linkStaff' | 'count'>> {
  readonly channel?: ZaloChannel;
  readonly switches?: Switchboard;
  readonly sender?: Partial<Pick<SenderOptions, 'paidMessages' | 'templateFor' | 'linkTo'>>;
}

export async function openTestDoor(options: TestDoorOptions = {}): Promise<TestDoor> {
  const test = await openTestStore();
  const { store } = test;
  const parts = await testParts();
  const { channel = 'zalo-oa' } = options;
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const { assistant, accounts, desk } = makeAssistant(test, {
    parts,
    channel,
    now,
    onError,
    switches: options.switches ?? null,
  });
  const reached: Reached[] = [];
  const typing: string[] = [];
  const door: Pick<TestDoor, 'onSend'> = { onSend: () => {} };
  const platform = platformOf(channel, typing, (message) => {
    door.onSend(message);
    reached.push(message);
  });
  const { speak } = parts;
  const plain = { linkTo: null, paidMessages: false, templateFor: null, ...options.sender };
  const sender = makeSender({ store, platform, speak, now, onError, ...plain });
  const handleEvent = makeDoor({
    assistant,
    transcript: createTranscript({ store, speak }),
    store,
    speak,
    platforms: { [channel]: platform },
    listen: options.listen ?? null,
    publicUrl: options.publicUrl ?? null,
    linkStaff: options.linkStaff ?? null,
    ...(options.count ? { count: options.count } : {}),
    now,
    onError,
  });
  const handle: TestDoor['handle'] = (over) =>
    handleEvent({ ...eventOf(channel, now()), threadId: over.userId, ...over });
  const pump = async () => {
    await sendParcels({ outbox: store.outbox, senders: [sender], now, onError });
  };
  const wait = (ms: number) => {
    ahead += ms;
  };
  const say = async (userId: string, text: string, over: Partial<ZaloEvent> = {}) => {
    const before = reached.length;
    await handle({ text, ...over, userId });
    await pump();
    return reached.slice(before).filter(({ to }) => to === (over.threadId ?? userId));
  };
  const own = { desk, accounts, assistant, parts, reached, typing, errors, now, sender };
  return Object.assign(door, { store: test, ...own, wait, handle, pump, say, close: () => test.close() });
}

interface AssistantOptions {
  readonly parts: Parts;
  readonly channel: ZaloChannel;
  readonly switches: Switchboard | null;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

function makeAssistant({ store }: TestStore, { parts, channel, now, onError, switches }: AssistantOptions) {
  const { tools, speak } = parts;
  const accounts = createLinkAccount({ store, secretKey });
  const prover = createProver({ store, secretKey, sender: null, onError });
  const times = openWorkingTimes(tools.units, tools.calendar);
  const provinceOf = () => null;
  const roster = { of: async () => [] };
  const common = { store, times, provinceOf, settings: handOffDefaults, roster, speak };
  const caller = createStaffCaller({ store: store.staff });
  const library = () => tools.library;
  const handOffs = createHandOffDesk({ ...common, caller, library, units: () => tools.units, secretKey, onError });
  const own = {
    ...tools,
    ...(switches ? { switches } : {}),
    ...storeTools(store, { channels: ['web', channel], page: null }),
    dossiers: createDossierDesk({ database: store.database }),
    identity: { prover, accounts, signInOpen: true },
    handOffs,
  };
  const desk = createOfficerDesk({ ...common, typing: createTyping(store), engine: () => tools.engine, now });
  return { assistant: createAssistant({ steps: pipeline(own), speak, store, switches }), accounts, desk };
}

function platformOf(channel: ZaloChannel, typing: string[], reach: (message: Reached) => void): ZaloPlatform {
  const isOa = channel === 'zalo-oa';
  const empty = { text: '', buttons: [], picture: null };
  return {
    channel,
    withButtons: isOa,
    windows: isOa ? { free: 48 * hour, open: 168 * hour } : null,
    send: async (to, message) => reach({ to, ...message }),
    sendTemplate: isOa ? async (to, template) => reach({ to, ...empty, template }) : null,
    showTyping: (to) => void typing.push(to),
  };
}

let count = 0;

function eventOf(channel: ZaloChannel, at: Date): ZaloEvent {
  count += 1;
  return {
    channel,
    account: '388613280878808645',
    key: `user_send_text:m${count}`,
    name: 'user_send_text',
    kind: 'text',
    userId: null,
    threadId: null,
    messageId: `m${count}`,
    text: null,
    media: [],
    quotes: null,
    staffId: null,
    info: null,
    trackingId: null,
    at,
    receivedAt: at,
    isGroup: false,
  };
}

/** Words of several messages as one text. */
export const textOfAll = (messages: readonly Reached[]): string => messages.map(({ text }) => text).join('\n');
