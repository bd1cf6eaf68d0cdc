/** The citizen wants a person, complains, or has had enough: says honestly where a person is. */
import type { Answer, Block, HandOffReason } from '../answer.ts';
import { lateDossierOf } from '../dossiers/late-dossier.ts';
import { askerOf } from '../identity/asker-of-turn.ts';
import { makeAnswer, sayOnly } from '../make-answer.ts';
import { whereToGoIn } from '../say/desk-text.ts';
import type { Step, Turn } from '../step.ts';
import type { Speech } from '../texts/speech.ts';
import type { Tools } from '../tools.ts';
import { dossierQuestionIn } from '../understand/dossier-question.ts';
import { type PersonRequest, personRequestIn } from '../understand/person-request.ts';
import { personWishIn } from '../understand/person-wish.ts';
import { wordingOf } from '../understand/wording.ts';
import { yesOrNo } from '../understand/yes-or-no.ts';
import { unitOf } from '../units/unit-of-turn.ts';

const reasons: Readonly<Record<PersonRequest, HandOffReason>> = {
  asked: 'citizen-asked',
  complaint: 'complaint',
  denounce: 'denunciation',
  harm: 'needs-judgement',
  distress: 'distress',
};
/** Wishes that a late case of his own may be behind. */
const forLateCase: ReadonlySet<PersonRequest> = new Set(['asked', 'complaint', 'distress']);

/** A denunciation is pointed to the desk in any case; all else only where nobody can take over. */
function whereInstead(always: boolean, desk: string, { say }: Speech): Block[] {
  const role = 'unless-handed-over' as const;
  return [
    { kind: 'say', text: desk, ...(always ? {} : { role }) },
    { kind: 'note', text: say('handoff.notYet'), role },
  ];
}

export const handOver = (tools: Pick<Tools, 'units' | 'dossiers' | 'calendar' | 'library'>): Step => ({
  name: 'hand-over',
  async run(turn) {
    const wish = personWishIn(wordingOf(turn.text));
    if (!wish || isToldByCase(turn)) return { next: turn };
    const late = forLateCase.has(wish) ? await lateDossierOf(turn, tools) : null;
    if (!late) return { answer: handedOff(turn, wish, tools) };
    const code = late.dossier.procedure;
    return {
      answer: handOverTo(turn, tools, {
        text: 'handoff.late',
        handOffReason: 'dossier-late',
        codes: code !== null && tools.library.find(code) ? [code] : [],
        dossiers: { current: late.id, offered: null },
      }),
    };
  },
});

/** How his own case stands says more than a person can: only plain words for a person go before it. */
const isToldByCase = (turn: Turn): boolean => {
  const wording = wordingOf(turn.text);
  return askerOf(turn) !== null && dossierQuestionIn(wording) === 'own' && personRequestIn(wording) === null;
};

/** What no rule heard and no rule answers. */
export const hearPerson = (tools: Pick<Tools, 'units'>): Step => ({
  name: 'hear-person',
  run(turn) {
    const wish = personWishIn(wordingOf(turn.text), 'beforeSearch');
    return wish ? { answer: handedOff(turn, wish, tools) } : { next: turn };
  },
});

/** A yes or a no to whether a person is wanted; before pleasantries, which "dạ" and "ừ" are else. */
export const meetOnYes = (tools: Pick<Tools, 'units'>): Step => ({
  name: 'meet-on-yes',
  run(turn) {
    const said = turn.memory.asks === 'person' ? yesOrNo(wordingOf(turn.text)) : null;
    if (said === null) return { next: turn };
    return { answer: said === 'yes' ? handedOff(turn, 'asked', tools) : sayOnly(turn, 'clarify', 'meetPerson.no') };
  },
});

export const handedOff = (turn: Turn, wish: PersonRequest, tools: Pick<Tools, 'units'>): Answer =>
  handOverTo(turn, tools, { text: `handoff.${wish}`, handOffReason: reasons[wish] });

type Saying = Partial<Answer> & { readonly text: string };

function handOverTo(turn: Turn, tools: Pick<Tools, 'units'>, { text, ...rest }: Saying): Answer {
  const desk = whereToGoIn(unitOf(turn, tools), turn.speech, turn.message.at);
  const always = rest.handOffReason === 'denunciation';
  const blocks: Block[] = [{ kind: 'say', text: turn.speech.say(text) }, ...whereInstead(always, desk, turn.speech)];
  return makeAnswer('handed-off', blocks, rest);
}
