/** Adds to an answer about a time limit the day that it comes to, when the citizen tells when he files. */
import type { Answer, Block } from '../answer.ts';
import { textOf } from '../answer.ts';
import { datedText } from '../calendar/dated-text.ts';
import { filingMomentIn } from '../calendar/filing-moment.ts';
import { type SaidDue, sayDueDate } from '../calendar/say-due-date.ts';
import { sayOnly } from '../make-answer.ts';
import type { Step, Turn } from '../step.ts';
import type { Tools } from '../tools.ts';
import { vi } from '../understand/keyed.ts';
import { unitOf } from '../units/unit-of-turn.ts';

const asksWhen = vi`\b(?:bao giờ|khi nào|chừng nào|hôm nào|bữa nào|ngày nào|ngày mấy|lúc nào|mấy giờ|trong ngày|liền không|luôn không|kịp không|có ngay|lấy ngay)\b`;
const overTheNet = vi`\b(?:qua mạng|trên mạng|online|onl|trực tuyến|dịch vụ công|vneid|ở nhà)\b`;

export const addDueDate = (tools: Pick<Tools, 'library' | 'calendar' | 'units'>): Step => ({
  name: 'add-due-date',
  run(turn) {
    const { library, calendar } = tools;
    const { draft, speech, message } = turn;
    const [code, ...others] = draft?.codes ?? [];
    if (!draft || !code || others.length > 0) return { next: turn };
    const dated = datedText(turn.text);
    if (draft.facet !== 'time' && !asksWhen.test(dated)) return { next: turn };
    const moment = filingMomentIn(turn.text, message.at);
    const entry = library.find(code);
    if (!moment || entry?.kind !== 'guide') return { next: turn };
    // A how-to was found because no procedure is named: the day depends on it.
    if (code.startsWith('hd.'))
      return { answer: sayOnly(turn, 'clarify', 'due.whichProcedure', {}, { facet: 'time' }) };
    const { desk } = unitOf(turn, tools);
    const said = sayDueDate({ guide: entry.guide, moment, online: overTheNet.test(dated) }, { calendar, desk, speech });
    return { next: withDue(turn, draft, said) };
  },
});

/** After what the guide says of time, before where it comes from. */
function withDue(turn: Turn, draft: Answer, { blocks, sources, sure }: SaidDue): Turn {
  const at = placeIn(draft.blocks, turn.speech.say('label.time'));
  return {
    ...turn,
    draft: {
      ...draft,
      status: draft.status === 'answered' && !sure ? 'partial' : draft.status,
      blocks: [...draft.blocks.slice(0, at), ...blocks, ...draft.blocks.slice(at)],
      sources: [...draft.sources, ...sources],
    },
    reckoned: [textOf({ blocks })],
  };
}

function placeIn(blocks: readonly Block[], label: string): number {
  const time = blocks.findIndex((block) =>
    block.kind === 'list' ? block.label === label : block.kind === 'say' && block.text.startsWith(`${label}:`),
  );
  if (time >= 0) return time + 1;
  const note = blocks.findIndex(({ kind }) => kind === 'note');
  return note >= 0 ? note : blocks.length;
}
