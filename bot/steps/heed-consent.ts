/** While an officer has the talk: a yes or a no about name and cases counts at once, and the bot says nothing to it. */
import { makeAnswer } from '../make-answer.ts';
import type { Step } from '../step.ts';
import type { Tools } from '../tools.ts';
import { consentIn } from '../understand/consent-answer.ts';
import { wordingOf } from '../understand/wording.ts';

/** The officer may have come between our question and the answer; and what was agreed to may be taken back at any time. */
export const heedConsent = ({ handOffs }: Pick<Tools, 'handOffs'>): Step => ({
  name: 'heed-consent',
  async run(turn) {
    const { memory, message, speech } = turn;
    const { citizenId, channel, at } = message;
    if (!message.ownedByOfficer || !handOffs || memory.handOff === null || citizenId === undefined)
      return { next: turn };
    const asked = memory.asks === 'pass-to-officer';
    const answer = consentIn(wordingOf(turn.text), asked);
    if (answer === null || answer === 'later') return { next: turn };
    const said = asked ? speech.say('handover.consent.ask') : turn.text;
    const own = { citizenId, handOffId: memory.handOff };
    await handOffs.agreePersonalData(own, { agreed: answer === 'yes', said, channel, at });
    return { answer: makeAnswer('handed-off', []) };
  },
});
