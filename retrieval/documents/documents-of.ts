/** Makes search documents of guides, cards and portal records. */
import { type Card, type Guide, idOfCard, type Knowledge, levelOf, type PortalRecord } from '../../knowledge/index.ts';
import { foldedGuides } from './fold-levels.ts';
import type { SearchDocument } from './search-document.ts';

const lines = (...texts: readonly (string | null | undefined)[]) => texts.filter(Boolean).join('\n');

/** Guides first, then cards, in the order of the knowledge. */
export function documentsOf(knowledge: Knowledge): SearchDocument[] {
  const folded = foldedGuides(knowledge);
  const guides = knowledge.guides.filter((guide) => !folded.has(guide));
  return [...guides.map(documentOfGuide), ...knowledge.cards.map(documentOfCard)];
}

/** An imported guide that took a card's place is found as the card was: it answers more, it is not asked for more. */
const tookCardsPlace = ({ origin, ways }: Guide) => origin === 'imported' && ways.length > 0;

/** What guides and cards have in common: how they are called, and by whom. */
const namesOf = ({ title, plainTitle, field, levels, ways, family, variant, isDefault }: CardFacts | Guide) => ({
  title,
  plainTitle,
  field,
  levels,
  ways,
  family,
  variant,
  isDefault,
});

function documentOfGuide(guide: Guide): SearchDocument {
  const { field } = guide;
  if (tookCardsPlace(guide)) return documentOfCard({ ...guide, whereToGo: guide.receivedBy ?? guide.decidedBy ?? '' });
  return {
    id: guide.code,
    // Nobody wrote down how citizens ask for an imported one: it has no more to show than its record.
    kind: guide.origin === 'imported' ? 'record' : 'guide',
    ...namesOf(guide),
    body: {
      documents: lines(...(guide.papers ?? []).flatMap(({ name, when, form, note }) => [name, when, form?.name, note])),
      steps: lines(...guide.steps),
      conditions: lines(...guide.conditions),
      results: lines(...guide.results.map(({ name }) => name)),
      methods: lines(...guide.filing.flatMap(({ case: which, time, fee }) => [which, time?.text, fee.note])),
      legal: lines(...guide.legalBasis.flatMap(({ number, title: name }) => [number, name])),
      about: lines(field, guide.forWhom, guide.receivedBy, guide.decidedBy, ...guide.mistakes, ...guide.tips),
    },
  };
}

type CardFacts = Omit<Card, 'decidedBy' | 'source' | 'checkedOn'>;

/** A card has no body of its own: its names and ways stand for it, so that it is not outweighed by long guides. */
function documentOfCard(card: CardFacts): SearchDocument {
  const { title, plainTitle, field, ways } = card;
  const about = lines(field, title, plainTitle, ...ways.map((way) => way.say), card.whereToGo);
  return {
    id: idOfCard(card),
    kind: 'card',
    ...namesOf(card),
    body: { documents: '', steps: '', conditions: '', results: '', methods: '', legal: '', about },
  };
}

/** A portal record by itself: no ways, no plain title, its family derived from its title. */
export function documentOfRecord(record: PortalRecord): SearchDocument {
  return {
    id: record.id,
    kind: 'record',
    title: record.name,
    plainTitle: null,
    field: record.field,
    levels: record.levels.map(levelOf),
    ways: [],
    family: null,
    variant: null,
    isDefault: false,
    body: {
      documents: lines(...record.documents.flatMap(({ name, group }) => [name, group])),
      steps: record.steps ?? '',
      conditions: record.conditions ?? '',
      results: lines(...record.results.map(({ name }) => name)),
      methods: lines(...record.methods.flatMap(({ description, feeNote }) => [description, feeNote])),
      legal: lines(record.legalText, ...record.legal.map(({ title }) => title)),
      about: lines(record.field, record.audience, record.authority, record.performedBy, record.receivedAt),
    },
  };
}
