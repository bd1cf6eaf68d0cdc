/** The legal basis with its days: number, title, who issued it, from when and until when it holds. Unknown days are said to be unknown. */
import { dayInVietnam, type Guide } from '../../../knowledge/index.ts';
import type { Block } from '../../answer.ts';
import { plainDay } from '../money-and-time.ts';
import { fieldName } from './field-name.ts';
import type { GuideView } from './official-view.ts';

type Law = Guide['legalBasis'][number];

export function sayLaw({ guide, speech, at }: GuideView): Block[] {
  if (guide.legalBasis.length === 0) return [{ kind: 'say', text: speech.say('official.law.none') }];
  const today = dayInVietnam(at);
  const items = guide.legalBasis.map((law) => {
    const issuer = law.issuer ? speech.say('official.law.issuer', { issuer: law.issuer }) : '';
    const since = law.inForceFrom
      ? speech.say('official.law.since', { day: plainDay(law.inForceFrom) })
      : speech.say('official.law.sinceUnknown');
    const end = law.inForceTo
      ? speech.say(law.inForceTo < today ? 'official.law.lapsed' : 'official.law.ends', {
          day: plainDay(law.inForceTo),
        })
      : '';
    return `${nameOf(law)}${issuer}${since}${end}`;
  });
  const own = sayOwnTexts({ guide, speech });
  return [
    { kind: 'list', label: null, items },
    own.length > 0
      ? { kind: 'list', label: null, items: own }
      : { kind: 'note', text: speech.say('official.law.notNamed') },
  ];
}

const nameOf = ({ number, title }: Law): string =>
  title === null ? number : title.includes(number) ? title : `${number}: ${title}`;

/** Facts that name the one text they rest on. */
function sayOwnTexts({ guide, speech }: Pick<GuideView, 'guide' | 'speech'>): string[] {
  const facts = guide.filing.flatMap(({ fee, time }, row) => [
    { path: `filing.${row}.fee`, number: fee.restsOn },
    { path: `filing.${row}.time`, number: time?.restsOn },
  ]);
  const papers = (guide.papers ?? []).map(({ restsOn }, row) => ({ path: `papers.${row}`, number: restsOn }));
  return [...facts, ...papers].flatMap(({ path, number }) =>
    number ? [speech.say('official.law.restsOn', { what: fieldName(guide, path, speech), number })] : [],
  );
}
