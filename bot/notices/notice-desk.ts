/** Turns notices on and off for the one who asks, where he asks. */
import type { Consents, NoticePlace, NoticeStore } from '../store/index.ts';
import { dueNotices } from './due-notices.ts';

export interface Wish {
  readonly citizenId: string;
  readonly place: NoticePlace;
  /** The words that were agreed to. */
  readonly said: string;
  readonly at: Date;
}

export interface NoticeDesk {
  /** Whether notices can reach a place of this channel. */
  reaches(channel: string): boolean;
  turnOn(wish: Wish): Promise<'on' | 'already'>;
  /** `false` when none came here. */
  stop(wish: Omit<Wish, 'said'>): Promise<boolean>;
}

export interface NoticeDeskParts {
  readonly consents: Consents;
  readonly notices: NoticeStore;
  /** Channels that have a sender. */
  readonly channels: readonly string[];
}

const same = (one: NoticePlace) => (other: NoticePlace) =>
  one.channel === other.channel && one.address === other.address;

export const openNoticeDesk = ({ consents, notices, channels }: NoticeDeskParts): NoticeDesk => ({
  reaches: (channel) => channels.includes(channel),
  async turnOn({ citizenId, place, said, at }) {
    if ((await consents.places(citizenId)).some(same(place))) return 'already';
    await consents.turnOn({ citizenId, purpose: 'notices', said, channel: place.channel, at, place });
    await noteWhatIsSo(notices, citizenId, at);
    return 'on';
  },
  async stop({ citizenId, place, at }) {
    return (await consents.stop({ citizenId, place, at })) > 0;
  },
});

/** What is so when notices are turned on is no news. */
async function noteWhatIsSo(notices: NoticeStore, citizenId: string, now: Date): Promise<void> {
  for (const one of await notices.watchedBy(citizenId, now)) {
    const { dossierId } = one;
    for (const { slot, about } of dueNotices({ ...one, id: dossierId }, now))
      await notices.noteAsTold({ citizenId, dossierId, slot, about, now });
  }
}
