/** What the officers' desk works with, and who may work at it. */
import type { SearchEngine } from '../../retrieval/index.ts';
import { type StaffDeed, staffMay } from '../staff/rights.ts';
import type { StaffMember } from '../staff/staff.ts';
import { HandOffError, type Officer, type Store } from '../store/index.ts';
import type { Speech, SpeechMaker } from '../texts/speech.ts';
import { deskKeyOf } from './desk-key.ts';
import type { HandOffSettings } from './hand-off-settings.ts';
import { entryOf } from './seen-entry.ts';
import type { StaffRoster } from './staff-roster.ts';
import type { Typing } from './typing.ts';
import type { WorkingTimes } from './working-time.ts';

export interface OfficerDeskParts {
  readonly store: Pick<Store, 'handOffs' | 'onHandOff'>;
  readonly typing: Typing;
  readonly speak: SpeechMaker;
  /** Read anew each time: what serves may change. */
  readonly engine: () => Pick<SearchEngine, 'search'>;
  readonly roster: StaffRoster;
  readonly times: WorkingTimes;
  readonly settings: HandOffSettings;
  /** The province of a commune's code; `null`: no such commune. */
  readonly provinceOf: (unit: string) => string | null;
  /** How citizens call a commune; without it a talk that moves is told without the name. */
  readonly unitName?: (unit: string) => string | null;
  readonly now: () => Date;
}

/** Whether the rights table lets him have a talk. */
export const serves = ({ role }: StaffMember): boolean => staffMay(role, 'answer');

/** As the database knows him. @throws {@link HandOffError} `forbidden` where the rights table does not let him. */
export function officerOf(member: StaffMember, deed: StaffDeed = 'see-inbox'): Officer {
  if (!staffMay(member.role, deed)) throw new HandOffError('forbidden');
  return { id: member.id, role: member.role, unit: member.unit, desk: deskKeyOf(member.desk) };
}

export const nameOf = ({ id, name }: StaffMember) => ({ id, name });

/** The commune he works for; `null` for a whole province. */
export const communeOf = ({ unit }: StaffMember): string | null => (unit.length === 5 ? unit : null);

/** @param address of a citizen; without one, of officers. */
export const speechOf = (
  { speak }: Pick<OfficerDeskParts, 'speak'>,
  { locale, callsSelf }: { readonly locale: string; readonly callsSelf: string | null } = officers,
): Speech => speak(locale === 'en' ? 'en' : 'vi', callsSelf);

const officers = { locale: 'vi', callsSelf: null };

/** Any position behind the start: the talk is read on and not opened, so nothing is written down. */
export const readOn = 1;

export async function readTalkOf(parts: OfficerDeskParts, member: StaffMember, handOffId: string, after: number) {
  const talk = await parts.store.handOffs.ofOfficers.talk(officerOf(member), handOffId, after);
  const { handOff: row, utterances, ...rest } = talk;
  const withheld = row.personalDataAgreed === true ? null : speechOf(parts).say('transcript.withheld');
  return { ...rest, row, entries: utterances.map((said) => entryOf({ channel: row.channel, withheld }, said)) };
}

export const pictureUrl = (id: string): string => `/hinh/${id}`;
