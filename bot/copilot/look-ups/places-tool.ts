/** What became of a ward, commune, district or province, by the tables of places. */
import { z } from 'zod';
import { answerPlace } from '../../places/say-place.ts';
import { draftSourceOf, linesOf } from '../shown-facts.ts';
import { nothingFound, officerTool } from './officer-tool.ts';

export const placesTool = officerTool({
  name: 'places',
  deed: 'official-search',
  about: 'Tra xã, phường, huyện, tỉnh cũ nay thuộc đơn vị nào, hoặc đơn vị mới gồm những nơi nào.',
  schema: z.object({ place: z.string().trim().min(2).max(120).describe('Tên nơi cần tra, kèm huyện, tỉnh nếu biết.') }),
  words: ({ place }) => place,
  look({ place }, { tools, speak, at }) {
    const speech = speak('vi', null);
    const [found] = tools.places.find(place);
    if (!found?.places[0]) return nothingFound(speech.say('copilot.found.noPlace'));
    const question = { plain: true, about: 'now', wish: { today: false, level: null } } as const;
    const { blocks, sources } = answerPlace(found, question, { speech, at });
    const [first] = sources;
    const source = first
      ? draftSourceOf(first)
      : { code: null, title: speech.say('copilot.tablesOfPlaces'), url: null, checkedOn: '' };
    const facts = blocks.flatMap((block) => linesOf(block).map((text) => ({ kind: 'unit', text, source })));
    return { facts, titles: [], says: speech.say('copilot.found.places') };
  },
});
