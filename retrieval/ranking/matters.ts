/** Finds the several matters of one question ("khai sinh rồi nhập khẩu luôn"). */
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import type { Reading } from '../reading/reading.ts';
import { questionOf } from './question.ts';
import type { NameScores } from './score-names.ts';
import type { Question } from './question.ts';

/** A clause is a matter of its own when some name is as like it as this, … */
const likeName = 0.6;
/** … and names another family of procedures than the clauses before it. */
const mostClauses = 6;

interface Part {
  /** First and last clause numbers. */
  readonly from: number;
  readonly family: string;
}

/** The clauses of a question as texts, one for each matter, in order; the whole text when it has one matter. */
export function mattersOf(reading: Reading, index: LexicalIndex, scoreNames: (question: Question) => NameScores): string[] {
  const text = reading.clauses[0] ?? '';
  const numbers = [...new Set(reading.words.filter(({ weight, kind }) => weight >= 0.3 && kind !== 'facet').map(({ clause }) => clause))].slice(0, mostClauses);
  if (numbers.length < 2) return [text.trim()];
  const parts: Part[] = [];
  for (const from of numbers) {
    const family = familyOf(reading, index, from, scoreNames);
    if (family !== null && !parts.some((part) => part.family === family)) parts.push({ from, family });
  }
  if (parts.length < 2) return [text.trim()];
  const starts = parts.map(({ from }, at) => (at === 0 ? 0 : (reading.words.find(({ clause }) => clause === from)?.at ?? 0)));
  return starts.map((start, at) => text.slice(start, starts[at + 1]).trim()).filter((clause) => clause !== '');
}

/** The family that one clause names, `null` when it names none. */
function familyOf(reading: Reading, index: LexicalIndex, clause: number, scoreNames: (question: Question) => NameScores): string | null {
  const question = questionOf(reading, index, 'read', clause);
  if (question.terms.filter(({ weight }) => weight >= 0.3).length < 2) return null;
  const { title, way } = scoreNames(question);
  let best = -1;
  let likeness = 0;
  for (let document = 0; document < index.facts.length; document += 1) {
    const own = Math.max(title[document] as number, way[document] as number) + 0.1 * (index.facts[document]?.ward ?? 0);
    if (own > likeness) [best, likeness] = [document, own];
  }
  return likeness >= likeName + 0.1 ? (index.facts[best]?.family ?? null) : null;
}
