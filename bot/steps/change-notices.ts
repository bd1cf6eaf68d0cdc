/** "Có kết quả thì nhắn tôi", "dừng": notices about one's own cases, with consent, and off with one word. */
import type { Block, Option } from '../answer.ts';
import { makeAnswer, sayOnly } from '../make-answer.ts';
import type { Step, StepResult, Turn } from '../step.ts';
import type { Tools } from '../tools.ts';
import { askedDossierIn } from '../understand/asked-dossier.ts';
import { type NoticeRequest, noticeRequestIn } from '../understand/notice-request.ts';
import { wordingOf } from '../understand/wording.ts';
import { yesOrNo } from '../understand/yes-or-no.ts';

export const changeNotices = ({ notices }: Pick<Tools, 'notices'>): Step => ({
  name: 'change-notices',
  async run(turn) {
    const wish = wishIn(turn);
    if (wish === null) return { next: turn };
    if (wish === 'off')
      return { answer: sayOnly(turn, 'dossier', (await stop(turn, notices)) ? 'notice.stopped' : 'notice.notOn') };
    if (wish === 'refuse') return { answer: sayOnly(turn, 'dossier', 'notice.refused') };
    return turnOn(turn, wish, notices);
  },
});

/** A bare yes counts only right after our question. */
function wishIn(turn: Turn): NoticeRequest | null {
  const wording = wordingOf(turn.text);
  const answer = turn.memory.asks === 'notices' ? yesOrNo(wording) : null;
  if (answer) return answer === 'yes' ? 'agree' : 'refuse';
  return noticeRequestIn(wording) ?? (asksForNotices(turn) ? 'on' : null);
}

/** Any other way of asking to be told, in both languages. Nobody but this step answers it. */
function asksForNotices(turn: Turn): boolean {
  const asked = askedDossierIn(turn, { signedIn: turn.message.signedInAs !== null });
  return asked?.kind === 'own' && asked.topic === 'notices';
}

type Notices = Tools['notices'];
/** On the web a citizen is known by himself: his talks there end with his sign-in. */
const placeOf = ({ message }: Turn) => ({
  channel: message.channel,
  address: message.channel === 'web' ? (message.citizenId ?? '') : message.conversationId,
});

async function stop(turn: Turn, notices: Notices): Promise<boolean> {
  const { citizenId, at } = turn.message;
  return notices !== null && citizenId !== undefined && notices.stop({ citizenId, place: placeOf(turn), at });
}

async function turnOn(turn: Turn, wish: 'on' | 'agree', notices: Notices): Promise<StepResult> {
  const { citizenId, signedInAs, channel, at } = turn.message;
  if (signedInAs === null) return { answer: sayOnly(turn, 'login-required', 'notice.login') };
  if (notices === null || citizenId === undefined) return { answer: sayOnly(turn, 'dossier', 'notice.notOpen') };
  if (!notices.reaches(channel)) return { answer: sayOnly(turn, 'dossier', 'notice.notThisWay') };
  if (wish === 'on') return { answer: askConsent(turn) };
  const said = consentWords(turn);
  const end = await notices.turnOn({ citizenId, place: placeOf(turn), said, at });
  return { answer: sayOnly(turn, 'dossier', end === 'on' ? 'notice.isOn' : 'notice.already') };
}

/** What is agreed to: where the channel may have to send a form message instead, that too. */
const consentWords = ({ message, speech: { say } }: Turn): string =>
  message.channel === 'zalo-oa' ? `${say('notice.consent')} ${say('zalo.consentTemplate')}` : say('notice.consent');

/** What will be done, where, and how to stop it; then the question. */
function askConsent(turn: Turn) {
  const { say } = turn.speech;
  const elsewhere: Block[] =
    namesZalo.test(turn.text) && !turn.message.channel.startsWith('zalo')
      ? [{ kind: 'note', text: say('notice.notHere') }]
      : [];
  const options: Option[] = [
    { text: say('notice.yes.text'), send: say('notice.yes.send') },
    { text: say('notice.no.text'), send: say('notice.no.send') },
  ];
  const blocks: Block[] = [
    { kind: 'say', text: consentWords(turn) },
    ...(turn.message.channel === 'web' ? [{ kind: 'note' as const, text: say('notice.onWeb') }] : []),
    ...elsewhere,
    { kind: 'say', text: say('notice.consentAsk') },
  ];
  return makeAnswer('dossier', blocks, { options, asks: 'notices' });
}

const namesZalo = /\b(?:zalo|zl)\b/i;
