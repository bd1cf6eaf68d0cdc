/** What a citizen may do with what is kept of him: see it, have it erased, take that wish back. */
import type { PersonalDataStore } from '../store/index.ts';
import { erasureWaitMs } from './keep-days.ts';

export interface OwnDataCounts {
  readonly conversations: number;
  readonly turns: number;
  readonly feedback: number;
  readonly consents: number;
  readonly handOffs: number;
}

export interface OwnDataDesk {
  /** Where on the web all of it can be seen; `null` where there is no such page. */
  readonly page: string | null;
  count(citizenId: string): Promise<OwnDataCounts>;
  /** Notes the wish. `held`: a legal hold keeps it from being carried out for now. */
  askErasure(citizenId: string, at: Date): Promise<'asked' | 'held'>;
  /** `false` when no wish was waiting. */
  keep(citizenId: string): Promise<boolean>;
}

export const openOwnDataDesk = (data: PersonalDataStore, page: string | null): OwnDataDesk => ({
  page,
  async count(citizenId) {
    const { conversations, turns, feedback, consents, handOffs } = await data.read(citizenId);
    return {
      conversations,
      turns: turns.length,
      feedback: feedback.length,
      consents: consents.length,
      handOffs: handOffs.length,
    };
  },
  async askErasure(citizenId, at) {
    await data.askErasure({ citizenId, at, notBefore: new Date(at.getTime() + erasureWaitMs) });
    return (await data.read(citizenId)).onHold ? 'held' : 'asked';
  },
  keep: (citizenId) => data.cancelErasure(citizenId),
});
