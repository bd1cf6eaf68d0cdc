/** How places are called in answers: always by the names of the tables. */
import {
  type Commune,
  fullName,
  type OldCommune,
  type Place,
  type Places,
  type Province,
} from '../../knowledge/index.ts';
import type { Speech } from '../texts/speech.ts';

/** What saying a place needs beside it. */
export interface PlaceTalk {
  readonly speech: Speech;
  /** The moment of asking: a later change is not told as done. */
  readonly at: Date;
}

/** The change of a unit that was made by `at`; its source gives the year alone. */
export const changeBy = ({ change }: Commune | Province, at: Date) =>
  change && at.getFullYear() >= change.year ? change : null;

const nameBy = (unit: Commune | Province, at: Date) => changeBy(unit, at)?.to ?? fullName(unit);

/** `Xã Phú Thái, Thành phố Hải Phòng`. */
export const shortNow = (unit: Commune, at: Date): string => `${nameBy(unit, at)}, ${nameBy(unit.province, at)}`;

/** The same with its names of before where one changed after 1 July 2025. */
export function sayNow(unit: Commune, { speech, at }: PlaceTalk): string {
  const year = (changeBy(unit, at) ?? changeBy(unit.province, at))?.year;
  const now = shortNow(unit, at);
  if (year === undefined) return now;
  return speech.say('placeAnswer.renamed', { now, before: `${fullName(unit)}, ${fullName(unit.province)}`, year });
}

/** `Thành phố Đồng Nai`, with the name before where it changed. */
export function sayProvinceNow(province: Province, { speech, at }: PlaceTalk): string {
  const change = changeBy(province, at);
  return change
    ? speech.say('placeAnswer.renamed', { now: change.to, before: change.from, year: change.year })
    : fullName(province);
}

/** `Thị trấn Phú Thái (Huyện Kim Thành, Tỉnh Hải Dương cũ)`. */
export function sayOld(place: Place, { speech }: Pick<PlaceTalk, 'speech'>): string {
  const within = withinOf(place).map(fullName).join(', ');
  return within === '' ? fullName(place) : speech.say('placeAnswer.old', { name: fullName(place), within });
}

/** `Phường Minh Khai, Quận Hồng Bàng, Thành phố Hải Phòng`: to choose by. */
export const nameToChoose = (place: Place): string => [place, ...withinOf(place)].map(fullName).join(', ');

function withinOf(place: Place): readonly Place[] {
  switch (place.level) {
    case 'old-commune':
      return isIsland(place) ? [place.district.province] : [place.district, place.district.province];
    case 'old-district':
      return [place.province];
    case 'commune':
      return [place.province];
    default:
      return [];
  }
}

const isIsland = ({ kind }: OldCommune) => kind === 'Huyện';

/** A place in the memory of a conversation: level and code alone. */
export const placeKey = ({ level, code }: Place): string => `${level} ${code}`;

/** The places of such keys; unknown ones are left out. */
export function placesOfKeys(keys: readonly string[], places: Places): readonly Place[] {
  const find: Readonly<Record<string, (code: string) => Place | null>> = {
    commune: places.commune,
    'old-commune': places.oldCommune,
    'old-district': places.oldDistrict,
    'old-province': places.oldProvince,
    province: places.province,
  };
  return keys.flatMap((key) => {
    const [level = '', code = ''] = key.split(' ');
    return find[level]?.(code) ?? [];
  });
}
