/** In a group many read: nothing of one person is asked, told or bound there. */

import { sayOnly } from '../make-answer.ts';
import type { ChannelName } from '../message.ts';
import type { Step, Turn } from '../step.ts';
import { accountWishIn } from '../understand/account-wish.ts';
import { askedDossierIn } from '../understand/asked-dossier.ts';
import { noticeRequestIn } from '../understand/notice-request.ts';
import { ownDataRequestIn } from '../understand/own-data-request.ts';
import { personWishIn } from '../understand/person-wish.ts';
import { wordingOf } from '../understand/wording.ts';

/** How a channel names a thread that has more than one citizen in it: the account, this, the thread's own id. */
export const groupMark = ':group:';

export const isGroupTalk = (message: { readonly channel: ChannelName; readonly conversationId: string }): boolean =>
  message.channel.startsWith('zalo-') && message.conversationId.includes(groupMark);

export const keepGroupPublic = (): Step => ({
  name: 'keep-group-public',
  run: (turn) =>
    isGroupTalk(turn.message) && isPersonal(turn)
      ? { answer: sayOnly(turn, 'login-required', 'zalo.notInGroup') }
      : { next: turn },
});

function isPersonal(turn: Turn): boolean {
  const wording = wordingOf(turn.text);
  return (
    Object.keys(turn.slots).length > 0 ||
    accountWishIn(wording) !== null ||
    noticeRequestIn(wording) !== null ||
    ownDataRequestIn(wording) !== null ||
    personWishIn(wording) !== null ||
    askedDossierIn(turn, { signedIn: false }) !== null
  );
}
