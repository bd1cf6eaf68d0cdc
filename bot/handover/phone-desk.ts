/** The telephone's side of hand-off: a call that is put through is a hand-off of the console, owned while they talk. */
import { createHash } from 'node:crypto';
import { makeAnswer } from '../make-answer.ts';
import type { OfficersPhone } from '../store/index.ts';
import type { HandOff } from './hand-off.ts';
import type { HandOffDesk } from './hand-off-desk.ts';
import { speechOf } from './officer-desk-parts.ts';
import type { HandOffDeskParts } from './open-hand-off-desk.ts';

/** `ringing`: put through to the officer who took him in the console. `picked-up`, then `talked`; `missed`: nobody took it, the caller holds the line; `gone`: the caller has hung up. */
export type PhoneHappening = 'ringing' | 'picked-up' | 'talked' | 'missed' | 'gone';

export interface OnPhone {
  /** The channel's own id of the call's thread. */
  readonly conversationId: string;
  readonly at: Date;
}

export interface PhoneDesk {
  /** The open one of a call, masked, for the officer who picks up; `null`: none. */
  handOff(call: Pick<OnPhone, 'conversationId'>): Promise<HandOff | null>;
  tell(call: OnPhone, happening: PhoneHappening): Promise<void>;
  /** Keeps the number to call back, sealed, with the words that were agreed to. `false`: there is nothing to call back for. */
  callBack(call: OnPhone, wish: { readonly number: string; readonly said: string }): Promise<boolean>;
}

/** A talk with an officer of which no end was told is over after so long, in ms. */
const longestTalk = 60 * 60_000;
const channel = 'hotline';

type Parts = Pick<HandOffDeskParts, 'store' | 'times' | 'settings' | 'speak'> & {
  readonly desk: Pick<HandOffDesk, 'current' | 'leaveContact'>;
};

export function createPhoneDesk({ store, times, settings, speak, desk }: Parts): PhoneDesk {
  const talkOf = ({ conversationId: externalId }: Pick<OnPhone, 'conversationId'>) =>
    store.findConversation({ channel, externalId });
  return {
    handOff: ({ conversationId }) => desk.current({ channel, conversationId }),
    async tell({ conversationId, at }, happening) {
      const talk = await talkOf({ conversationId });
      if (!talk) return;
      const phone = phoneOf(talk.unit, speak('vi', null).say('phone.owner'));
      const dueAt = times.of(talk.unit, at).after(settings.replyMinutes);
      const until = new Date(at.getTime() + longestTalk);
      await store.handOffs.queue.byPhone({
        conversationId: talk.id,
        deed: { kind: happening, phone, dueAt, until },
        note: (to) =>
          makeAnswer('handed-off', [{ kind: 'note', text: speechOf({ speak }, to).say(`phone.${happening}`) }]),
        now: at,
      });
    },
    async callBack({ conversationId, at }, { number: value, said }) {
      const [talk, handOff] = await Promise.all([
        talkOf({ conversationId }),
        desk.current({ channel, conversationId }),
      ]);
      if (!talk || !handOff) return false;
      return desk.leaveContact({ citizenId: talk.citizenId, handOffId: handOff.id }, { value, said, channel, at });
    },
  };
}

/** An owner's id is a UUID: that of a commune's telephone is made of its code. */
function phoneOf(unit: string | null, name: string): OfficersPhone {
  const hex = createHash('sha256').update(`officers' telephone of ${unit}`).digest('hex');
  return { id: [8, 4, 4, 4, 12].map((length, index) => hex.slice(index * 13, index * 13 + length)).join('-'), name };
}
