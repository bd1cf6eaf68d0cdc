/** A member of staff writes, from the account he wants to be called on, the code that the console showed him. */
import type { Speech } from '../texts/speech.ts';
import type { OwnAccount } from './own-account.ts';

/** "cán bộ 1234 5678", with or without marks: the console says it like that, so that it is no citizen's message. */
const linking = /^\s*(?:cán bộ|can bo)\s*:?\s*((?:\d[\s.-]*){8})\s*$/iu;

/** The eight digits; `null` when the message is no such thing. */
export const phoneCodeIn = (text: string): string | null =>
  linking.exec(text.normalize('NFC'))?.[1]?.replace(/\D/g, '') ?? null;

/**
 * What to say to it; `null` when the message is none of this, and goes its usual way.
 *
 * To be called by a channel before the message is kept: a code is a secret for ten minutes.
 */
export async function answerPhoneCode(
  { own, speech }: { readonly own: Pick<OwnAccount, 'linkPhone'>; readonly speech: Speech },
  account: { readonly channel: string; readonly account: string },
  text: string,
): Promise<string | null> {
  const code = phoneCodeIn(text);
  if (code === null) return null;
  return speech.say((await own.linkPhone(account, code)) ? 'staffPhone.linked' : 'staffPhone.wrong');
}
