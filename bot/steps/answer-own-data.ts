/** "Cho tôi xem dữ liệu của tôi", "xóa dữ liệu của tôi": the rights that the personal-data law gives, in the talk itself. */
import type { Answer, Option } from '../answer.ts';
import { makeAnswer, sayOnly } from '../make-answer.ts';
import { erasureWaitMs } from '../privacy/keep-days.ts';
import type { OwnDataDesk } from '../privacy/own-data-desk.ts';
import type { Step, Turn } from '../step.ts';
import type { Tools } from '../tools.ts';
import { type OwnDataRequest, ownDataRequestIn } from '../understand/own-data-request.ts';
import { wordingOf } from '../understand/wording.ts';
import { yesOrNo } from '../understand/yes-or-no.ts';

export const answerOwnData = ({ ownData }: Pick<Tools, 'ownData'>): Step => ({
  name: 'answer-own-data',
  async run(turn) {
    const wish = wishIn(turn);
    if (wish === null) return { next: turn };
    const { citizenId } = turn.message;
    if (ownData === null || citizenId === undefined) return { answer: sayOnly(turn, 'partial', 'ownData.away') };
    return { answer: await answerTo(wish, turn, { ownData, citizenId }) };
  },
});

function wishIn(turn: Turn): OwnDataRequest | null {
  const wording = wordingOf(turn.text);
  const answer = turn.memory.asks === 'erase' ? yesOrNo(wording) : null;
  if (answer) return answer === 'yes' ? 'erase-surely' : 'keep';
  return ownDataRequestIn(wording);
}

interface Owner {
  readonly ownData: OwnDataDesk;
  readonly citizenId: string;
}

async function answerTo(wish: OwnDataRequest, turn: Turn, { ownData, citizenId }: Owner): Promise<Answer> {
  if (wish === 'show') return show(turn, { ownData, citizenId });
  if (wish === 'erase') return askWhetherSure(turn);
  if (wish === 'keep')
    return sayOnly(turn, 'answered', (await ownData.keep(citizenId)) ? 'ownData.kept' : 'ownData.nothingToKeep');
  const end = await ownData.askErasure(citizenId, turn.message.at);
  const minutes = Math.round(erasureWaitMs / 60_000);
  return end === 'held'
    ? sayOnly(turn, 'answered', 'ownData.held')
    : sayOnly(turn, 'answered', 'ownData.asked', { minutes });
}

async function show(turn: Turn, { ownData, citizenId }: Owner): Promise<Answer> {
  const { say } = turn.speech;
  const counts = await ownData.count(citizenId);
  const where =
    ownData.page !== null && turn.message.channel === 'web' && turn.message.signedInAs !== null
      ? say('ownData.whole', { address: ownData.page })
      : say('ownData.wholeElsewhere');
  return makeAnswer('answered', [
    { kind: 'say', text: say('ownData.shown', { ...counts }) },
    { kind: 'say', text: where },
    { kind: 'note', text: say('ownData.dossiers') },
  ]);
}

function askWhetherSure({ speech: { say } }: Turn): Answer {
  const options: Option[] = [
    { text: say('ownData.yes.text'), send: say('ownData.yes.send') },
    { text: say('ownData.no.text'), send: say('ownData.no.send') },
  ];
  return makeAnswer(
    'clarify',
    [
      { kind: 'say', text: say('ownData.confirm') },
      { kind: 'say', text: say('ownData.confirmAsk') },
    ],
    { options, asks: 'erase' },
  );
}
