/** What has changed about a procedure: texts, former facts, corrections, and what an import would change. */
import { z } from 'zod';
import type { FieldChange, Guide } from '../../../knowledge/index.ts';
import { factsOf } from '../../library.ts';
import { composeOfficial } from '../../say/official/compose-official.ts';
import { staffMay } from '../../staff/rights.ts';
import { linesOf, type NewFact } from '../shown-facts.ts';
import { codeSchema } from './guide-tool.ts';
import { nothingFound, type OfficerTool, officerTool } from './officer-tool.ts';

/** What a newer record would change of what serves; [] for nothing. It is approved by nobody yet. */
export type WaitingChanges = (serving: Guide) => readonly FieldChange[];

const mostWaiting = 12;

/** @param waiting read for those alone who may decide about it: what nobody approved is told to nobody else. */
export const changesTool = (waiting: WaitingChanges): OfficerTool =>
  officerTool({
    name: 'changes',
    deed: 'official-search',
    about: 'Xem một thủ tục đã đổi gì: văn bản mới, hết hiệu lực, quy định cũ, chỗ đính chính.',
    schema: z.object({ code: codeSchema }),
    words: ({ code }) => code,
    look({ code }, { member, tools, speak, unit, at }) {
      const speech = speak('vi', null);
      const entry = tools.library.find(code);
      if (!entry) return nothingFound(speech.say('copilot.found.noCode'));
      const { title, plainTitle, source, checkedOn, code: own } = factsOf(entry);
      const from = { code: own, title, url: source.url, checkedOn };
      const view = { speech, unit: tools.units.of(unit), at };
      const { sections } = composeOfficial(entry, view, tools.calendar);
      const told = sections
        .filter(({ kind }) => kind === 'changes' || kind === 'corrections')
        .flatMap(({ blocks }) => blocks.flatMap(linesOf))
        .map((text): NewFact => ({ kind: 'change', text, source: from }));
      const decides = staffMay(member.role, 'edit-knowledge') && entry.kind === 'guide';
      const drafts = decides ? waiting(entry.guide).slice(0, mostWaiting) : [];
      const unknown = speech.say('copilot.unsaid');
      const coming = drafts.map(({ path, before, after }): NewFact => {
        const values = { path, before: before ?? unknown, after: after ?? unknown };
        return { kind: 'waiting', text: speech.say('copilot.waiting', values), source: from };
      });
      return { facts: [...told, ...coming], titles: [plainTitle, title], says: speech.say('copilot.found.changes') };
    },
  });
