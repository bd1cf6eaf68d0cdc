/** Questions about a case already filed: who may see it, and what it says. */

import { momentOf, workingDaysLate } from '../../knowledge/index.ts';
import type { Answer } from '../answer.ts';
import { calendarQuestionIn } from '../calendar/calendar-question.ts';
import { chooseDossier, namesProcedure } from '../dossiers/choose-dossier.ts';
import type { Asker, DossierReading } from '../dossiers/dossier-desk.ts';
import { handOverDossier } from '../dossiers/hand-over-dossier.ts';
import { listDossiers } from '../dossiers/list-dossiers.ts';
import { sayDossier } from '../dossiers/say-dossier.ts';
import { askerOf } from '../identity/asker-of-turn.ts';
import { saidOn } from '../identity/spoken-rights.ts';
import { makeAnswer, sayOnly } from '../make-answer.ts';
import type { Step, Turn } from '../step.ts';
import type { Tools } from '../tools.ts';
import { type AskedDossier, askedDossierIn, namedDaysIn, speaksOfFamily } from '../understand/asked-dossier.ts';
import { type DossierTopic, needsPerson } from '../understand/dossier-topic.ts';
import { wordingOf } from '../understand/wording.ts';
import { unitOf } from '../units/unit-of-turn.ts';

type Parts = Pick<Tools, 'dossiers' | 'library' | 'units' | 'calendar' | 'identity'>;

export const answerDossier = (tools: Parts): Step => ({
  name: 'answer-dossier',
  async run(turn) {
    const asker = askerOf(turn);
    const asked = askedDossierIn(turn, { signedIn: asker !== null });
    if (asked === null || (asker === null && countsDays(turn))) return { next: turn };
    if (asker === null) return { answer: askToSignIn(turn, asked, tools) };
    const answer = await answerAsker(turn, asked, { ...tools, asker });
    return answer ? { answer } : { next: turn };
  },
});

/** "Nộp sáng nay, hẹn 3 ngày làm việc thì hôm nào lấy": who is not signed in gets it reckoned from what he says himself. */
const countsDays = ({ text, message }: Turn): boolean =>
  calendarQuestionIn(text, momentOf(message.at).day)?.kind === 'count';

/** Where sign-in is open: a button on the web; a code from there on the other channels. Nobody signs in by telephone. */
const loginKeyOf = ({ message }: Turn, signInOpen: boolean): string => {
  if (message.channel === 'kiosk') return 'kiosk.ownDevice';
  if (message.channel === 'hotline') return 'phone.noDossiers';
  if (!signInOpen) return 'dossier.login';
  return message.channel === 'web' ? 'signIn.here' : 'signIn.onWeb';
};

function askToSignIn(turn: Turn, { kind, topic }: AskedDossier, { identity }: Parts): Answer {
  if (kind === 'other') return sayOnly(turn, 'login-required', 'dossier.other');
  const login = {
    kind: 'say',
    text: turn.speech.say(loginKeyOf(turn, identity?.signInOpen ?? false)),
  } as const;
  if (topic !== 'unrecorded-payment') return makeAnswer('login-required', [login]);
  return makeAnswer('login-required', [login, { kind: 'say', text: turn.speech.say('filed.unrecordedLogin') }]);
}

/**
 * What a screen in an office is proven is shown there while a finger holds it (`bot/dossiers/at-kiosk.ts`), and stands in
 * no answer: answers are drawn large, spoken, and kept.
 */
const isBehindGlass = ({ message }: Turn): boolean => message.channel === 'kiosk' && message.rung === 'second-factor';

type SignedIn = Parts & { readonly asker: Asker };

/** `null` when it turns out that no case of his is asked about. */
async function answerAsker(turn: Turn, asked: AskedDossier, tools: SignedIn): Promise<Answer | null> {
  const { kind, topic } = asked;
  const general = generalAnswer(turn, topic);
  if (kind === 'own' && general) return general;
  if ((asked.ifFiled || asked.ifAny) && tools.dossiers === null) return null;
  if (tools.dossiers === null)
    return kind === 'other'
      ? sayOnly(turn, 'declined-unsafe', 'dossier.other')
      : sayOnly(turn, 'dossier', 'dossier.signedIn');
  const all = await tools.dossiers.read(tools.asker);
  if (asked.ifAny && all.length === 0) return null;
  if (asked.ifFiled && !all.some((reading) => namesProcedure(reading, { turn, library: tools.library }))) return null;
  const readings = kind === 'other' ? forOthers(all, turn, tools) : all;
  if (kind === 'other' && readings.length === 0) return sayOnly(turn, 'declined-unsafe', 'dossier.other');
  return answerFrom(readings, turn, { ...tools, topic });
}

/** What needs no dossier: a change of contact, who else may look. Messages are asked for in `change-notices`. */
const generalAnswer = (turn: Turn, topic: DossierTopic): Answer | null =>
  topic === 'contact' || topic === 'sharing' ? sayOnly(turn, 'dossier', `filed.${topic}`) : null;

/** Another's case that is the asker's business too: he filed it or acts for that person, or the case is in his own name. */
const forOthers = (readings: readonly DossierReading[], turn: Turn, { library }: Parts): readonly DossierReading[] => {
  if (!speaksOfFamily(turn)) return [];
  const acting = readings.filter(({ relations }) => !relations.includes('applicant'));
  return acting.length > 0 ? acting : readings.filter((reading) => namesProcedure(reading, { turn, library }));
};

function answerFrom(
  readings: readonly DossierReading[],
  turn: Turn,
  { topic, ...tools }: Parts & { readonly topic: DossierTopic },
): Answer {
  const { speech, message } = turn;
  const { library, calendar } = tools;
  const { desk } = unitOf(turn, tools);
  if (readings.length === 0)
    return needsPerson(topic)
      ? handOverDossier(null, { topic, speech, desk, library, at: message.at })
      : sayOnly(turn, 'dossier', 'filed.none');
  if (isBehindGlass(turn) && !needsPerson(topic))
    return sayOnly(turn, 'dossier', 'kiosk.dossierReady', { count: readings.length });
  const there = (reading: DossierReading): DossierReading => ({
    ...reading,
    dossier: saidOn(message.channel, reading.dossier),
  });
  const choice = chooseDossier(readings, { turn, wording: wordingOf(turn.text), library });
  if (isBehindGlass(turn)) return handOverDossier(null, { topic, speech, desk, library, at: message.at });
  if (needsPerson(topic))
    return handOverDossier(choice.kind === 'one' ? there(choice.reading) : null, {
      topic,
      speech,
      desk,
      library,
      at: message.at,
    });
  if (choice.kind === 'one')
    return sayDossier({
      reading: there(choice.reading),
      topic,
      speech,
      library,
      at: message.at,
      daysLate: (promised, now) => workingDaysLate(calendar, promised, now),
      namedDays: namedDaysIn(turn.text),
    });
  const lead =
    choice.kind === 'several'
      ? speech.say('filed.which', { count: choice.readings.length })
      : speech.say(choice.by === 'code' ? 'filed.noneOfCode' : 'filed.noneOfDay');
  return listDossiers(choice.readings, lead, { speech, library });
}
