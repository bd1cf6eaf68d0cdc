/** The knowledge as open data: JSON lines with source and licence, for whoever wants to use it elsewhere. */
import { type Card, idOfCard } from '../card.ts';
import type { Guide } from '../guide.ts';
import { PersonalDataError, personalNumberIn } from './personal-number.ts';

export const licence = 'MIT';

interface Exported {
  readonly guides: readonly Guide[];
  readonly cards: readonly Card[];
  /** `2026-11-21`. */
  readonly today: string;
}

/**
 * A header line, then one line a guide and a card. What serves our own checks alone (rows of the record, ways of asking)
 * stays behind.
 *
 * @throws {PersonalDataError} when a line holds what looks like somebody's own number.
 */
export function* exportLines({ guides, cards, today }: Exported): Generator<string> {
  const head = { kind: 'header', name: 'hoi-mot-cua-knowledge', version: 1, exportedOn: today, licence };
  yield JSON.stringify({ ...head, guides: guides.length, cards: cards.length });
  for (const guide of guides) yield checked(guide.code, openGuide(guide));
  for (const { ways: _ways, ...card } of cards) yield checked(idOfCard(card), { kind: 'card', licence, ...card });
}

function openGuide({ ways: _ways, leftOut: _leftOut, filing, papers, ...guide }: Guide) {
  const withoutRow = <T extends { readonly from: unknown }>({ from: _from, ...fact }: T) => fact;
  return {
    kind: 'guide',
    licence,
    ...guide,
    filing: filing.map(withoutRow),
    papers: papers?.map(withoutRow) ?? null,
  };
}

function checked(code: string, entry: object): string {
  const line = JSON.stringify(entry);
  if (personalNumberIn(line)) throw new PersonalDataError(code);
  return line;
}
