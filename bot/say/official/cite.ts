/** One line for copying into a document: name, code, by which publication, when it was checked, where it stands. */
import type { Card, Guide } from '../../../knowledge/index.ts';
import type { Speech } from '../../texts/speech.ts';
import { legalName } from '../local-fee-text.ts';
import { plainDay, upperFirst } from '../money-and-time.ts';

export function cite({ code, title: published, source, checkedOn }: Guide | Card, speech: Speech): string {
  const { decision, edition } = source;
  const title = upperFirst(published.replace(/^thủ tục\s+/iu, ''));
  return speech.say('official.citation.line', {
    name: code
      ? speech.say('official.citation.name', { title, code })
      : speech.say('official.citation.nameOnly', { title }),
    from: decision
      ? speech.say('official.citation.decision', { decision: legalName({ number: decision }, speech), edition })
      : speech.say('official.citation.edition', { edition }),
    day: plainDay(checkedOn),
    link: source.url ? speech.say('official.citation.link', { url: source.url }) : '',
  });
}
