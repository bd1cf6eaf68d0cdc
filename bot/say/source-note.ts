/** Where an answer comes from, and whether that is still fresh. */
import { type Card, dayInVietnam, endedBefore, type Facet, type Guide, isStale } from '../../knowledge/index.ts';
import type { Block, Source } from '../answer.ts';
import type { Speech } from '../texts/speech.ts';
import { plainDay } from './money-and-time.ts';

export const sourceOf = (facts: Guide | Card, section: Facet): Source => ({
  code: facts.code,
  section,
  title: facts.title,
  url: facts.source.url,
  decision: facts.source.decision,
  edition: facts.source.edition,
  validFrom: 'validFrom' in facts ? facts.validFrom : null,
  checkedOn: facts.checkedOn,
});

/** Who published it, without the numbers of the records and the month: "Cổng Dịch vụ công quốc gia". */
const publisherIn = (edition: string): string =>
  edition.replace(/^Tổng hợp từ bản ghi .* của (?=\p{Lu})/u, '').replace(/,\s*thu thập.*$/u, '');

/** The line "theo bản công bố …, kiểm tra ngày …", with a warning when the record is stale or expired at `at`. */
export function sayOrigin(facts: Guide | Card, speech: Speech, at: Date): Block[] {
  const decision = facts.source.decision ? speech.say('source-decision', { decision: facts.source.decision }) : '';
  const { edition } = facts.source;
  const checked = plainDay(facts.checkedOn);
  const blocks: Block[] = [
    {
      kind: 'note',
      role: 'source',
      text: speech.say('source', { edition, decision, checked }),
      spoken: speech.say('spoken.source', { edition: publisherIn(edition), checked }),
    },
  ];
  const validTo = 'validTo' in facts ? facts.validTo : null;
  if (validTo && new Date(`${validTo}T23:59:59+07:00`) < at) {
    blocks.push({ kind: 'warning', text: speech.say('expired', { day: plainDay(validTo) }) });
  }
  const ended = 'filing' in facts ? endedBefore(facts, dayInVietnam(at)) : null;
  if (ended) blocks.push({ kind: 'warning', text: speech.say('law.ended', { day: plainDay(ended) }) });
  if (isStale(facts.checkedOn, at)) blocks.push({ kind: 'warning', text: speech.say('stale') });
  return blocks;
}
