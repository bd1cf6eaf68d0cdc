/** The officers' side of hand-offs; row-level security decides which ones each sees. */
import { randomUUID } from 'node:crypto';
import { addAudit } from '../audit.ts';
import { dateOf, idOf } from '../clean-input.ts';
import type { Database, Officer } from '../database.ts';
import type { Sealer } from '../seal-slots.ts';
import { type Claiming, claimHandOff, keepClaim, type SteppingIn, stepIn } from './claim-hand-off.ts';
import { HandOffError } from './hand-off-error.ts';
import type { QueuedHandOff, StoredHandOff } from './hand-off-row.ts';
import { findHandOff, type HeldClaim, handOffIdOf } from './own-hand-off.ts';
import { type InboxQuery, readInbox, type StoredInbox } from './read-inbox.ts';
import { readTalk, type StoredTalk } from './read-talk.ts';
import {
  type Ending,
  endHandOff,
  type OfficerWords,
  type Passing,
  passOn,
  speakAsOfficer,
} from './speak-as-officer.ts';

export interface NewNote {
  readonly handOffId: string;
  readonly name: string;
  readonly text: string;
  readonly now: Date;
}

export interface NewPicture {
  readonly type: 'image/png' | 'image/jpeg';
  readonly bytes: Buffer;
  readonly alt: string;
  readonly now: Date;
}

/** What officers may do; row-level security decides which ones each sees. @throws {@link HandOffError} */
export interface OfficersHandOffs {
  inbox(officer: Officer, query: Omit<InboxQuery, 'officerId'>): Promise<StoredInbox>;
  /** @param after 0: it is opened, which is written down. */
  talk(officer: Officer, handOffId: string, after: number): Promise<StoredTalk>;
  /** Whether he sees a hand-off of this id. */
  exists(officer: Officer, handOffId: string): Promise<boolean>;
  claim(officer: Officer, claiming: Claiming): Promise<StoredHandOff>;
  stepIn(officer: Officer, stepping: SteppingIn): Promise<string>;
  keep(officer: Officer, claim: HeldClaim & { readonly until: Date }): Promise<Date>;
  /** Resolves with the utterance's id. */
  say(officer: Officer, words: OfficerWords): Promise<string>;
  end(officer: Officer, ending: Ending): Promise<QueuedHandOff>;
  pass(passing: Passing): Promise<QueuedHandOff>;
  note(officer: Officer, note: NewNote): Promise<void>;
  label(officer: Officer, handOffId: string, labels: readonly string[]): Promise<void>;
  /** Written down with the reason. `null`: none was left. */
  contact(officer: Officer, handOffId: string, reason: string): Promise<string | null>;
  keepPicture(officer: Officer, picture: NewPicture): Promise<string>;
  /** Pictures of this officer's by their ids. */
  pictures(officer: Officer, ids: readonly string[]): Promise<readonly { readonly id: string; readonly alt: string }[]>;
  /** Writes down that he took something along: a transcript. */
  noteTaken(officer: Officer, handOffId: string, action: string): Promise<void>;
}

const audited = (officer: Officer, action: string, handOffId: string, detail: unknown = {}) => ({
  actor: `officer:${officer.id}`,
  action,
  object: `hand-off:${handOffId}`,
  detail,
});

export const makeOfficers = (database: Database, sealer: Sealer): OfficersHandOffs => ({
  ...makeOwning(database),
  ...makeReading(database),
  ...makeNoting(database, sealer),
});

type Owning = 'claim' | 'stepIn' | 'keep' | 'say' | 'end' | 'pass';

const makeOwning = (database: Database): Pick<OfficersHandOffs, Owning> => ({
  claim: (officer, claiming) => database.withOfficer(officer, (handle) => claimHandOff(handle, claiming)),
  stepIn: (officer, stepping) => database.withOfficer(officer, (handle) => stepIn(handle, stepping)),
  keep: (officer, claim) =>
    database.withOfficer(officer, async (handle) => {
      const until = await keepClaim(handle, officer.id, claim);
      if (until) return until;
      throw new HandOffError('lost', (await findHandOff(handle, claim.handOffId)).owner?.name ?? null);
    }),
  say: (officer, words) => database.withOfficer(officer, (handle) => speakAsOfficer(handle, words)),
  end: (officer, ending) => database.withOfficer(officer, (handle) => endHandOff(handle, ending)),
  pass: (passing) => database.withJob('handOffs', (handle) => passOn(handle, passing)),
});

const makeReading = (database: Database): Pick<OfficersHandOffs, 'inbox' | 'talk' | 'exists'> => ({
  inbox: (officer, query) =>
    database.withOfficer(officer, (handle) => readInbox(handle, { ...query, officerId: officer.id })),
  talk: (officer, handOffId, after) =>
    database.withOfficer(officer, async (handle) => {
      const talk = await readTalk(handle, handOffId, after);
      if (after === 0) await addAudit(handle, audited(officer, 'hand-off-read', talk.handOff.id));
      return talk;
    }),
  exists: (officer, id) =>
    database.withOfficer(officer, async (handle) => {
      const row = await handle.selectFrom('hand_off').select('id').where('id', '=', handOffIdOf(id)).executeTakeFirst();
      return row !== undefined;
    }),
});

type Noting = Exclude<keyof OfficersHandOffs, Owning | 'inbox' | 'talk' | 'exists'>;

const makeNoting = (database: Database, sealer: Sealer): Pick<OfficersHandOffs, Noting> => ({
  note: (officer, { handOffId, name, text, now }) =>
    database.withOfficer(officer, async (handle) => {
      const { id, citizenId } = await findHandOff(handle, handOffId);
      const by = { hand_off_id: id, citizen_id: citizenId, officer_id: idOf(officer.id), officer_name: name };
      await handle
        .insertInto('hand_off_note')
        .values({ ...by, id: randomUUID(), at: dateOf(now), text })
        .execute();
      await addAudit(handle, audited(officer, 'hand-off-noted', id));
    }),
  label: (officer, handOffId, labels) =>
    database.withOfficer(officer, async (handle) => {
      const { id } = await findHandOff(handle, handOffId);
      await handle
        .updateTable('hand_off')
        .set({ labels: [...labels] })
        .where('id', '=', id)
        .execute();
      await addAudit(handle, audited(officer, 'hand-off-labelled', id, { count: labels.length }));
    }),
  contact: (officer, handOffId, reason) =>
    database.withOfficer(officer, async (handle) => {
      const { id } = await findHandOff(handle, handOffId);
      const row = await handle.selectFrom('hand_off').select('contact_sealed').where('id', '=', id).executeTakeFirst();
      await addAudit(handle, audited(officer, 'contact-revealed', id, { reason }));
      return row?.contact_sealed ? (sealer.open(id, row.contact_sealed).contact ?? null) : null;
    }),
  keepPicture: (officer, { type, bytes, alt, now }) =>
    database.withOfficer(officer, async (handle) => {
      const id = randomUUID();
      const own = { id, officer_id: idOf(officer.id), type, bytes, alt, at: dateOf(now) };
      await handle.insertInto('hand_off_picture').values(own).execute();
      return id;
    }),
  pictures: (officer, ids) =>
    database.withOfficer(officer, async (handle) =>
      ids.length === 0
        ? []
        : handle.selectFrom('hand_off_picture').select(['id', 'alt']).where('id', 'in', ids.map(idOf)).execute(),
    ),
  noteTaken: (officer, handOffId, action) =>
    database.withOfficer(officer, async (handle) => {
      const { id } = await findHandOff(handle, handOffId);
      await addAudit(handle, audited(officer, action, id));
    }),
});
