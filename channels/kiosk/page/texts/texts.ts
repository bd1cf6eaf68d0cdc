/** The words of the kiosk in both languages. */

import type { Language } from '../../../pages/texts/words.ts';
import en from './en.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };

export type Texts = typeof vi;

/** Every key stands in both languages: a test compares the files. */
export const textsOf = (language: Language): Texts => (language === 'en' ? en : vi);

export { clockOf, dayOf, fill, type Language, languageOf } from '../../../pages/texts/words.ts';
