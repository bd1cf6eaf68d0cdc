/** Judges a model's sentences against the fields of the cited records. Pure: the same draft is judged alike every time. */

import { contentOf } from '../../check/content.ts';
import { maskForLog } from '../../understand/mask-identity.ts';
import { wordPrompt } from '../prompts/word.ts';
import { bar, type DraftSentence, fillDraft, readDraft } from './draft-sentence.ts';
import { figureIn } from './figure-words.ts';
import { instructionIn, lawsuitIn, promiseIn, promptIn, rudenessIn } from './forbidden-speech.ts';
import { mixedTokenIn } from './mixed-tokens.ts';
import { claimIn, withoutFree } from './own-claims.ts';
import { statingWords } from './plain-words.ts';
import { isPolite } from './polite-sentences.ts';
import { type RecordText, recordText, wordsIn } from './record-text.ts';
import { paperIn, personIn, unknownWordIn } from './record-words.ts';
import { otherLanguageIn } from './right-language.ts';
import { braceIn, hiddenSignIn, markupIn } from './strange-signs.ts';
import type { Caught, Fields, Judged, WordingRule } from './wording.ts';

interface Against {
  readonly fields: Fields;
  readonly record: RecordText;
  readonly prompt: RecordText;
}

type Rule = (draft: DraftSentence, against: Against) => string | null;

/** A stream that was cut off leaves a sentence without its end. */
const whole = /(?:[.!?…]["”)]?|\}\})$/u;
const longest = 400;
const longestFilled = 1_500;
const mostSentences = 8;

/** In the order in which they are told: one reason a sentence is enough. */
const rules: Readonly<Record<WordingRule, Rule>> = {
  'hidden-sign': (draft) => (draft.text.includes(bar) ? 'U+001F' : hiddenSignIn(draft)),
  length: ({ text }) =>
    text.length > longest ? `${text.length} signs` : whole.test(text.trim()) ? null : 'unfinished',
  markup: markupIn,
  'token-unknown': (draft, { fields }) =>
    draft.tokens.find((token) => !fields.fields.some((field) => field.token === token)) ?? braceIn(draft),
  'token-mixed': (draft, { fields }) => mixedTokenIn(draft, fields),
  figure: figureIn,
  mark: ({ own }) => [...contentOf(own).marks][0] ?? null,
  prompt: (draft, { prompt }) => promptIn(draft, prompt),
  promise: promiseIn,
  lawsuit: lawsuitIn,
  instruction: (draft, { record }) => instructionIn(draft, record),
  'other-person': (draft, { record }) => personIn(draft, record),
  claim: (draft, { fields }) => claimIn(draft, fields),
  'paper-not-in-record': (draft, { record, fields }) => paperIn(draft, record, fields),
  language: (draft, { fields }) => otherLanguageIn(draft, fields),
  address: rudenessIn,
  'word-not-in-record': (draft, { fields }) =>
    unknownWordIn({ ...draft, clauses: withoutFree(draft.clauses, fields) }, fields),
  'without-fact': ({ tokens, clauses }) =>
    tokens.length > 0 ? null : (clauses.flatMap(wordsIn).find((word) => statingWords.has(word)) ?? null),
};

/** A sentence of the record, from beginning to end, is judged by its signs and figures alone. */
const forQuotes: ReadonlySet<WordingRule> = new Set(['hidden-sign', 'length', 'markup', 'figure', 'mark', 'language']);
const forPolite: ReadonlySet<WordingRule> = new Set([...forQuotes, 'token-unknown']);
const everyRule: ReadonlySet<WordingRule> = new Set(Object.keys(rules) as WordingRule[]);

function rulesFor(draft: DraftSentence, { fields, record }: Against): ReadonlySet<WordingRule> {
  if (isPolite(draft, fields)) return forPolite;
  return draft.tokens.length === 0 && record.isSentence(draft.text) ? forQuotes : everyRule;
}

/** For one sentence after another, as a model writes them. */
export function openJudge(fields: Fields): { judge(sentence: string): string | null } & Judged {
  const against = { fields, record: recordText(fields), prompt: promptText(fields) };
  const [kept, caught]: [string[], Caught[]] = [[], []];
  let count = 0;
  return {
    kept,
    caught,
    /** The sentence with its facts in place; `null` when it was caught. */
    judge(sentence) {
      const at = count++;
      const found = at >= mostSentences ? tooMany(at) : faultOf(sentence, at, against);
      if (found) caught.push(found);
      else kept.push(fillDraft(readDraft(sentence, fields), fields));
      return found ? null : (kept.at(-1) ?? null);
    },
  };
}

export function checkWording(sentences: readonly string[], fields: Fields): Judged {
  const { judge, kept, caught } = openJudge(fields);
  for (const sentence of sentences) judge(sentence);
  return { kept, caught };
}

const tooMany = (sentence: number): Caught => ({ rule: 'length', sentence, because: `more than ${mostSentences}` });

function faultOf(sentence: string, at: number, against: Against): Caught | null {
  const draft = readDraft(sentence, against.fields);
  const held = rulesFor(draft, against);
  for (const [rule, judge] of Object.entries(rules) as [WordingRule, Rule][]) {
    const because = held.has(rule) ? judge(draft, against) : null;
    if (because !== null) return { rule, sentence: at, because: maskForLog(because).slice(0, 80) };
  }
  const filled = fillDraft(draft, against.fields);
  return filled.length > longestFilled ? { rule: 'length', sentence: at, because: `${filled.length} signs` } : null;
}

/** The prompt's own sentences, its examples apart: those are what a good draft looks like. */
const promptText = ({ language }: Fields): RecordText => {
  const [rulesOfPrompt = ''] = wordPrompt(language).split(/(?:Ví dụ|Example):/u);
  return recordText({ sentences: [rulesOfPrompt], fields: [], titles: [] });
};
