/** An answer as spoken pages: a few facts, then a question whether to go on. An ear cannot turn back. */
import type { Answer } from '../../bot/index.ts';
import { factsOf } from './facts-of.ts';
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
  /** "Giấy tờ cần có: năm thứ" before a list of five. @param label `null`: the list has no name. */
  lead(label: string | null, count: number, of: 'papers' | 'steps' | 'other'): string;
  /** "Một là …", "hai là …". */
  item(position: number, text: string): string;
}

export interface SpeakOptions {
  readonly texts: SpokenTexts;
  readonly region?: Region;
}

/** Facts on one page; and syllables, some twenty seconds, unless a single fact is longer. */
const mostFacts = 3;
const mostSyllables = 80;
/** Of dossiers: what a person's own case says. */
const ofAPerson: ReadonlySet<string> = new Set(['dossier']);

/** @returns at least one page, none of them empty, when the answer says anything; [] when it is silent. */
export function speakAnswer(
  answer: Pick<Answer, 'status' | 'blocks'>,
  { texts, region = 'north' }: SpeakOptions,
): SpokenPage[] {
  const sensitive = ofAPerson.has(answer.status);
  const say = (text: string): Utterance => ({ text: asSentence(verbalise(text, { region })), sensitive });
  const facts = factsOf(answer.blocks, texts).filter(({ text }) => verbalise(text) !== '');
  const pages: Utterance[][] = [];
  let told = 0;
  let syllables = 0;
  for (const { text, leads, beginsAnew, closes } of facts) {
    const said = [...leads.map(say), say(text)];
    const more = said.reduce((sum, one) => sum + one.text.split(' ').length, 0);
    const page = pages.at(-1);
    if (page && closes) {
      page.push(...said);
      continue;
    }
    if (told === 0 || told === mostFacts || syllables + more > mostSyllables || beginsAnew) {
      pages.push([]);
      told = 0;
      syllables = 0;
    }
    pages.at(-1)?.push(...said);
    told += 1;
    syllables += more;
  }
  return pages.map((utterances) => ({ utterances }));
}

const asSentence = (text: string): string => upperFirst(/[.?!]$/.test(text) ? text : `${text.replace(/,$/, '')}.`);
const upperFirst = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
