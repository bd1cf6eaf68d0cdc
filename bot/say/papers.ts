/** The papers of a guide: what everybody needs first, then by case, the case in question on top. */
import type { Paper } from '../../knowledge/index.ts';
import type { Block } from '../answer.ts';
import type { Speech } from '../texts/speech.ts';
import type { Asked } from './guide-facets.ts';
import { asSentence, lowerFirst, upperFirst } from './money-and-time.ts';

const mostPapers = 14;
const mostShort = 5;

/** `short` keeps to what everybody needs, for an overview. */
export function sayPapers({ guide, question, speech, relevance }: Asked, { short = false } = {}): Block[] {
  if (guide.papers === null || guide.papers.length === 0)
    return [{ kind: 'say', text: speech.say('unknown.documents') }];
  const always = guide.papers.filter((paper) => paper.when === null);
  const score = (paper: Paper) => relevance.score(question, `${paper.when ?? ''} ${paper.name} ${paper.note ?? ''}`);
  const sometimes = guide.papers.filter((paper) => paper.when !== null).toSorted((a, b) => score(b) - score(a));
  const room = (short ? mostShort : mostPapers) - always.length;
  const shown = short ? (always.length > 0 ? [] : sometimes.slice(0, 3)) : sometimes.slice(0, Math.max(room, 4));
  const left = sometimes.length - shown.length;
  // A shortened list is no list to prepare by.
  const toTick = short ? {} : ({ role: 'papers' } as const);
  const blocks: Block[] = [];
  if (always.length > 0) {
    blocks.push({
      kind: 'list',
      label: speech.say('label.documents'),
      items: always.slice(0, short ? mostShort : 40).map((paper) => paperText(paper, speech, short)),
      ...toTick,
    });
  }
  const byCase = Map.groupBy(shown, (paper) => paper.when ?? '');
  for (const [when, papers] of byCase) {
    blocks.push({
      kind: 'list',
      label: caseLabel(when, speech),
      items: papers.map((paper) => paperText(paper, speech, short)),
      ...toTick,
    });
  }
  if (left > 0)
    blocks.push({ kind: 'note', text: speech.say(short ? 'more.cases' : 'more.documents', { count: left }) });
  return blocks;
}

const caseLabel = (when: string, speech: Speech) =>
  /^(khi|nếu|trường hợp|đối với|với|người|trong|riêng)/iu.test(when)
    ? upperFirst(when.replace(/[.:;]+$/, ''))
    : speech.say('papers.case', { when: lowerFirst(when.replace(/[.:;]+$/, '')) });

/** `Tờ khai đăng ký kết hôn (mẫu CT01): 1 bản chính. Không phải nộp nếu …` */
export function paperText(paper: Paper, speech: Speech, short = false): string {
  const form =
    paper.form?.code && !paper.name.includes(paper.form.code)
      ? speech.say('papers.form', { code: paper.form.code })
      : '';
  const head = `${upperFirst(paper.name.trim().replace(/[.;:,]+$/, ''))}${form}${countText(paper, speech)}`;
  if (short) return head;
  const notes = [
    paper.note ? asSentence(paper.note) : null,
    paper.replacedByData && !/dữ liệu/iu.test(paper.note ?? '') ? speech.say('papers.replacedByData') : null,
  ].filter((text) => text !== null);
  return notes.length > 0 ? `${head}. ${notes.join(' ')}` : head;
}

function countText(paper: Paper, speech: Speech): string {
  const parts = [
    paper.originals ? speech.say('papers.originals', { count: paper.originals }) : null,
    paper.copies ? speech.say('papers.copies', { count: paper.copies }) : null,
  ].filter((text) => text !== null);
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}
