/** What an answer about places may state: what the tables say of the units that it names, and of no others. */
import { fullName, type Places, unitsInForceFrom } from '../../knowledge/index.ts';
import type { AnswerLine } from '../answer-line.ts';

/** Finds these facts as texts; [] for an answer about anything else. */
export function placeFactsFinder(places: Places): (answer: AnswerLine) => readonly string[] {
  const units = places.communes.map((unit) => ({
    names: [`${fullName(unit)}, ${fullName(unit.province)}`, ...changedNames(unit)],
    seat: unit.seat,
    facts: [unit.decree, unit.decreedOn, unit.seat ?? '', ...yearsOf(unit), ...yearsOf(unit.province)],
  }));
  const renamed = places.provinces.filter(({ change }) => change !== null);
  return ({ status, text }) => {
    const named = units.filter(({ names }) => names.some((name) => text.includes(name)));
    // Of a commune whose desk nobody entered, an answer about a procedure gives the seat and nothing else.
    if (status !== 'place' && status !== 'clarify') return named.flatMap(({ seat }) => seat ?? []);
    const provinces = renamed.filter(({ change }) => change && text.includes(change.to));
    return [unitsInForceFrom, ...named.flatMap(({ facts }) => facts), ...provinces.flatMap(yearsOf)];
  };
}

type Unit = Places['communes'][number];

const changedNames = ({ change, province }: Unit): string[] =>
  change || province.change ? [`${change?.to ?? ''}, ${province.change?.to ?? fullName(province)}`] : [];

const yearsOf = ({ change }: Pick<Unit, 'change'>): string[] =>
  change ? [`năm ${change.year}`, `${change.year}:`] : [];
