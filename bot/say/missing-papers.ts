/** The difference between the papers at hand and the record, by case. */
import type { Guide } from '../../knowledge/index.ts';
import type { Block } from '../answer.ts';
import type { Speech } from '../texts/speech.ts';
import type { PapersAtHand } from '../understand/papers-at-hand.ts';
import { lowerFirst } from './money-and-time.ts';
import { paperText } from './papers.ts';
import { sayOrigin } from './source-note.ts';

export function sayMissingPapers(guide: Guide, { held, unknown }: PapersAtHand, speech: Speech, at: Date): Block[] {
  const papers = guide.papers ?? [];
  const missing = papers.filter((paper) => paper.when === null && !held.has(paper));
  const byCase = papers.filter((paper) => paper.when !== null && !held.has(paper));
  const blocks: Block[] = [
    { kind: 'title', text: guide.plainTitle },
    { kind: 'list', label: speech.say('have.have'), items: [...held].map((paper) => paperText(paper, speech, true)) },
    missing.length > 0
      ? {
          kind: 'list',
          label: speech.say('have.missing'),
          items: missing.map((paper) => paperText(paper, speech)),
          role: 'papers',
        }
      : { kind: 'say', text: speech.say('have.none') },
  ];
  if (byCase.length > 0) {
    blocks.push({
      kind: 'list',
      label: speech.say('have.cases'),
      items: byCase.map((paper) => `${paperText(paper, speech, true)} — ${lowerFirst(paper.when ?? '')}`),
    });
  }
  if (unknown.length > 0) blocks.push({ kind: 'note', text: speech.say('have.unmatched') });
  return [...blocks, ...sayOrigin(guide, speech, at)];
}
