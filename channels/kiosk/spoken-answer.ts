/** What a kiosk says aloud of an answer. */
import { type Answer, type Locale, type SpeechMaker, textOf } from '../../bot/index.ts';
import { speakAnswer } from '../speech/speak-answer.ts';
import { spokenTextsOf } from '../speech/spoken-texts.ts';

/** Of a person's own affairs nothing is said in a room full of people. */
const unspoken: ReadonlySet<Answer['status']> = new Set(['dossier']);

/** The first breath: three facts at most, in words alone. `null`: nothing. English is left to the browser's voice. */
export function spokenAtKiosk(speak: SpeechMaker): (answer: Answer, locale: Locale) => string | null {
  const texts = spokenTextsOf(speak('vi', null));
  return (answer, locale) => {
    if (unspoken.has(answer.status) || answer.blocks.length === 0) return null;
    if (locale === 'en') return textOf(answer);
    const [first] = speakAnswer(answer, { texts });
    return first ? first.utterances.map(({ text }) => text).join(' ') : null;
  };
}
