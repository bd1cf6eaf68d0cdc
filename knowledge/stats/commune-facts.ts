/** What is known of each commune with a local file, for the five criteria. */
import type { Guide } from '../guide.ts';
import { effectiveUnit } from '../local/effective-unit.ts';
import { lintLocal } from '../local/lint-local.ts';
import type { LocalFiles } from '../local/load-local.ts';
import { localFeeFor } from '../local/local-fee.ts';
import type { Places } from '../places/place.ts';
import type { CommuneFacts } from './five-criteria.ts';

export interface CommuneFactsOptions {
  readonly places: Places;
  readonly guides: readonly Guide[];
  /** `2026-11-22`. */
  readonly today: string;
}

/** In the order of codes. A fee that the record leaves to the province is one more fact to know. */
export function communeFacts(files: LocalFiles, options: CommuneFactsOptions): readonly CommuneFacts[] {
  const { places, guides, today } = options;
  const notes = lintLocal(files, options).filter(({ grade }) => grade === 'error');
  const at = new Date(`${today}T05:00:00Z`);
  const leftToProvince = guides.flatMap(({ code, levels, filing }) => {
    const rows = filing.filter(({ fee }) => fee.kind === 'by-province');
    return levels.includes('commune') && rows.length > 0 ? [{ procedure: code, rows }] : [];
  });
  return [...files.communes.values()].flatMap(({ commune, source, checkedOn }) => {
    const place = places.commune(commune);
    if (!place) return [];
    const unit = effectiveUnit(place, files);
    const [point] = unit.points;
    const fees = leftToProvince.map(({ procedure, rows }): [string, boolean] => [
      `fee of ${procedure}`,
      rows.every((filing) => localFeeFor(unit, { procedure, filing, at }) !== null),
    ]);
    return {
      name: `${unit.name}, ${unit.province.name}`,
      facts: {
        address: Boolean(point?.address),
        phone: unit.points.some(({ phone }) => phone !== null),
        hours: unit.points.every(({ hours }) => Object.keys(hours.hours).length > 0),
        channels: unit.channels.length > 0,
        'any-office list': unit.anyOffice !== null,
        tiers: unit.tiers !== null,
        ...Object.fromEntries(fees),
      },
      sourced: source.trim() !== '',
      checkedOn,
      wrong: notes.filter(({ code }) => code === `local:commune-${commune}`).length,
    };
  });
}
