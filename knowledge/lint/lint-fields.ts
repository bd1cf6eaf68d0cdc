/** Fields without which an answer sends people the wrong way or says nothing. What no record gives is no error: it is unknown. */
import type { Card } from '../card.ts';
import type { Guide } from '../guide.ts';
import { type LintNote, nameOf } from './lint-note.ts';

type Entry = Guide | Card;

const isGuide = (entry: Entry): entry is Guide => 'filing' in entry;

/** Which field, when it is missing, and what is lost with it. */
const needed: readonly (readonly [path: string, missing: (entry: Entry) => boolean, lost: string])[] = [
  ['receivedBy', (entry) => isPublished(entry) && !entry.receivedBy && !entry.decidedBy, 'nobody is named to go to'],
  ['steps', (entry) => isGuide(entry) && entry.steps.length === 0, 'there is nothing to do'],
  ['filing', (entry) => isPublished(entry) && entry.filing.length === 0, 'there is no way to file'],
  [
    'source',
    (entry) => isPublished(entry) && !entry.source.url && !entry.source.decision,
    'neither address nor decision',
  ],
  ['legalBasis', (entry) => isPublished(entry) && entry.legalBasis.length === 0, 'it rests on no text'],
  ['source.edition', (entry) => !entry.source.edition.trim(), 'it has no source'],
  ['ways', (entry) => entry.ways.length === 0, 'nobody can ask for it in everyday words'],
];

/** A how-to of our own (`hd.…`) has no record, no way to file and no law of its own. */
const isPublished = (entry: Entry): entry is Guide => isGuide(entry) && !entry.code.startsWith('hd.');

export function lintFields(entries: readonly Entry[]): LintNote[] {
  return entries.flatMap((entry) =>
    needed
      .filter(([, missing]) => missing(entry))
      .map(([path, , lost]): LintNote => ({ grade: 'error', code: nameOf(entry), path, says: `missing: ${lost}` })),
  );
}
