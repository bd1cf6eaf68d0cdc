/** What citizens agreed to, with the words and the day; and where they asked to be told of their cases. */
import { randomUUID } from 'node:crypto';
import { cleanText, dateOf, idOf, keyOf } from './clean-input.ts';
import type { Database } from './database.ts';
import type { Scoped } from './tables.ts';

/** What one can agree to. */
export type ConsentPurpose = 'notices' | 'pass-to-officer' | 'keep-contact';

export interface NewConsent {
  readonly citizenId: string;
  readonly purpose: ConsentPurpose;
  /** The words that were agreed to, as they were shown. */
  readonly said: string;
  readonly channel: string;
  readonly at: Date;
}

export interface Consent extends Omit<NewConsent, 'at' | 'purpose'> {
  readonly id: string;
  readonly purpose: string;
  readonly givenAt: Date;
  /** `null` while it holds. */
  readonly withdrawnAt: Date | null;
}

export interface NoticePlace {
  readonly channel: string;
  /** The channel's own id of the thread or person. */
  readonly address: string;
}

export interface Consents {
  give(consent: NewConsent): Promise<string>;
  /** Takes every consent of this purpose back. Resolves with how many held. */
  withdraw(options: {
    readonly citizenId: string;
    readonly purpose: ConsentPurpose;
    readonly at: Date;
  }): Promise<number>;
  /** All that this citizen ever gave, oldest first. */
  list(citizenId: string): Promise<readonly Consent[]>;
  /** Turns notices on at a place, with the consent they rest on; a second time changes nothing. */
  turnOn(consent: NewConsent & { readonly place: NoticePlace }): Promise<void>;
  /** Stops notices at once: at one place, or everywhere. The consent is taken back with the last place. */
  stop(options: { readonly citizenId: string; readonly place?: NoticePlace; readonly at: Date }): Promise<number>;
  /** Where this citizen is told now. */
  places(citizenId: string): Promise<readonly NoticePlace[]>;
}

export function makeConsents(database: Database): Consents {
  return {
    give: (consent) => database.withCitizen(consent.citizenId, (handle) => give(handle, consent)),
    withdraw: (options) => database.withCitizen(options.citizenId, (handle) => withdraw(handle, options)),
    list: (citizenId) =>
      database.withCitizen(citizenId, (handle) =>
        handle
          .selectFrom('consent')
          .select(['id', 'citizen_id as citizenId', 'purpose', 'said', 'channel'])
          .select(['given_at as givenAt', 'withdrawn_at as withdrawnAt'])
          .orderBy('given_at')
          .execute(),
      ),
    turnOn: (consent) => database.withCitizen(consent.citizenId, (handle) => turnOn(handle, consent)),
    stop: (options) => database.withCitizen(options.citizenId, (handle) => stop(handle, options)),
    places: (citizenId) => database.withCitizen(citizenId, placesNow),
  };
}

const placesNow = (handle: Scoped): Promise<NoticePlace[]> =>
  handle.selectFrom('notice_choice').select(['channel', 'address']).where('stopped_at', 'is', null).execute();

async function give(handle: Scoped, { citizenId, purpose, said, channel, at }: NewConsent): Promise<string> {
  const id = randomUUID();
  await handle
    .insertInto('consent')
    .values({
      id,
      citizen_id: idOf(citizenId),
      purpose,
      said: cleanText(said),
      channel: cleanText(channel),
      given_at: dateOf(at),
      withdrawn_at: null,
    })
    .execute();
  return id;
}

async function withdraw(handle: Scoped, { purpose, at }: { readonly purpose: ConsentPurpose; readonly at: Date }) {
  const { numUpdatedRows } = await handle
    .updateTable('consent')
    .set({ withdrawn_at: dateOf(at) })
    .where('purpose', '=', purpose)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

async function turnOn(handle: Scoped, consent: NewConsent & { readonly place: NoticePlace }): Promise<void> {
  const { channel, address } = consent.place;
  const known = await placesNow(handle);
  if (known.some((place) => place.channel === channel && place.address === address)) return;
  const consentId = await give(handle, consent);
  await handle
    .insertInto('notice_choice')
    .values({
      id: randomUUID(),
      citizen_id: idOf(consent.citizenId),
      consent_id: consentId,
      channel: cleanText(channel),
      address: keyOf(address),
      since: dateOf(consent.at),
      stopped_at: null,
    })
    .execute();
}

async function stop(handle: Scoped, { place, at }: { readonly place?: NoticePlace; readonly at: Date }) {
  const running = handle
    .updateTable('notice_choice')
    .set({ stopped_at: dateOf(at) })
    .where('stopped_at', 'is', null);
  const chosen = place ? running.where('channel', '=', place.channel).where('address', '=', place.address) : running;
  const { numUpdatedRows } = await chosen.executeTakeFirst();
  if ((await placesNow(handle)).length === 0) await withdraw(handle, { purpose: 'notices', at });
  return Number(numUpdatedRows);
}
