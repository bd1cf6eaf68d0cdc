/** A message typed into a terminal or read from a file: nobody is signed in, no officer owns the talk. */
import type { IncomingMessage } from '../../bot/index.ts';

/** `over` says what is known beside the text. */
export const typedMessage = (
  text: string,
  over: Partial<IncomingMessage> & Pick<IncomingMessage, 'id'>,
): IncomingMessage => ({
  conversationId: 'terminal',
  channel: 'web',
  locale: 'vi',
  at: new Date(),
  signedInAs: null,
  ownedByOfficer: false,
  ...over,
  text,
});
