/** Where what is said of a place comes from: the resolution that formed it, in the edition of the tables. */
import { type Commune, type Province, placesEdition, unitsInForceFrom } from '../../knowledge/index.ts';
import type { Source } from '../answer.ts';

/** One source for each resolution; a province rests on the tables alone, which name no resolution for it. */
export function sourcesOf(units: readonly (Commune | Province)[]): readonly Source[] {
  const decrees = new Set(units.map((unit) => (unit.level === 'commune' ? unit.decree : null)));
  return [...decrees].map((decree) => ({
    code: null,
    section: 'place',
    title: decree ? `Nghị quyết ${decree}` : placesEdition.name,
    url: null,
    decision: null,
    edition: placesEdition.name,
    validFrom: unitsInForceFrom,
    checkedOn: placesEdition.checkedOn,
  }));
}
