/** What in a text can be false: figures, codes, law numbers, links, phone numbers. */
import { figuresIn, foldText, formCodesIn, legalNumbersIn, rememberLatest } from '../../knowledge/index.ts';
import { plainDay } from '../say/money-and-time.ts';
import type { Facts } from './known-facts.ts';

/** Bounded, so that no reply of a model is gone back over sign by sign. */
const links =
  /(?:https?:\/\/)?(?<![a-z0-9-])(?:[a-z0-9-]{1,255}\.){1,12}(?:gov\.vn|com|vn|net|org)\b(?:\/[^\s)»"]*)?/gi;
/** About as many as there are guides with their own files and desks. */
const mostRead = 256;
const procedureCodes = /\b\d\.\d{6}\b/g;

/** The sources of one answer are those of the next: most of what is read has been read before. */
export const contentOf = rememberLatest((text): Facts => {
  const withoutLinks = text.replace(links, ' ').replace(procedureCodes, ' ');
  const days = withoutLinks.match(/\b\d{1,2}\/\d{1,2}\/\d{4}\b|\b\d{4}-\d{2}-\d{2}\b/g) ?? [];
  return {
    figures: new Set(figuresIn(withoutLinks).map(({ value }) => value)),
    marks: new Set([
      ...(text.match(links) ?? []).map((link) =>
        link
          .toLowerCase()
          .replace(/^https?:\/\//, '')
          .replace(/[.,;]+$/, ''),
      ),
      ...(text.match(procedureCodes) ?? []),
      ...legalNumbersIn(text),
      ...formCodesIn(text),
      ...days.map((day) => foldText(day.includes('-') ? plainDay(day) : day)),
    ]),
  };
}, mostRead);
