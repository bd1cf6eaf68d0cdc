/** An answer as a telephone tells it: the usual papers before those of special cases, and nothing that only an eye can use. */
import type { Answer, Block } from '../../bot/index.ts';

export interface ToldParts {
  /** Told at once, a few facts at a time. */
  readonly first: readonly Block[];
  /** Told to who wants to hear on. */
  readonly later: readonly Block[];
}

type List = Extract<Block, { kind: 'list' }>;

export function forTheEar({ blocks }: Pick<Answer, 'blocks'>): ToldParts {
  const heard = blocks.map(heardBlock);
  const isSpecial = (block: Block) => block.kind === 'list' && block.role === 'papers' && !isUsual(block);
  const lists = heard.filter((block) => !isSpecial(block) && block.kind === 'list');
  const rest = heard.filter((block) => !isSpecial(block) && block.kind !== 'list');
  const special = heard.filter(isSpecial);
  if (special.length === 0) return { first: heard, later: [] };
  // The source is told with what nearly everybody needs; who wants no more has heard it.
  const notes = rest.filter(({ kind }) => kind === 'note');
  return { first: [...rest.filter(({ kind }) => kind !== 'note'), ...lists, ...notes], later: special };
}

/** Who calls will most likely come in person. */
const usual = /^(?:giấy tờ cần có|khi (?:nộp hồ sơ|làm thủ tục) trực tiếp)/iu;
const isUsual = ({ label }: List): boolean => label === null || usual.test(label);

function heardBlock(block: Block): Block {
  if (block.kind !== 'list') return { ...block, text: heardText(block.text) };
  const label = block.label === null ? null : heardText(block.label);
  const items = block.items.map(heardText);
  return { ...block, label, items: block.role === 'papers' ? items.map(shortened) : items };
}

/** Words that an ear keeps of one paper. */
const mostWords = 30;
const countWords = (text: string): number => text.split(/\s+/u).length;

/** Whole sentences only, and never less than the first. */
function shortened(item: string): string {
  const [first = '', ...more] = item.split(/(?<=[.!?])\s+/u);
  let said = first;
  for (const sentence of more) {
    if (countWords(`${said} ${sentence}`) > mostWords) break;
    said = `${said} ${sentence}`;
  }
  return said;
}

/** A caller says what a reader types, and nothing lies below. */
const replaced: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L}|tin )nhắn(?! tin)(?!\p{L})/giu, 'nói'],
  [/(?<!\p{L})gõ(?: vào đây)?(?!\p{L})/giu, 'nói'],
  [/ dưới đây(?!\p{L})/giu, ''],
  [/, thu thập [^,()]*(?:\([^()]*\))?/giu, ''],
  [/…(?=\d)/gu, 'bốn số cuối '],
];

const heardText = (text: string): string => replaced.reduce((said, [seen, heard]) => said.replace(seen, heard), text);
