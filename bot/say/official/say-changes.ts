/** What changed since the two tiers (1 July 2025), from the record's own fields alone: laws with days, codes, former facts, corrections. */
import { dayBefore, dayInVietnam, type Guide, twoTiersSince } from '../../../knowledge/index.ts';
import type { Block } from '../../answer.ts';
import { asSentence, plainDay } from '../money-and-time.ts';
import { fieldName } from './field-name.ts';
import type { GuideView } from './official-view.ts';

/** A text whose last day is the eve of it ended with it. */
const eve = dayBefore(twoTiersSince);

export function sayChanges(view: GuideView): Block[] {
  const items = [
    ...ofGuide(view),
    ...ofLaws(view),
    ...ofCodes(view),
    ...ofFormerFacts(view),
    ...ofFacts(view),
    ...ofCorrections(view),
  ];
  if (items.length > 0) return [{ kind: 'list', label: null, items: [...new Set(items)] }];
  return [{ kind: 'say', text: view.speech.say('official.change.none', { day: plainDay(twoTiersSince) }) }];
}

const ofGuide = ({ guide: { validFrom }, speech }: GuideView): string[] =>
  validFrom && validFrom >= twoTiersSince
    ? [speech.say('official.change.guideSince', { day: plainDay(validFrom) })]
    : [];

const ofLaws = ({ guide, speech, at }: GuideView): string[] =>
  guide.legalBasis.flatMap(({ number, inForceFrom, inForceTo }) => [
    ...(inForceFrom && inForceFrom >= twoTiersSince
      ? [speech.say('official.change.lawNew', { number, day: plainDay(inForceFrom) })]
      : []),
    ...(inForceTo && inForceTo >= eve
      ? [
          speech.say(inForceTo < dayInVietnam(at) ? 'official.change.lawEnded' : 'official.change.lawEnds', {
            number,
            day: plainDay(inForceTo),
          }),
        ]
      : []),
  ]);

const ofCodes = ({ guide, speech }: GuideView): string[] =>
  guide.aliases.flatMap(({ code, from, to }) => {
    if (to) return to >= eve ? [speech.say('official.change.aliasUntil', { code, day: plainDay(to) })] : [];
    if (from)
      return from >= twoTiersSince ? [speech.say('official.change.aliasSince', { code, day: plainDay(from) })] : [];
    return [speech.say('official.change.aliasUndated', { code })];
  });

const ofFormerFacts = ({ guide, speech }: GuideView): string[] =>
  (guide.formerly ?? [])
    .filter(({ validTo }) => validTo >= eve)
    .map(({ says, validTo }) =>
      speech.say('official.change.formerly', { day: plainDay(validTo), says: asSentence(says) }),
    );

interface DatedFact {
  readonly path: string;
  readonly validFrom?: string | null | undefined;
  readonly validTo?: string | null | undefined;
}

function ofFacts({ guide, speech }: GuideView): string[] {
  const facts: DatedFact[] = [
    ...guide.filing.flatMap(({ fee, time }, row) => [
      { ...fee, path: `filing.${row}.fee` },
      { ...(time ?? {}), path: `filing.${row}.time` },
    ]),
    ...(guide.papers ?? []).map((paper, row) => ({ ...paper, path: `papers.${row}` })),
  ];
  return facts.flatMap(({ path, validFrom, validTo }) => [
    ...(validFrom && validFrom >= twoTiersSince
      ? [speech.say('official.change.factSince', { what: fieldName(guide, path, speech), day: plainDay(validFrom) })]
      : []),
    ...(validTo && validTo >= eve
      ? [speech.say('official.change.factUntil', { what: fieldName(guide, path, speech), day: plainDay(validTo) })]
      : []),
  ]);
}

/** A correction tells of a change where its reason is one: districts gone, towns gone, a text no longer in force. */
const tellsOfChange = ({ because }: Guide['corrections'][number]): boolean =>
  /0?1\/0?7\/2025|hai cấp|không còn (?:cấp huyện|thị trấn)|hết hiệu lực|thay (?:bằng|thế)/iu.test(because);

const ofCorrections = ({ guide, speech }: GuideView): string[] =>
  guide.corrections.filter(tellsOfChange).map(({ path, published, corrected, because }) =>
    speech.say('official.change.corrected', {
      where: fieldName(guide, path, speech),
      published,
      corrected,
      because: asSentence(because),
    }),
  );
