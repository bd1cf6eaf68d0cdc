/** The order in which a message is handled. Read this first. Identity numbers are masked before the first step. */
import { decide } from './decide/decide.ts';
import { passingOn } from './handover/passing-on.ts';
import type { Step } from './step.ts';
import { addDueDate } from './steps/add-due-date.ts';
import { answerCalendarQuestions } from './steps/answer-calendar.ts';
import { answerDeskQuestions } from './steps/answer-desk-hours.ts';
import { answerDossier } from './steps/answer-dossier.ts';
import { answerEmergency } from './steps/answer-emergency.ts';
import { answerOwnData } from './steps/answer-own-data.ts';
import { answerPlaceQuestions } from './steps/answer-place.ts';
import { answerSmalltalk } from './steps/answer-smalltalk.ts';
import { askForWords } from './steps/ask-for-words.ts';
import { changeNotices } from './steps/change-notices.ts';
import { checkAgainstSources } from './steps/check-against-sources.ts';
import { checkScam } from './steps/check-scam.ts';
import { composeAnswer } from './steps/compose-answer.ts';
import { followHandOff } from './steps/follow-hand-off.ts';
import { handOver, hearPerson, meetOnYes } from './steps/hand-over.ts';
import { heedConsent } from './steps/heed-consent.ts';
import { keepGroupPublic } from './steps/keep-group-public.ts';
import { keepSilent } from './steps/keep-silent.ts';
import { knowUnit } from './steps/know-unit.ts';
import { noteHome } from './steps/note-home.ts';
import { openLifeEvent } from './steps/open-life-event.ts';
import { proveIdentity, takeSecret } from './steps/prove-identity.ts';
import { quoteDocuments } from './steps/quote-documents.ts';
import { refuseUnsafe } from './steps/refuse-unsafe.ts';
import { resolveFollowUp } from './steps/resolve-follow-up.ts';
import { searchGuides } from './steps/search-guides.ts';
import { standAside } from './steps/stand-aside.ts';
import { understandStory } from './steps/understand-story.ts';
import { wordAnswer } from './steps/word-answer.ts';
import type { Tools } from './tools.ts';

/** Where a step says that a person is needed, a person is called. */
export const pipeline = (tools: Tools): readonly Step[] => stepsOf(tools).map((step) => passingOn(step, tools));

const stepsOf = (tools: Tools): readonly Step[] => [
  answerEmergency(), //       the number at once, owned by an officer or not
  heedConsent(tools), //      what the officer may see, asked for just before he came, or taken back
  keepSilent(), //            an officer owns the conversation
  keepGroupPublic(), //       many read: nothing of one person there
  standAside(tools, [followHandOff(tools), handOver(tools)]), // the bot or the channel is turned off: persons are not
  takeSecret(tools), //       a code that was asked for; accounts of other channels
  followHandOff(tools), //    how his hand-off stands, a number to call back, stars; he needs nobody any more
  askForWords(), //           nothing to read, or far too much
  knowUnit(tools), //         which commune it comes from: the channel's, or where he says that he lives
  refuseUnsafe(), //          forging, evading, other people's cases; commands are noted as data
  meetOnYes(tools), //        a yes to whether a person is wanted
  answerSmalltalk(),
  checkScam(tools), //        is this number, link or message really the ward's?
  handOver(tools), //         wants a person, complains
  answerOwnData(tools), //    what is kept of the asker: see it, erase it
  changeNotices(tools), //    tell me when it moves; stop
  proveIdentity(tools), //    where nobody can sign in: a code and a second factor
  answerDossier(tools), //    a case already filed
  answerPlaceQuestions(tools), // which ward or province an old place is now
  noteHome(tools), //         where he lives, and nothing asked
  answerCalendarQuestions(tools), // holidays, working days
  answerDeskQuestions(tools), // hours, address, what is kept
  hearPerson(tools), //       wants a person in words that no rule knows
  openLifeEvent(tools), //    "ba mất", "mới sinh": an ordered bundle
  resolveFollowUp(tools), //  chips, "cái thứ hai", "không, ý tôi là …"
  searchGuides(tools),
  quoteDocuments(tools), //   a notice of the ward, where no guide clearly answers
  understandStory(tools), //  a language model, if one is set, where the rules are unsure: what is it about?
  decide(tools), //           answer, several answers, ask back, decline
  composeAnswer(tools), //    from the fields of the record
  addDueDate(tools), //       the day it is ready, when a moment of filing is told
  wordAnswer(tools), //       the model says the same smoothly, in tokens that our code fills in; checked
  checkAgainstSources(tools), // nothing goes out that the record does not bear out
];
