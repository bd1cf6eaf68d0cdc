/** A list of what to bring, asked for on the telephone, into the Zalo of whoever proved in that call who he is. */
import type { Block } from '../answer.ts';
import { makeAnswer } from '../make-answer.ts';
import type { ProvenAccount, Store } from '../store/index.ts';
import type { SpeechMaker } from '../texts/speech.ts';
import type { Tools } from '../tools.ts';
import { type PublicWords, sayChecklist } from './say-checklist.ts';

export interface ListByPhone {
  /** The channel's own id of the call's thread. */
  readonly conversationId: string;
  /** Code of the guide or card. */
  readonly procedure: string;
  readonly unit: string | null;
  readonly at: Date;
}

/**
 * `false`: he has proved nothing in this call, or no account of his can be reached; then nothing was sent. A list goes
 * once in a call, and never to a number, whoever calls from it.
 */
export type SendChecklist = (wish: ListByPhone) => Promise<boolean>;

export interface SendChecklistParts {
  readonly store: Pick<Store, 'findConversation' | 'openConversation' | 'provenAccounts' | 'reach'>;
  readonly tools: () => Pick<Tools, 'library' | 'relevance' | 'calendar' | 'units'>;
  readonly speak: SpeechMaker;
  /** Those that something is sent on here. */
  readonly channels: readonly string[];
}

/** An official account may write free of charge for so long after the citizen's last word; later it would wait for the next. */
const reachedMs = 48 * 3_600_000;

export function makeSendChecklist({ store, tools, speak, channels }: SendChecklistParts): SendChecklist {
  const canReach = async ({ channel, account: address }: ProvenAccount, at: Date): Promise<boolean> => {
    const reach = await store.reach.read({ channel, address });
    if (!reach) return true;
    if (reach.follows === false || reach.refused !== null) return false;
    return channel !== 'zalo-oa' || reach.lastAt === null || at.getTime() - reach.lastAt.getTime() < reachedMs;
  };
  const sayThere = async (
    account: ProvenAccount,
    { conversationId: call, procedure, at }: ListByPhone,
    words: Block[],
  ) => {
    const { channel, account: externalId } = account;
    const talk = await store.openConversation({ channel, externalId, locale: 'vi' });
    // Unlinked a moment ago, the account is a stranger's.
    if (talk.citizenId !== account.citizenId) return false;
    const content = { answer: makeAnswer('answered', words, { codes: [procedure] }) };
    const said = { key: `list:${call}:${procedure}`, speaker: 'bot' as const, content, at };
    return store.provenAccounts.say({
      citizenId: talk.citizenId,
      conversationId: talk.id,
      account: externalId,
      said,
    });
  };
  return async (wish) => {
    const call = await store.findConversation({ channel: 'hotline', externalId: wish.conversationId });
    const blocks = call && blocksOf(wish, tools(), speak);
    if (!blocks) return false;
    for (const account of await store.provenAccounts.find(call.citizenId, channels))
      if ((await canReach(account, wish.at)) && (await sayThere(account, wish, blocks))) return true;
    return false;
  };
}

/** `null` for a procedure that is not known any more. */
function blocksOf(
  { procedure, unit, at }: ListByPhone,
  { library, relevance, calendar, units }: ReturnType<SendChecklistParts['tools']>,
  speak: SpeechMaker,
): Block[] | null {
  const entry = library.find(procedure);
  if (!entry) return null;
  const speech = speak('vi', null);
  const words: PublicWords = { speech, relevance, calendar, unit: units.of(unit), at };
  const { title, blocks } = sayChecklist(entry, words);
  return [{ kind: 'say', text: speech.say('phone.listAsked') }, { kind: 'title', text: title }, ...blocks];
}
