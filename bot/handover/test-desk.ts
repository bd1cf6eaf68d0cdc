/** Hand-offs on a real database, with made-up staff: for suites. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fullName, loadCalendar, loadPlaces, noLocalFiles } from '../../knowledge/index.ts';
import type { Desk } from '../desk.ts';
import type { StaffMember } from '../staff/staff.ts';
import { openStore, type Store } from '../store/index.ts';
import { openTestStore, type TestStore } from '../store/test-store.ts';
import { loadSpeech } from '../texts/speech.ts';
import { openUnits } from '../units/unit-directory.ts';
import { handOffDefaults } from './hand-off-settings.ts';
import type { OfficerDesk } from './officer-desk.ts';
import { createOfficerDesk } from './open-officer-desk.ts';
import type { RosterEntry, StaffRoster } from './staff-roster.ts';
import { createTyping } from './typing.ts';
import { openWorkingTimes } from './working-time.ts';

/** Bát Xát in Lào Cai; the desk is open on working days from 7:30 to 17:00, noon apart. */
export const testUnit = '02683';
export const testProvince = '15';
export const testUnitDesk: Desk = {
  name: 'Trung tâm Phục vụ hành chính công xã Bát Xát',
  address: 'số 1 đường Thí Dụ',
  phone: null,
  commune: testUnit,
  hours: Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, ['07:30-11:30', '13:30-17:00']]),
  ),
};
/** A Monday at 10:00 in Vietnam; a Sunday at 20:00. */
export const inHours = new Date('2026-11-23T03:00:00Z');
export const outOfHours = new Date('2026-11-22T13:00:00Z');

export const officer = (name: string, rest: Partial<StaffMember> = {}): StaffMember => ({
  id: randomUUID(),
  name,
  role: 'officer',
  unit: testUnit,
  skills: [],
  desk: null,
  ...rest,
});

export interface TestDesk {
  /** The store once more, as a second copy of the program holds it. */
  openAgain(): Promise<Store>;
  /** Runs a statement as the owner of the tables. */
  readonly database: (statement: string) => Promise<readonly unknown[]>;
  readonly store: Store;
  readonly desk: OfficerDesk;
  /** The clock of the desk. */
  at: Date;
  /** Who works there; may be changed. */
  staff: RosterEntry[];
  readonly roster: StaffRoster;
  close(): Promise<void>;
}

const places = loadPlaces();
export const unitName = (unit: string): string | null => {
  const commune = places.commune(unit);
  return commune ? fullName(commune) : null;
};
export const provinceOf = (unit: string): string | null => places.commune(unit)?.province.code ?? null;
export const testTimes = openWorkingTimes(
  openUnits({ desk: testUnitDesk, files: noLocalFiles, places }),
  loadCalendar(join(import.meta.dirname, '../../knowledge/calendar')),
);

/** @param opened a store that somebody else has open already. */
export async function openTestDesk(opened?: TestStore): Promise<TestDesk> {
  const { store, database, close } = opened ?? (await openTestStore());
  const roster: StaffRoster = {
    of: async (unit) =>
      test.staff.filter(({ member }) => unit === null || member.unit === unit || member.unit === provinceOf(unit)),
  };
  const desk = createOfficerDesk({
    store,
    typing: createTyping(store),
    speak: loadSpeech(),
    engine: () => ({ search: () => ({ confidence: 0, hits: [] }) as never }),
    roster,
    times: testTimes,
    settings: handOffDefaults,
    provinceOf,
    unitName,
    now: () => test.at,
  });
  const openAgain = () =>
    openStore({
      dataFolder: '',
      databaseUrl: database.databaseUrl,
      ownerUrl: database.ownerUrl,
      secretKey: Buffer.alloc(32, 7),
    });
  const test: TestDesk = {
    openAgain,
    store,
    database: (statement) => database.query(statement),
    desk,
    at: inHours,
    staff: [],
    roster,
    close,
  };
  return test;
}
