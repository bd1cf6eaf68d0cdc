/** Calls staff by a message of the Zalo bot: what is asked for, and the code of the hand-off; nothing of a citizen. */
import { type CallDelivery, callText, type PhoneSender, type SpeechMaker } from '../../../bot/index.ts';
import type { ZaloBotClient } from '../bot/index.ts';
import { ZaloError } from '../zalo-error.ts';
import { userOf } from './make-sender.ts';

export interface StaffSenderParts {
  readonly bot: { readonly id: string; readonly client: Pick<ZaloBotClient, 'sendMessage'> };
  readonly speech: ReturnType<SpeechMaker>;
  /** Where the console is; `null` while the program does not know its own address. */
  readonly consoleUrl: string | null;
}

export const makeStaffSender = ({ bot, speech, consoleUrl }: StaffSenderParts): PhoneSender => ({
  way: 'zalo-bot',
  async send(call) {
    const { to } = call;
    // An account of a bot that was there before knows nobody here.
    if (to.way !== 'account' || !to.account.startsWith(`${bot.id}:`))
      return { end: 'not-sent', reason: 'phone-gone', again: false };
    const text = [callText(speech, call), ...(consoleUrl === null ? [] : [consoleUrl])].join('\n');
    try {
      await bot.client.sendMessage({ chatId: userOf(to.account), text });
      return { end: 'sent' };
    } catch (error) {
      return deliveryOf(error);
    }
  },
});

const passing: ReadonlySet<string> = new Set(['retry', 'slow-down']);

function deliveryOf(error: unknown): CallDelivery {
  if (!(error instanceof ZaloError)) throw error;
  const { code: reason, mayHaveArrived, action } = error;
  return mayHaveArrived ? { end: 'unsure', reason } : { end: 'not-sent', reason, again: passing.has(action) };
}
