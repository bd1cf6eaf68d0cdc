/** Makes a draft of what a model wrote: sentence by sentence checked, tokens filled in, each fact with its source. */
import { fillDraft, readDraft } from '../model/check/draft-sentence.ts';
import type { Caught, Fields, Judged } from '../model/check/wording.ts';
import { sentencesIn } from '../model/split-sentences.ts';
import type { Speech } from '../texts/speech.ts';
import { maskForLog } from '../understand/mask-identity.ts';
import type { DraftSentence, DraftSource } from './copilot.ts';
import { mostSentences } from './copilot-limits.ts';
import type { ShownFact, ShownFacts } from './shown-facts.ts';

/** The same check as for what citizens read. Pure. */
export type CheckWording = (sentences: readonly string[], fields: Fields) => Judged;

export interface Drafted {
  readonly sentences: readonly JudgedSentence[];
  readonly caught: readonly Caught[];
}

const tokens = /\{\{\s*([\w-]+\.\d+)\s*\}\}/g;

export interface JudgedSentence extends DraftSentence {
  /** As the model wrote it. */
  readonly draft: string;
}

export interface Drafting {
  readonly shown: ShownFacts;
  readonly check: CheckWording;
  readonly speech: Speech;
}

export function writeDraft(written: string, { shown, check, speech }: Drafting): Drafted {
  const sentences = sentencesIn(maskForLog(written)).slice(0, mostSentences);
  const fields = shown.fields(speech);
  const { kept, caught } = check(sentences, fields);
  const rulesOf = Map.groupBy(caught, ({ sentence }) => sentence);
  const passed = [...kept];
  const judged = sentences.map((sentence, index) => {
    const rules = [...new Set((rulesOf.get(index) ?? []).map(({ rule }) => rule))];
    const facts = factsIn(sentence, shown);
    const text = rules.length > 0 ? filled(sentence, fields) : (passed.shift() ?? filled(sentence, fields));
    return { draft: sentence, text, caught: rules, sources: sourcesOf(facts) };
  });
  return { sentences: judged, caught };
}

const factsIn = (sentence: string, { all }: ShownFacts): readonly ShownFact[] => {
  const named = new Set([...sentence.matchAll(tokens)].map(([, token]) => token));
  return all.filter(({ token }) => named.has(token));
};

/** What nothing is known of is left out of sight: a token is no word for an officer. */
const filled = (sentence: string, fields: Fields): string =>
  fillDraft(readDraft(sentence, fields), fields).replace(/\{\{[^{}]*\}\}/g, '…');

function sourcesOf(facts: readonly ShownFact[]): readonly DraftSource[] {
  const bySource = new Map(facts.map(({ source }) => [`${source.code} ${source.title}`, source] as const));
  return [...bySource.values()];
}

const aside = new Set(['title']);
const mostFields = 8;

/**
 * What was looked up, as the record has it: it stands where a sentence did not pass. Of the facts that `written` points to;
 * where it points to none and `orAll` is wanted, of all that was looked up.
 */
export function fieldsInPlace(written: string, shown: ShownFacts, orAll: boolean): readonly DraftSentence[] {
  const named = factsIn(written, shown);
  const own = shown.all.filter(({ token }) => !aside.has(token.split('.')[0] ?? ''));
  const looked = own.length > 0 ? own : shown.all;
  const facts = named.length > 0 || !orAll ? named : looked;
  return facts.slice(0, mostFields).map(({ text, source }) => ({ text: `${text}.`, caught: [], sources: [source] }));
}
