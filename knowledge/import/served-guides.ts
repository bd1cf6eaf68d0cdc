/** The approved guides as the program reads them, beside the hand-made ones. */
import { type Card, idOfCard } from '../card.ts';
import type { Guide } from '../guide.ts';
import { type Knowledge, loadKnowledge } from '../load-knowledge.ts';
import { readApproved } from './version-files.ts';
import { currentVersion, versionFolder } from './version-store.ts';

/** Approved guides of the version that serves; [] where nothing was imported. @throws {ImportError} `version-broken` */
export function servedGuides(folder: string): readonly Guide[] {
  const number = currentVersion(folder);
  return number === 0 ? [] : readApproved(versionFolder(folder, number)).map(({ guide }) => guide);
}

/**
 * The hand-made knowledge with the imported guides beside it.
 *
 * A hand-made guide stays, also for a code that it has as an alias. A card stays where no ward handles the matter; else
 * the imported guide takes its place and keeps what somebody wrote on the card: how citizens ask, the plain name, the
 * family, where to go.
 */
function withImported(own: Knowledge, imported: readonly Guide[]): Knowledge {
  const handMade = new Set(own.guides.flatMap(({ code, aliases }) => [code, ...aliases.map((alias) => alias.code)]));
  const cards = new Map(own.cards.map((card) => [card.code, card]));
  const taken = imported
    .filter((guide) => !handMade.has(guide.code) && (!cards.has(guide.code) || guide.levels.includes('commune')))
    .map((guide) => named(guide, cards.get(guide.code)));
  const replaced = new Set(taken.map(({ code }) => code));
  return {
    ...own,
    guides: [...own.guides, ...taken],
    cards: own.cards.filter((card) => !replaced.has(idOfCard(card))),
  };
}

function named(guide: Guide, card: Card | undefined): Guide {
  if (!card) return guide;
  const { plainTitle, ways, family, variant, isDefault, whereToGo } = card;
  return { ...guide, plainTitle, ways, family, variant, isDefault, receivedBy: guide.receivedBy ?? whereToGo };
}

/** The hand-made knowledge of a folder with what was imported. @throws {KnowledgeFileError} @throws {ImportError} */
export const loadWithImported = (folder: string, importedFolder: string): Knowledge =>
  withImported(loadKnowledge(folder), servedGuides(importedFolder));
