/** A block of an answer as facts: each a sentence that can be said in one breath, its lead beside it. */
import type { Block } from '../../bot/index.ts';
import type { SpokenTexts } from './speak-answer.ts';

export interface Fact {
  readonly text: string;
  /** Said before it, and no fact of its own: a title, how many things there are. */
  readonly leads: readonly string[];
  /** Something else begins here: whoever has heard enough may stop before it. */
  readonly beginsAnew: boolean;
  /** Belongs to what was said before it, and is no fact to be kept: where it all comes from. */
  readonly closes: boolean;
}

type List = Extract<Block, { kind: 'list' }>;

/** In the order in which they are said. A title leads what comes after it; without anything after it, it is said all the same. */
export function factsOf(blocks: readonly Block[], texts: SpokenTexts): Fact[] {
  const facts: Fact[] = [];
  let leads: string[] = [];
  for (const block of bySubject(blocks).flatMap(answerFirst)) {
    if (block.kind === 'title') leads.push(block.text);
    else {
      const [first, ...rest] = block.kind === 'list' ? ofList(block, texts) : ofText(block);
      if (!first) continue;
      facts.push({ ...first, leads: [...leads, ...first.leads] }, ...rest);
      leads = [];
    }
  }
  return leads.length === 0 ? facts : [...facts, ...leads.map(bare)];
}

const bare = (text: string): Fact => ({ text, leads: [], beginsAnew: false, closes: false });

/** Each title begins another subject. */
function bySubject(blocks: readonly Block[]): Block[][] {
  const subjects: Block[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'title') subjects.push([]);
    subjects.at(-1)?.push(block);
  }
  return subjects;
}

const isBeside = (block: Block): boolean => block.kind === 'list' && block.role === 'beside';
/** An eye finds the origin below everything; an ear hears it with the answer, before what is told beside it. */
const answerFirst = (subject: readonly Block[]): Block[] => [
  ...subject.filter((block) => !isBeside(block)),
  ...subject.filter(isBeside),
];

const ofText = (block: Exclude<Block, { kind: 'list' | 'title' }>): Fact[] => {
  const closes = block.kind === 'note' && block.role === 'source';
  return sentencesOf(spokenOf(block)).map((text) => ({ ...bare(text), closes }));
};

const spokenOf = (block: Exclude<Block, { kind: 'list' | 'title' }>): string =>
  block.kind === 'note' ? (block.spoken ?? block.text) : block.text;

function ofList({ label, items, ordered, role }: List, texts: SpokenTexts): Fact[] {
  const [only] = items;
  const beginsAnew = role === 'beside';
  const facts =
    items.length > 1
      ? items.flatMap((item, index) => sentencesOf(texts.item(index + 1, item)))
      : sentencesOf(label === null ? (only ?? '') : `${label}: ${only}`);
  const counted = role === 'papers' ? 'papers' : ordered ? 'steps' : 'other';
  const lead = items.length > 1 ? [texts.lead(label, items.length, counted)] : [];
  return facts.map((text, index) => ({ ...bare(text), ...(index === 0 ? { leads: lead, beginsAnew } : {}) }));
}

/** At the ends of sentences and where one fact is joined to the next, and not in "TP. Hồ Chí Minh" or "1.001193". */
const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[\p{L}\d)”"]{2}[.!?])\s+(?=\p{Lu})|;\s+(?=(?:[^\s;]+\s+){4}[^\s;])(?![^(]*\))/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
