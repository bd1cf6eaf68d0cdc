/** An answer as spoken pages: a few facts, then a question whether to go on. An ear cannot turn back. */
import type { Answer, Block } from '../../bot/index.ts';
import type { Region } from './read-number.ts';
import { verbalise } from './verbalise.ts';

/** One thing said in one breath; a caller may break in between two. */
export interface Utterance {
  /** Verbalised: letters, blanks and pauses. */
  readonly text: string;
  /** Holds something of a person's: neither logged nor kept by an engine. */
  readonly sensitive: boolean;
}

export interface SpokenPage {
  readonly utterances: readonly Utterance[];
}

export interface SpokenTexts {
  /** "Có năm thứ" before a list of five. */
  count(count: number): string;
  /** "Một là …", "hai là …". */
  item(position: number, text: string): string;
}

export interface SpeakOptions {
  readonly texts: SpokenTexts;
  readonly region?: Region;
}

/** Facts on one page. */
const mostFacts = 3;
/** Of dossiers: what a person's own case says. */
const ofAPerson: ReadonlySet<string> = new Set(['dossier']);

/** @returns at least one page, none of them empty, when the answer says anything; [] when it is silent. */
export function speakAnswer(
  answer: Pick<Answer, 'status' | 'blocks'>,
  { texts, region = 'north' }: SpeakOptions,
): SpokenPage[] {
  const sensitive = ofAPerson.has(answer.status);
  const say = (text: string): Utterance => ({ text: asSentence(verbalise(text, { region })), sensitive });
  const facts = answer.blocks.flatMap((block) => factsOf(block, texts)).filter(({ text }) => verbalise(text) !== '');
  const pages: SpokenPage[] = [];
  let page: Utterance[] = [];
  let told = 0;
  for (const { text, counts, leads } of facts) {
    if ((counts || leads) && told === mostFacts) {
      pages.push({ utterances: page });
      page = [];
      told = 0;
    }
    page.push(say(text));
    if (counts) told += 1;
  }
  return page.length > 0 ? [...pages, { utterances: page }] : pages;
}

interface Fact {
  readonly text: string;
  /** A title, a lead and a source are no facts of their own. */
  readonly counts: boolean;
  /** Belongs to what follows it. */
  readonly leads?: true;
}

function factsOf(block: Block, texts: SpokenTexts): Fact[] {
  if (block.kind === 'title') return [{ text: block.text, counts: false }];
  // Where it comes from is told, and is nothing to keep in mind.
  if (block.kind !== 'list') return sentencesOf(block.text).map((text) => ({ text, counts: block.kind !== 'note' }));
  const { label, items } = block;
  const lead = [label, items.length > 1 ? texts.count(items.length) : null].filter(Boolean).join(', ');
  const numbered = items.length > 1;
  return [
    ...(lead ? [{ text: lead, counts: false, leads: true as const }] : []),
    ...items.map((text, index) => ({ text: numbered ? texts.item(index + 1, text) : text, counts: true })),
  ];
}

/** At the ends of sentences, and not in "TP. Hồ Chí Minh" or "1.001193". */
const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[\p{L}\d)”"]{2}[.!?])\s+(?=\p{Lu})/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);

const asSentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text.replace(/,$/, '')}.`);
