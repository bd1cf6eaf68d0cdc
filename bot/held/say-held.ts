/** What the citizen hears of an answer that is held: that a person looks at it, and the answer in the end. */
import { type Answer, textOf } from '../answer.ts';
import type { HeldPromise } from '../handover/hand-off-desk.ts';
import { makeAnswer } from '../make-answer.ts';
import type { Memory } from '../memory.ts';
import type { Speech } from '../texts/speech.ts';

const mostTopics = 10;

/** In place of the answer, at once. */
export function sayHeld({ handOffId, code, minutes }: HeldPromise, speech: Speech): Answer {
  return makeAnswer(
    'handed-off',
    [
      { kind: 'say', text: speech.say('held.checking') },
      { kind: 'say', text: speech.say('held.until', { minutes }) },
      { kind: 'note', text: speech.say('held.code', { code }) },
    ],
    { handOff: handOffId },
  );
}

/** Nobody looked at it in time: it goes out by itself, and says so. */
export const sayUnchecked = (answer: Answer, speech: Speech): Answer => ({
  ...answer,
  blocks: [{ kind: 'note', text: speech.say('held.unchecked') }, ...answer.blocks],
});

/** The bot's answer as an officer's words: all of it, with where it comes from. */
export const plainAnswer = (answer: Answer, speech: Speech): string =>
  [textOf(answer), ...sourcesOf(answer, speech)].join('\n');

function sourcesOf({ sources }: Answer, speech: Speech): string[] {
  const lines = sources.map(({ title, url }) =>
    speech.say('held.source', { source: url ? `${title} (${url})` : title }),
  );
  return [...new Set(lines)];
}

/** Who answers for it stands below it. */
export const saySent = (text: string, name: string, { speech, edited }: { speech: Speech; edited: boolean }): string =>
  [text, '', speech.say(edited ? 'held.checkedEdited' : 'held.checked', { name })].join('\n');

/** The talk goes on with what was answered: "thế lệ phí?" is about this. */
export const rememberHeld = (memory: Memory, answer: Answer): Memory => ({
  ...memory,
  topics: [...new Set([...answer.codes, ...memory.topics])].slice(0, mostTopics),
  options: answer.options.filter(({ code }) => code !== undefined),
  lastStatus: answer.status,
  lastFacet: answer.facet ?? memory.lastFacet,
  asks: null,
});
