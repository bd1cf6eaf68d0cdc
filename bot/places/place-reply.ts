/** A message that goes on about the places of the turn before: a choice, the old district that was asked for, "tỉnh nào?". */
import type { OldCommune, Place } from '../../knowledge/index.ts';
import type { Memory } from '../memory.ts';
import { choiceIn } from '../understand/follow-up.ts';
import type { Wording } from '../understand/wording.ts';
import type { FoundPlaces, PlaceFinder } from './find-place.ts';
import { placesOfKeys } from './place-names.ts';
import { goesOnAboutPlace, mayNamePlaceOnly, type PlaceQuestion } from './place-question.ts';

export interface PlaceReply {
  readonly found: FoundPlaces;
  readonly question: PlaceQuestion;
}

const asked = (about: PlaceQuestion['about']): PlaceQuestion => ({
  plain: true,
  about,
  wish: { today: false, level: null },
});
const certain = (places: readonly Place[]): FoundPlaces => ({
  places,
  sure: true,
  unknownCommune: false,
  elsewhere: false,
});

/** `null` when the message does not go on about them. */
export function placeReplyIn(text: string, wording: Wording, memory: Memory, finder: PlaceFinder): PlaceReply | null {
  const before = placesOfKeys(memory.places, finder.places);
  if (memory.places.length === 0) return null;
  const option = memory.lastStatus === 'clarify' ? choiceIn(text, memory.options) : null;
  if (option !== null) {
    const [found] = finder.find(memory.options[option]?.send ?? '');
    if (found) return { found, question: asked('now') };
  }
  if (!mayNamePlaceOnly(wording)) return null;
  const scope = before.flatMap(within);
  const chosen = finder.choose(text, scope);
  // What fits all of them alike ("phường 1" again) tells nothing new.
  if (chosen.length > 0 && (chosen.length < scope.length || scope.length === 1) && !namesAnother(text, scope, finder))
    return { found: certain(chosen), question: asked('now') };
  const again = memory.lastStatus === 'place' ? goesOnAboutPlace(wording) : null;
  if (again) return { found: certain(before), question: asked(again) };
  const [fresh] = finder.find(text);
  if (!fresh?.sure) return null;
  const level = fresh.places[0]?.level;
  // The old district was asked for, and the one named has no such ward: that is said, with what became of it.
  if (memory.lastStatus === 'clarify' && fresh.places.length === 1)
    return {
      found: level === 'old-district' && before.length > 0 ? { ...fresh, unknownCommune: true } : fresh,
      question: asked('now'),
    };
  const another = fresh.places.length === 1 && /\b(con|the|vay|thi sao|sao)\b/.test(wording.folded);
  return another ? { found: fresh, question: asked('now') } : null;
}

/** Of a district asked about, its wards; of anything else, itself. */
function within(place: Place): readonly Place[] {
  if (place.level === 'old-district') return place.communes;
  if (place.level === 'old-province') return [];
  return [place];
}

/** A place named in full is meant, though it lies beside the ones talked of. */
function namesAnother(text: string, scope: readonly Place[], finder: PlaceFinder): boolean {
  const [found] = finder.find(text);
  const place = found?.places[0];
  const isOne = (one: Place | undefined): one is OldCommune => one?.level === 'old-commune';
  return found?.sure === true && found.places.length === 1 && isOne(place) && !scope.includes(place);
}
