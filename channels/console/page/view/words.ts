/** Words for what the server names by a code; a code that is new to the page is shown as it is. */
import { texts } from '../texts/texts.ts';

const wordIn = (table: Readonly<Record<string, string>>, code: string): string => table[code] ?? code;

export const channelWord = (channel: string): string => wordIn(texts.channel, channel);
export const causeWord = (cause: string): string => wordIn(texts.cause, cause);
export const stateWord = (state: string): string => wordIn(texts.state, state);
export const facetWord = (facet: string): string => wordIn(texts.facet, facet);
export const closingWord = (closing: string): string => wordIn(texts.closedAs, closing);
