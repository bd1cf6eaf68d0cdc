/** The words that join spoken facts, from the bundle. */
import type { SpeechMaker } from '../../bot/index.ts';
import type { SpokenTexts } from './speak-answer.ts';

export const spokenTextsOf = (speech: ReturnType<SpeechMaker>): SpokenTexts => ({
  lead: (label, count, of) => {
    const counted = speech.say(`spoken.count.${of}`, { count });
    return label === null ? speech.say('spoken.alone', { count: counted }) : `${label}: ${counted}`;
  },
  item: (position, text) => speech.say('spoken.item', { position, text }),
});
