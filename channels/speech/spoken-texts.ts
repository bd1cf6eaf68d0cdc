/** The words that join spoken facts, from the bundle. */
import type { SpeechMaker } from '../../bot/index.ts';
import type { SpokenTexts } from './speak-answer.ts';

export const spokenTextsOf = (speech: ReturnType<SpeechMaker>): SpokenTexts => ({
  count: (count) => speech.say('spoken.count', { count }),
  item: (position, text) => speech.say('spoken.item', { position, text }),
});
