/** The fields of one record, as they are rendered for anybody: papers, fee, time, place, steps. */
import { z } from 'zod';
import type { Facet } from '../../../knowledge/index.ts';
import type { Block } from '../../answer.ts';
import { type Entry, factsOf } from '../../library.ts';
import { sayFacet } from '../../say/guide-facets.ts';
import { asSentence } from '../../say/money-and-time.ts';
import { checkOf } from '../../say/official/compose-official.ts';
import type { Speech } from '../../texts/speech.ts';
import { longestFact } from '../copilot-limits.ts';
import { linesOf, type NewFact } from '../shown-facts.ts';
import { type LookUp, nothingFound, officerTool } from './officer-tool.ts';

export const codeSchema = z
  .string()
  .trim()
  .max(100)
  .regex(/^(\d\.\d{6}|hd\.[a-z0-9-]+|card:[\w.-]+)$/)
  .describe('Mã thủ tục đã thấy ở lần tìm trước, ví dụ 1.001193.');

const kindOf = {
  documents: 'paper',
  fee: 'fee',
  time: 'time',
  place: 'place',
  steps: 'step',
  conditions: 'condition',
  legal: 'law',
  online: 'online',
  result: 'result',
} as const satisfies Partial<Record<Facet, string>>;
type AskedFacet = keyof typeof kindOf;
const askedFacets = Object.keys(kindOf) as AskedFacet[];
const mostFacets = 4;

export const guideTool = officerTool({
  name: 'guide',
  deed: 'official-search',
  about:
    'Đọc các mục của một thủ tục theo mã: giấy tờ (documents), lệ phí (fee), thời hạn (time), nơi nộp (place), các bước (steps), điều kiện (conditions), căn cứ (legal), nộp qua mạng (online), kết quả (result).',
  schema: z.object({
    code: codeSchema,
    facets: z.array(z.enum(askedFacets)).min(1).max(mostFacets).describe('Những mục cần đọc.'),
  }),
  words: ({ code, facets: asked }) => `${code}: ${asked.join(', ')}`,
  look({ code, facets: asked }, by) {
    const speech = by.speak('vi', null);
    const entry = by.tools.library.find(code);
    if (!entry) return nothingFound(speech.say('copilot.found.noCode'));
    const { source, code: own, title, plainTitle, checkedOn } = factsOf(entry);
    const from = { code: own, title, url: source.url, checkedOn };
    const read = entry.kind === 'guide' ? [entry.guide] : [];
    const facts = [...new Set(asked)].flatMap((facet): NewFact[] =>
      rowsOf(facet, entry, by).map((text) => ({ kind: kindOf[facet], text, source: from })),
    );
    return {
      facts,
      titles: [plainTitle, title],
      guides: read,
      says: speech.say('copilot.found.fields', { title: plainTitle }),
    };
  },
});

/** Fees and times of all cases are one fact where they fit: a sentence cannot pick that of one case for all. */
function rowsOf(facet: AskedFacet, entry: Entry, by: LookUp): readonly string[] {
  const lines = blocksOf(facet, entry, by).flatMap((block) =>
    linesOf(block).map((text) => unlabelled(text, by.speak('vi', null))),
  );
  const whole = lines.map((line) => line.replace(/[.;]+$/, '')).join('; ');
  return (facet === 'fee' || facet === 'time') && whole.length <= longestFact ? [whole] : lines;
}

/** The token says already that it is a fee or a paper. */
function unlabelled(text: string, { say }: Speech): string {
  const label = [say('label.fee'), say('label.time'), say('label.documents'), say('label.steps'), say('label.legal')];
  const own = label.find((one) => text.startsWith(`${one}: `));
  return own === undefined ? text : text.slice(own.length + 2);
}

/** Only what the record bears out, as before anybody. */
function blocksOf(facet: AskedFacet, entry: Entry, { tools, speak, unit: code, at }: LookUp): Block[] {
  const speech = speak('vi', null);
  const unit = tools.units.of(code);
  const local = { unit, unclear: null, calendar: tools.calendar, at };
  const asked = { question: '', speech, relevance: tools.relevance, local };
  const blocks: readonly Block[] =
    entry.kind === 'guide'
      ? sayFacet(facet, { guide: entry.guide, ...asked })
      : [{ kind: 'say', text: asSentence(entry.card.whereToGo) }];
  const { block } = checkOf(entry, { speech, unit, at }, tools.calendar);
  return blocks.flatMap((one) => block(one) ?? []);
}
