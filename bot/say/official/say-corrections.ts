/** Where we do not follow the published record: what it says, what is used here, why, by which source. Officers alone see all of it. */
import type { Block } from '../../answer.ts';
import { asSentence, plainDay } from '../money-and-time.ts';
import { fieldName } from './field-name.ts';
import type { GuideView } from './official-view.ts';

export function sayAllCorrections({ guide, speech }: GuideView): Block[] {
  if (guide.corrections.length === 0) return [{ kind: 'say', text: speech.say('official.correctedNone') }];
  const items = guide.corrections.map(({ path, published, corrected, because, source, on, doubtful }) => {
    const said = speech.say('official.corrected', {
      where: fieldName(guide, path, speech),
      published,
      corrected,
      because: asSentence(because),
      source,
      day: plainDay(on),
    });
    return doubtful ? speech.say('official.doubtful', { said }) : said;
  });
  return [{ kind: 'list', label: null, items }];
}
