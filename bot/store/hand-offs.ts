/** Hand-offs in the store: the citizen's side, the officers' side, and the queue between them. */
import { idOf } from './clean-input.ts';
import type { Database } from './database.ts';
import { handOffColumns, handOffOf, type QueuedHandOff, type StoredHandOff } from './hand-offs/hand-off-row.ts';
import {
  countAhead,
  countWaiting,
  dueNow,
  findByCode,
  measureWaits,
  noteTold,
  type QueueDeed,
  settleDue,
} from './hand-offs/keep-queue.ts';
import { makeOfficers, type OfficersHandOffs } from './hand-offs/officers-hand-offs.ts';
import {
  type CitizenChange,
  changeAsCitizen,
  lastOne,
  type NewHandOff,
  openHandOff,
  openOne,
} from './hand-offs/open-hand-off.ts';
import { changeByPhone, type PhoneChange } from './hand-offs/phone-hand-off.ts';
import type { Sealer } from './seal-slots.ts';
import type { ConversationKey } from './store.ts';

export { HandOffError, type HandOffErrorCode } from './hand-offs/hand-off-error.ts';
export type { QueuedHandOff, StoredHandOff } from './hand-offs/hand-off-row.ts';
export type { QueueDeed } from './hand-offs/keep-queue.ts';
export type { CitizenDeed, NewHandOff } from './hand-offs/open-hand-off.ts';
export type { OfficersPhone, PhoneDeed } from './hand-offs/phone-hand-off.ts';
export type { SeenUtterance, StoredTalk } from './hand-offs/read-talk.ts';

/** What citizens' turns may do. */
export interface CitizensHandOffs {
  open(wish: NewHandOff): Promise<{ readonly handOff: StoredHandOff; readonly isNew: boolean }>;
  /** The open one of a talk, else the latest; `null`: none ever. */
  ofTalk(key: ConversationKey, which: 'open' | 'last'): Promise<StoredHandOff | null>;
  /** `null` when it is not this citizen's. */
  find(citizenId: string, handOffId: string): Promise<StoredHandOff | null>;
  /** `false` when there was nothing to change. @throws {@link HandOffError} `unknown` when it is not this citizen's. */
  change(change: CitizenChange): Promise<boolean>;
}

/** What the queue's job may do: it sees ids and moments, no word. */
export interface Queue {
  byCode(code: string): Promise<QueuedHandOff | null>;
  ahead(one: QueuedHandOff): Promise<number>;
  waits(queue: { readonly unit: string | null; readonly desk: string | null; readonly since: Date }): Promise<{
    readonly measured: number;
    readonly secondsPerPlace: number | null;
  }>;
  /** Conversations that wait for an officer now. */
  waiting(): Promise<number>;
  told(citizenId: string, handOffId: string, position: number | null): Promise<void>;
  due(options: {
    readonly now: Date;
    readonly idleBefore: Date;
    readonly limit?: number;
  }): Promise<readonly QueuedHandOff[]>;
  settle(before: QueuedHandOff, settling: { readonly deed: QueueDeed; readonly now: Date }): Promise<boolean>;
  /** What happens on the officers' telephone. `false`: it changes nothing. */
  byPhone(change: PhoneChange): Promise<boolean>;
  /** A picture that was sent to a citizen; `null`: none of this id. */
  picture(id: string): Promise<{ readonly type: string; readonly bytes: Buffer } | null>;
}

export interface HandOffStore {
  readonly ofCitizens: CitizensHandOffs;
  readonly queue: Queue;
  readonly ofOfficers: OfficersHandOffs;
}

export const makeHandOffs = (database: Database, sealer: Sealer): HandOffStore => ({
  ofCitizens: makeCitizens(database, sealer),
  queue: makeQueue(database),
  ofOfficers: makeOfficers(database, sealer),
});

function makeCitizens(database: Database, sealer: Sealer): CitizensHandOffs {
  return {
    open: (wish) => database.withCitizen(wish.citizenId, (handle) => openHandOff(handle, wish)),
    ofTalk: ({ citizenId, conversationId }, which) =>
      database.withCitizen(citizenId, (handle) =>
        which === 'open' ? openOne(handle, conversationId) : lastOne(handle, conversationId),
      ),
    find: (citizenId, handOffId) =>
      database.withCitizen(citizenId, async (handle) => {
        const found = handle.selectFrom('hand_off').select(handOffColumns).where('hand_off.id', '=', idOf(handOffId));
        const row = await found.executeTakeFirst();
        return row ? handOffOf(row) : null;
      }),
    change: (change) => database.withCitizen(change.citizenId, (handle) => changeAsCitizen(handle, change, sealer)),
  };
}

function makeQueue(database: Database): Queue {
  return {
    byCode: (code) => database.withJob('handOffs', (handle) => findByCode(handle, code)),
    ahead: (one) => database.withJob('handOffs', (handle) => countAhead(handle, one)),
    waiting: () => database.withJob('handOffs', countWaiting),
    waits: (queue) => database.withJob('handOffs', (handle) => measureWaits(handle, queue)),
    told: (citizenId, handOffId, position) =>
      database.withCitizen(citizenId, (handle) => noteTold(handle, handOffId, position)),
    due: (options) => database.withJob('handOffs', (handle) => dueNow(handle, options)),
    settle: (before, settling) => database.withJob('handOffs', (handle) => settleDue(handle, before, settling)),
    byPhone: (change) => database.withJob('handOffs', (handle) => changeByPhone(handle, change)),
    picture: async (id) =>
      (await database.withJob('handOffs', (handle) =>
        handle.selectFrom('hand_off_picture').select(['type', 'bytes']).where('id', '=', idOf(id)).executeTakeFirst(),
      )) ?? null,
  };
}

export type { SayBeside } from './hand-offs/own-hand-off.ts';
