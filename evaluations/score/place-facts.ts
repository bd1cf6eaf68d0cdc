/** What an answer about places may state: what the tables say of the units that it names, and of no others. */
import { fullName, type Places, unitsInForceFrom } from '../../knowledge/index.ts';
import type { AnswerLine } from '../answer-line.ts';

/** Finds these facts as texts; [] for an answer about anything else. */
export function placeFactsFinder(places: Places): (answer: AnswerLine) => readonly string[] {
  const units = places.communes.map((unit) => ({
    names: [`${fullName(unit)}, ${fullName(unit.province)}`, ...changedNames(unit)],
    facts: [unit.decree, unit.decreedOn, unit.seat ?? '', ...yearsOf(unit), ...yearsOf(unit.province)],
  }));
  const renamed = places.provinces.filter(({ change }) => change !== null);
  return ({ status, text }) => {
    if (status !== 'place' && status !== 'clarify') return [];
    const named = units.filter(({ names }) => names.some((name) => text.includes(name)));
    const provinces = renamed.filter(({ change }) => change && text.includes(change.to));
    return [unitsInForceFrom, ...named.flatMap(({ facts }) => facts), ...provinces.flatMap(yearsOf)];
  };
}

type Unit = Places['communes'][number];

const changedNames = ({ change, province }: Unit): string[] =>
  change || province.change ? [`${change?.to ?? ''}, ${province.change?.to ?? fullName(province)}`] : [];

const yearsOf = ({ change }: Pick<Unit, 'change'>): string[] =>
  change ? [`năm ${change.year}`, `${change.year}:`] : [];
