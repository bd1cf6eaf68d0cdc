/** The officers' own search: which procedures are meant, what a citizen would hear, and the legal basis. */
import { z } from 'zod';
import type { Block } from '../../answer.ts';
import { factsOf } from '../../library.ts';
import { createOfficialSearch } from '../../official-search.ts';
import type { DraftSource } from '../copilot.ts';
import { longestWords } from '../copilot-limits.ts';
import { draftSourceOf, linesOf, type NewFact } from '../shown-facts.ts';
import { type LookUp, nothingFound, officerTool } from './officer-tool.ts';

const mostOthers = 4;
const mostLaws = 4;

export const searchTool = officerTool({
  name: 'search',
  deed: 'official-search',
  about:
    'Tìm thủ tục, thông báo của xã theo lời người dân hoặc cán bộ. Trả về mã thủ tục, câu trả lời đã có nguồn và căn cứ pháp lý.',
  schema: z.object({ words: z.string().trim().min(2).max(longestWords).describe('Vài từ nói việc cần tìm.') }),
  words: ({ words }) => words,
  async look({ words }, { tools, speak, unit, at }) {
    const search = createOfficialSearch(() => ({ tools, speak }));
    const { answer, procedure, others } = await search({ text: words, code: null, unit, at });
    const speech = speak('vi', null);
    const [first] = answer.sources;
    const source = first ? draftSourceOf(first) : null;
    // What a guide says is read by its fields; a notice or a place has none.
    const said =
      source && procedure === null ? answer.blocks.flatMap((block) => factsOfBlock('quote', block, source)) : [];
    const legal = procedure?.sections.find(({ kind }) => kind === 'legal')?.blocks ?? [];
    const laws = source ? legal.flatMap((block) => factsOfBlock('law', block, source)).slice(0, mostLaws) : [];
    const codes = [
      ...(procedure?.code ? [procedure.code] : []),
      ...others.slice(0, mostOthers).map(({ code }) => code),
    ];
    const named = codes.flatMap((code) => titleFact(code, tools) ?? []);
    if (named.length + said.length === 0) return nothingFound(speech.say('copilot.found.nothing'));
    return {
      facts: [...named, ...said, ...laws],
      titles: named.map(({ text }) => text.replace(/ \(mã [^)]*\)$/, '')),
      says: speech.say('copilot.found.procedures', { count: named.length }),
    };
  },
});

/** The name of a procedure with its code, by which the next look-up names it. */
function titleFact(code: string, { library }: LookUp['tools']): NewFact | null {
  const entry = library.find(code);
  if (!entry) return null;
  const facts = factsOf(entry);
  const source = { code: facts.code, title: facts.title, url: facts.source.url, checkedOn: facts.checkedOn };
  return { kind: 'title', text: `${facts.plainTitle} (mã ${entry.id})`, source };
}

const factsOfBlock = (kind: string, block: Block, source: DraftSource): NewFact[] =>
  block.kind === 'title' ? [] : linesOf(block).map((text) => ({ kind, text, source }));
