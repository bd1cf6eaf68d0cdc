/** The answer about a card: we know of it, here is who handles it. Never a fee, a time or a paper. */
import type { Card, Facet } from '../../knowledge/index.ts';
import type { Block, Status } from '../answer.ts';
import type { Speech } from '../texts/speech.ts';
import { asSentence } from './money-and-time.ts';
import { sayOrigin } from './source-note.ts';

/** What a card can give by itself. */
const given: ReadonlySet<Facet> = new Set(['place', 'overview']);

export interface CardQuestion {
  readonly card: Card;
  readonly facets: readonly Facet[];
  readonly speech: Speech;
  readonly at: Date;
}

/**
 * `declined-other-level` when no ward handles it; `declined-absent` when nothing published stands behind the card and
 * more than the desk was asked; else `partial`: code and desk are given and what is not known is said.
 */
export function composeCard({ card, facets, speech, at }: CardQuestion): {
  readonly status: Status;
  readonly blocks: Block[];
} {
  const title: Block = { kind: 'title', text: card.plainTitle };
  const where = asSentence(card.whereToGo);
  // Without a published code the level is our own knowledge: then it is only said, and nothing is declined by it.
  if (card.code !== null && !card.levels.includes('commune')) {
    return {
      status: 'declined-other-level',
      blocks: [title, { kind: 'say', text: speech.say('other-level', { where }) }, ...sayOrigin(card, speech, at)],
    };
  }
  const missing = facets.find((facet) => !given.has(facet)) ?? (facets.length === 0 ? 'overview' : null);
  const blocks: Block[] = [title, { kind: 'say', text: where }];
  if (missing)
    blocks.push({
      kind: 'say',
      text: speech.say('card.unknownFields', { facet: speech.say(`card.thing.${missing}`) }),
    });
  const nothingPublished = card.code === null && facets.some((facet) => !given.has(facet));
  return {
    status: nothingPublished ? 'declined-absent' : 'partial',
    blocks: [...blocks, ...sayOrigin(card, speech, at)],
  };
}
