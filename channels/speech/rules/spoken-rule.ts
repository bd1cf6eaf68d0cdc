/** A rule of what is said for what is written, and the pieces that rules are made of. */
import { readFigures } from '../read-letters.ts';
import { NumberError, type Region, readNumber } from '../read-number.ts';

export interface SpokenRule {
  /** Sticky; tried where a word begins. */
  readonly pattern: RegExp;
  /** `null`: not this after all. */
  say(match: RegExpExecArray, context: SpokenContext): string | null;
}

export interface SpokenContext {
  readonly region: Region;
  /** What was said so far, for words that are not to be said twice ("ngày ngày"). */
  readonly before: string;
}

/** A rule's pattern: it fits at a place or not at all. */
export const sticky = (source: string, flags = 'u') => new RegExp(source, `y${flags}`);
/** Nothing of the word is left. */
export const end = String.raw`(?![\p{L}\d])`;
export const numberText = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?`;

/** A number in its region's words; figures one by one when it is written as no number. */
export function number(text: string, region: Region): string {
  try {
    return readNumber(text, region);
  } catch (error) {
    if (error instanceof NumberError) return readFigures(text.replace(/\D/g, ''));
    throw error;
  }
}
