/** What reads citizens' words: it never throws, whatever they write. */
import { calendarQuestionIn } from '../../bot/calendar/calendar-question.ts';
import { datedText } from '../../bot/calendar/dated-text.ts';
import { daysSaid, yearSaid } from '../../bot/calendar/days-said.ts';
import { filingMomentIn } from '../../bot/calendar/filing-moment.ts';
import { readChecklistCode } from '../../bot/checklists/checklist-code.ts';
import { codeIn, factsIn, figuresOf } from '../../bot/identity/read-secret.ts';
import { askedDay } from '../../bot/understand/asked-day.ts';
import { callWishIn } from '../../bot/understand/call-wish.ts';
import { numberSaid } from '../../bot/understand/chat-reply.ts';
import { cleanText } from '../../bot/understand/clean-text.ts';
import { dossierQuestionIn } from '../../bot/understand/dossier-question.ts';
import { earFeatures } from '../../bot/understand/ear-features.ts';
import { emergencyIn } from '../../bot/understand/emergency.ts';
import { fromEnglish, isEnglish } from '../../bot/understand/english.ts';
import { filedDayIn } from '../../bot/understand/filed-day.ts';
import { lifeEventIn } from '../../bot/understand/life-event.ts';
import { maskIdentity } from '../../bot/understand/mask-identity.ts';
import { maskMessage } from '../../bot/understand/mask-message.ts';
import { othersIn } from '../../bot/understand/others-request.ts';
import { outOfScopeIn } from '../../bot/understand/out-of-scope.ts';
import { personRequestIn } from '../../bot/understand/person-request.ts';
import { readReceipt } from '../../bot/understand/read-receipt.ts';
import { contactsIn, scamQuestionIn } from '../../bot/understand/scam.ts';
import { smalltalkIn } from '../../bot/understand/smalltalk.ts';
import { splitMatters } from '../../bot/understand/split-matters.ts';
import { findSpokenFigures } from '../../bot/understand/spoken-figures.ts';
import { unsafeRequestIn } from '../../bot/understand/unsafe-request.ts';
import { wordingOf } from '../../bot/understand/wording.ts';
import { yesOrNo } from '../../bot/understand/yes-or-no.ts';
import { phoneOf } from '../../channels/hotline/phone-number.ts';
import { splitText } from '../../channels/zalo/door/split-text.ts';
import { findDossierCodes } from '../../knowledge/dossiers/code/find-codes.ts';
import { dayInVietnam } from '../../knowledge/index.ts';
import { text } from './hostile.ts';
import { type Parser, parser } from './parser.ts';

const at = new Date('2026-11-23T02:00:00Z');
const today = dayInVietnam(at);
const words = (read: (wording: ReturnType<typeof wordingOf>) => unknown) => (given: string) => read(wordingOf(given));

/** Each by the file that it stands in. */
export const readers: Readonly<Record<string, (given: string) => unknown>> = {
  'bot/understand/clean-text.ts': cleanText,
  'bot/understand/wording.ts': wordingOf,
  'bot/understand/mask-identity.ts': maskIdentity,
  'bot/understand/mask-message.ts': (given) => maskMessage(given, true),
  'bot/understand/asked-day.ts': (given) => askedDay(given, at),
  'bot/understand/call-wish.ts': (given) => callWishIn(given, true),
  'bot/understand/chat-reply.ts': numberSaid,
  'bot/understand/dossier-question.ts': words(dossierQuestionIn),
  'bot/understand/ear-features.ts': words(earFeatures),
  'bot/understand/emergency.ts': words(emergencyIn),
  'bot/understand/english.ts': (given) => [isEnglish(given), fromEnglish(given)],
  'bot/understand/filed-day.ts': words((wording) => filedDayIn(wording, at)),
  'bot/understand/life-event.ts': words(lifeEventIn),
  'bot/understand/others-request.ts': words(othersIn),
  'bot/understand/out-of-scope.ts': words(outOfScopeIn),
  'bot/understand/person-request.ts': words(personRequestIn),
  'bot/understand/read-receipt.ts': readReceipt,
  'bot/understand/scam.ts': (given) => [contactsIn(given), scamQuestionIn(wordingOf(given))],
  'bot/understand/smalltalk.ts': words(smalltalkIn),
  'bot/understand/split-matters.ts': splitMatters,
  'bot/understand/spoken-figures.ts': findSpokenFigures,
  'bot/understand/unsafe-request.ts': words(unsafeRequestIn),
  'bot/understand/yes-or-no.ts': words(yesOrNo),
  'bot/calendar/calendar-question.ts': (given) => calendarQuestionIn(given, today),
  'bot/calendar/dated-text.ts': datedText,
  'bot/calendar/days-said.ts': (given) => [daysSaid(given, today), yearSaid(given, today)],
  'bot/calendar/filing-moment.ts': (given) => filingMomentIn(given, at),
  'bot/checklists/checklist-code.ts': readChecklistCode,
  'bot/identity/read-secret.ts': (given) => [codeIn(given), factsIn(given), figuresOf(given)],
  'knowledge/dossiers/code/find-codes.ts': findDossierCodes,
  'channels/hotline/phone-number.ts': phoneOf,
  'channels/zalo/door/split-text.ts': (given) => splitText(given, 2_000),
};

export const textParsers: readonly Parser[] = Object.entries(readers).map(([file, read]) =>
  parser({
    name: `words:${file.split('/').at(-1)?.replace('.ts', '')}`,
    covers: [file],
    inputs: text,
    read: (given: string) => read(given.slice(0, 4_000)),
  }),
);
