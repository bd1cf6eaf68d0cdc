/** Decodes text by the name of the font that it was typed in. */

/** The text as it is where the font is a Unicode one. */
export const decodeByFont = (text: string, _font: string): string => text;
