/** Who receives, who decides, on which level; and who did before the districts were abolished, where the record tells it. */
import { type Card, type Guide, twoTiersSince } from '../../../knowledge/index.ts';
import type { Block } from '../../answer.ts';
import type { Speech } from '../../texts/speech.ts';
import { asSentence, plainDay } from '../money-and-time.ts';
import type { GuideView, OfficialView } from './official-view.ts';

const sayLevels = (levels: Guide['levels'], speech: Speech): Block => ({
  kind: 'say',
  text: speech.say('official.level.label', {
    levels: levels.map((level) => speech.say(`official.level.${level}`)).join(', '),
  }),
});

const sayWho = (text: string): Block => ({ kind: 'say', text });

export function sayCompetence({ guide, speech }: GuideView): Block[] {
  const { receivedBy, decidedBy, collectAt } = guide;
  return [
    sayLevels(guide.levels, speech),
    sayWho(
      receivedBy
        ? speech.say('official.receivedBy', { who: asSentence(receivedBy) })
        : speech.say('official.receivedByUnknown'),
    ),
    sayWho(
      decidedBy
        ? speech.say('official.decidedBy', { who: asSentence(decidedBy) })
        : speech.say('official.decidedByUnknown'),
    ),
    ...(collectAt ? [sayWho(speech.say('official.collectAt', { who: asSentence(collectAt) }))] : []),
    ...sayBefore({ guide, speech }),
  ];
}

export const sayCompetenceOfCard = (card: Card, { speech }: OfficialView): Block[] => [
  sayLevels(card.levels, speech),
  sayWho(speech.say('official.whereToGo', { who: asSentence(card.whereToGo) })),
  sayWho(
    card.decidedBy
      ? speech.say('official.decidedBy', { who: asSentence(card.decidedBy) })
      : speech.say('official.decidedByUnknown'),
  ),
];

const ofPlace = new Set(['receivedBy', 'decidedBy', 'collectAt']);

/** What the record tells of the time before: what was superseded on that day, and names it still prints. */
function sayBefore({ guide, speech }: Pick<GuideView, 'guide' | 'speech'>): Block[] {
  const day = plainDay(twoTiersSince);
  const former = (guide.formerly ?? [])
    .filter(({ facet, validTo }) => facet === 'place' && validTo < twoTiersSince)
    .map(({ says, validTo, source }) =>
      speech.say('official.before.until', { says: says.replace(/[.;,:\s]+$/, ''), day: plainDay(validTo), source }),
    );
  const printed = guide.corrections
    .filter(({ path }) => ofPlace.has(path.split('.')[0] ?? ''))
    .map(({ published, corrected }) => speech.say('official.before.published', { published, corrected }));
  const items = [...former, ...printed];
  return items.length > 0
    ? [{ kind: 'list', label: speech.say('official.before.label', { day }), items }]
    : [{ kind: 'note', text: speech.say('official.before.unknown', { day }) }];
}
